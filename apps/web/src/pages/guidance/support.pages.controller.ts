import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  isLive,
  JURISDICTION_KEYS,
  JURISDICTIONS,
  type ListedContact,
  SUPPORT_KINDS,
} from '#guidance';
import { type Actor, can } from '#identity';
import { SupportDirectory } from '#knowledge';
import {
  type ContactChange,
  contactChange,
  type ContactParams,
  contactParams,
} from '../../api/guidance/guidance.dto.js';
import { Action } from '../../http/action.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';

/** Whom to call, by nation. */
@Controller()
export class SupportPages {
  constructor(private readonly directory: SupportDirectory) {}

  @Get('support')
  @Action({ permission: 'signed-in' })
  @View('support/index')
  async list(@CurrentActor() actor: Actor): Promise<PageView> {
    return directoryView(await this.directory.list(actor), can(actor, 'organisation:manage'));
  }

  @Get('admin/support/:key')
  @Action({ permission: 'organisation:manage' })
  @View('support/form')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: contactParams }) { key }: ContactParams,
  ): Promise<PageView> {
    const contact = await this.directory.get(actor, key);
    const { number, hours, isShown, link } = contact;
    return {
      page: { title: contact.who, backLink: { href: '/support', text: 'Support' } },
      action: `/admin/support/${key}`,
      link,
      values: { number, hours, isShown: isShown ? 'on' : '' },
    };
  }

  @Post('admin/support/:key')
  @Action({ permission: 'organisation:manage', audit: 'support.changed' })
  @FormOf('/admin/support/:key')
  async change(
    @CurrentActor() actor: Actor,
    @Param({ schema: contactParams }) { key }: ContactParams,
    @Body({ schema: contactChange }) form: ContactChange,
  ): Promise<SeeOther> {
    await this.directory.change(actor, key, form);
    return seeOther('/support', 'The entry is changed.', 'Everybody sees it so from now on.');
  }
}

function directoryView(contacts: readonly ListedContact[], mayChange: boolean): PageView {
  const shown = contacts.filter((one) => mayChange || isLive(one));
  return {
    page: { title: 'Support' },
    mayChange,
    nations: JURISDICTION_KEYS.map((key) => ({
      name: JURISDICTIONS[key],
      contacts: shown
        .filter(({ nations }) => nations.includes(key))
        .map((contact) => ({ ...contact, kindWords: SUPPORT_KINDS[contact.kind] })),
    })),
  };
}
