import { Body, Controller, Get, Post } from '@nestjs/common';
import { type Actor, OrganisationSettings } from '#identity';
import { type OrganisationChange, organisationChange } from '../../api/guidance/guidance.dto.js';
import { Action } from '../../http/action.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';

/** What the organisation says of itself: on the pages of doctors, and in letters. */
@Controller('admin/organisation')
export class OrganisationPages {
  constructor(private readonly settings: OrganisationSettings) {}

  @Get()
  @Action({ permission: 'organisation:manage' })
  @View('admin/organisation')
  async show(@CurrentActor() actor: Actor): Promise<PageView> {
    const { name, contacts, version } = await this.settings.read(actor);
    const supportServices = (contacts.supportServices ?? []).join('\n');
    const values = { ...contacts, supportServices };
    return { page: { title: 'Organisation' }, name, version, values };
  }

  @Post()
  @Action({ permission: 'organisation:manage', audit: 'organisation.changed' })
  @FormOf('/admin/organisation')
  async change(
    @CurrentActor() actor: Actor,
    @Body({ schema: organisationChange }) form: OrganisationChange,
  ): Promise<SeeOther> {
    const { version, ...contacts } = form;
    await this.settings.change(actor, version, contacts);
    return seeOther('/admin/organisation', 'The contacts are changed.', 'They hold from now on.');
  }
}
