import { Injectable } from '@nestjs/common';
import { PeopleService } from '#identity';
import { ExportExpiryService } from '#reporting';
import type { Timer } from './schedules.js';

/** Removes the files of exports whose time is over. */
@Injectable()
export class ExpireExports implements Timer {
  readonly name = 'expire-exports';
  readonly every = 60_000;

  constructor(
    private readonly expiry: ExportExpiryService,
    private readonly people: PeopleService,
  ) {}

  async run(): Promise<void> {
    for (const { organisation_id: organisationId } of await this.people.listOrganisations()) {
      await this.expiry.expire(organisationId);
    }
  }
}
