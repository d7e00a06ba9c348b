import { Injectable } from '@nestjs/common';
import { DeadlineWarnings } from '#cases';
import { PeopleService } from '#identity';
import type { Timer } from './schedules.js';

/** Has people told whose clocks have used up half, four fifths or all of their time. */
@Injectable()
export class WarnOfDeadlines implements Timer {
  readonly name = 'warn-of-deadlines';
  readonly every = 15_000;

  constructor(
    private readonly warnings: DeadlineWarnings,
    private readonly people: PeopleService,
  ) {}

  async run(): Promise<void> {
    for (const { organisation_id: organisationId } of await this.people.listOrganisations()) {
      await this.warnings.warnAll(organisationId);
    }
  }
}
