import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Absences, type Actor, ApiTokensService, can, OwnAccount, PeopleService } from '#identity';
import type { Id } from '#kernel';
import { CalendarFeeds } from '#notifications';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import { NotKept } from '../../http/not-kept.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import {
  type PasswordForm,
  passwordForm,
  type ShortcutsForm,
  shortcutsForm,
  type TokenForm,
  tokenForm,
} from './settings.forms.js';
import { settingsView, tokenView } from './settings.view.js';

/** A person's own account. */
@Controller('my/settings')
export class SettingsPages {
  constructor(
    private readonly account: OwnAccount,
    private readonly tokens: ApiTokensService,
    private readonly absences: Absences,
    private readonly feeds: CalendarFeeds,
    private readonly people: PeopleService,
  ) {}

  @Get()
  @Action({ permission: 'signed-in' })
  @View('settings/index')
  async show(@CurrentActor() actor: Actor): Promise<PageView> {
    const tokens = can(actor, 'token:manage') ? await this.tokens.list(actor) : [];
    const hasShortcuts = await this.account.hasShortcuts(actor);
    const work = can(actor, 'case:read') ? await this.work(actor) : undefined;
    return settingsView(actor, { tokens, hasShortcuts, work });
  }

  @Post('password')
  @NotKept()
  @Action({ permission: 'signed-in', audit: 'person.password-changed' })
  @FormOf('/my/settings')
  async changePassword(
    @CurrentActor() actor: Actor,
    @Body({ schema: passwordForm }) form: PasswordForm,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther> {
    await this.account.changePassword(actor, form.currentPassword, form.newPassword);
    const { shortcuts } = request.session;
    await request.session.regenerate();
    Object.assign(request.session, {
      personId: actor.personId,
      organisationId: actor.organisationId,
      shortcuts,
    });
    return seeOther(
      '/my/settings',
      'Your password is changed.',
      'You are signed out everywhere else, and your API tokens do not work any more.',
    );
  }

  @Post('tokens')
  @HttpCode(200)
  @NotKept()
  @Action({ permission: 'token:manage', audit: 'token.made' })
  @FormOf('/my/settings')
  @View('settings/token')
  async makeToken(
    @CurrentActor() actor: Actor,
    @Body({ schema: tokenForm }) { tokenName, scopes, days }: TokenForm,
  ): Promise<PageView> {
    const { token } = await this.tokens.make(actor, { name: tokenName, scopes, days });
    return tokenView(tokenName, token, days);
  }

  @Post('tokens/:id/revoke')
  @Action({ permission: 'token:manage', audit: 'token.revoked' })
  async revokeToken(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
  ): Promise<SeeOther> {
    await this.tokens.revoke(actor, id);
    return seeOther('/my/settings', 'The token is revoked.', 'It does not work any more.');
  }

  @Post('shortcuts')
  @Action({ permission: 'signed-in', audit: 'person.settings-changed' })
  @FormOf('/my/settings')
  async setShortcuts(
    @CurrentActor() actor: Actor,
    @Body({ schema: shortcutsForm }) { shortcuts }: ShortcutsForm,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther> {
    await this.account.setShortcuts(actor, shortcuts === 'on');
    request.session.shortcuts = shortcuts === 'on';
    return seeOther('/my/settings', `Keyboard shortcuts are ${shortcuts}.`);
  }

  private async work(actor: Actor) {
    return {
      absence: await this.absences.findOwn(actor),
      standsInFor: await this.absences.findStoodInFor(actor),
      colleagues: await this.people.listCaseworkers(actor),
      feedSince: await this.feeds.findOwn(actor),
    };
  }
}
