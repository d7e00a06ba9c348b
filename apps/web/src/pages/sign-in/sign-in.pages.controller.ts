import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Actor, OwnAccount, SignInService } from '#identity';
import { Action } from '../../http/action.js';
import { FormOf } from '../../http/form-redisplay.js';
import { NotKept } from '../../http/not-kept.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';

const signInForm = z.strictObject({
  email: z
    .string()
    .trim()
    .min(1, 'Enter your e-mail address')
    .max(200, 'That is too long for an e-mail address'),
  password: z.string().min(1, 'Enter your password').max(200, 'That is too long for a password'),
  next: z.string().max(2000).optional(),
});

const signInQuery = z.object({ next: z.string().max(2000).optional().catch(undefined) });

/** Signing in and out. */
@Controller()
export class SignInPages {
  constructor(
    private readonly signIn: SignInService,
    private readonly account: OwnAccount,
  ) {}

  @Get('sign-in')
  @Action({ permission: 'public' })
  @View('sign-in/sign-in')
  show(@Query({ schema: signInQuery }) query: z.output<typeof signInQuery>): PageView {
    return { page: { title: 'Sign in' }, values: { next: ownAddress(query.next) } };
  }

  @Post('sign-in')
  @RouteConfig({ rateLimit: { max: 120, timeWindow: '1 minute' } })
  @NotKept()
  @Action({ permission: 'public', audit: 'person.signed-in' })
  @FormOf('/sign-in')
  async enter(
    @Body({ schema: signInForm }) form: z.output<typeof signInForm>,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther> {
    const actor = await this.signIn.signIn(form.email, form.password, request.ip);
    // A new id: one that was planted before signing in is worth nothing afterwards.
    await request.session.regenerate();
    request.session.personId = actor.personId;
    request.session.organisationId = actor.organisationId;
    request.session.shortcuts = await this.account.hasShortcuts(actor);
    return seeOther(ownAddress(form.next));
  }

  @Post('sign-out')
  @Action({ permission: 'public' })
  async leave(@Req() request: FastifyRequest): Promise<SeeOther> {
    await request.session.destroy();
    return seeOther('/sign-in');
  }

  @Post('sign-out/everywhere')
  @Action({ permission: 'signed-in', audit: 'person.signed-out-everywhere' })
  async leaveEverywhere(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther> {
    await this.account.signOutEverywhere(actor);
    await request.session.destroy();
    return seeOther('/sign-in');
  }
}

/** Only addresses of our own are followed after signing in. */
function ownAddress(next: string | undefined): string {
  return next && /^\/(?![/\\])[\w\-./?=&%[\]~:]*$/.test(next) ? next : '/';
}
