import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { z } from 'zod';
import { type Actor, type OrganisationContacts, OrganisationSettings } from '#identity';
import { SupportDirectory } from '#knowledge';
import { Action } from '../../http/action.js';
import { CurrentActor } from '../../http/request-context.js';
import {
  type ContactChange,
  contactChange,
  type ContactParams,
  contactParams,
  organisationPatch,
} from './guidance.dto.js';

/** The contacts of the organisation and the support directory, for programs. */
@Controller('api/v1')
export class OrganisationApi {
  constructor(
    private readonly settings: OrganisationSettings,
    private readonly directory: SupportDirectory,
  ) {}

  @Get('organisation')
  @Action({ permission: 'signed-in' })
  show(@CurrentActor() actor: Actor) {
    return this.settings.read(actor);
  }

  @Patch('organisation')
  @Action({ permission: 'organisation:manage', audit: 'organisation.changed' })
  change(
    @CurrentActor() actor: Actor,
    @Body({ schema: organisationPatch }) body: z.output<typeof organisationPatch>,
  ) {
    const { version, ...contacts } = body;
    return this.settings.change(actor, version, contacts as OrganisationContacts);
  }

  @Get('support-contacts')
  @Action({ permission: 'signed-in' })
  async contacts(@CurrentActor() actor: Actor) {
    return { items: await this.directory.list(actor), next: null };
  }

  @Patch('support-contacts/:key')
  @Action({ permission: 'organisation:manage', audit: 'support.changed' })
  async changeContact(
    @CurrentActor() actor: Actor,
    @Param({ schema: contactParams }) { key }: ContactParams,
    @Body({ schema: contactChange }) body: ContactChange,
  ) {
    await this.directory.change(actor, key, body);
    return this.directory.get(actor, key);
  }
}
