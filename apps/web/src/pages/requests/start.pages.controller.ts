import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { type Actor, type Organisation, PeopleService } from '#identity';
import { AlertRaisingService } from '#intake';
import { Clock, Invalid } from '#kernel';
import { Action } from '../../http/action.js';
import { choice, line } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { MaybeActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { alertView, safetyView, startView } from './start.view.js';

const slug = z.string().max(40);
const startQuery = z.object({ organisation: slug.optional().catch(undefined) });
type StartQuery = z.output<typeof startQuery>;

const safetyForm = z.strictObject({
  organisation: slug.default(''),
  danger: choice('whether anyone is in danger', ['yes', 'no']),
  phone: line('the number', 50).default(''),
});

const tokenParams = z.object({ token: z.string().max(100) });

/** The first pages, for everybody: what to do now, and whether anyone is in danger. No sign-in before help. */
@Controller('requests/new')
export class StartPages {
  constructor(
    private readonly people: PeopleService,
    private readonly raising: AlertRaisingService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action({ permission: 'public' })
  @View('requests/start')
  async start(
    @MaybeActor() actor: Actor | undefined,
    @Query({ schema: startQuery }) query: StartQuery,
  ): Promise<PageView> {
    return startView(await this.organisations(actor, query.organisation), this.clock.now());
  }

  @Get('safety')
  @Action({ permission: 'public' })
  @View('requests/safety')
  async safety(
    @MaybeActor() actor: Actor | undefined,
    @Query({ schema: startQuery }) query: StartQuery,
  ): Promise<PageView> {
    return safetyView(await this.organisations(actor, query.organisation));
  }

  @Post('safety')
  @RouteConfig({ rateLimit: { max: 20, timeWindow: '1 minute' } })
  @Action({ permission: 'public', audit: 'alert.raised' })
  @FormOf('/requests/new/safety')
  async answerSafety(
    @MaybeActor() actor: Actor | undefined,
    @Body({ schema: safetyForm }) form: z.output<typeof safetyForm>,
  ): Promise<SeeOther> {
    if (form.danger === 'no') return seeOther('/requests/new/what-happened');
    const organisationId = actor?.organisationId ?? (await this.chosen(form.organisation));
    const caller = { organisationId, personId: actor?.personId ?? null, phone: form.phone };
    return seeOther(`/requests/new/alert/${await this.raising.raise(caller)}`);
  }

  @Get('alert/:token')
  @Action({ permission: 'public' })
  @View('requests/alert')
  async alert(@Param({ schema: tokenParams }) { token }: { token: string }): Promise<PageView> {
    return alertView(await this.raising.status(token));
  }

  /** Those to choose from: one's own when signed in, the one that was chosen, or all. */
  private async organisations(
    actor: Actor | undefined,
    chosen: string | undefined,
  ): Promise<Organisation[]> {
    const all = await this.people.listOrganisations();
    const own = all.filter(({ organisation_id, slug }) =>
      actor ? organisation_id === actor.organisationId : slug === chosen,
    );
    return own.length > 0 ? own : all;
  }

  private async chosen(slug: string): Promise<string> {
    const all = await this.people.listOrganisations();
    const found = all.length === 1 ? all[0] : all.find((one) => one.slug === slug);
    if (found) return found.organisation_id;
    const message = 'Choose who you want to tell';
    throw new Invalid('organisation-missing', message, [{ field: 'organisation', message }]);
  }
}
