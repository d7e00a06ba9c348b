import { Injectable } from '@nestjs/common';
import { PeopleService } from '#identity';
import { GuidanceReviews } from '#knowledge';
import type { Timer } from './schedules.js';

/**
 * Raises sources whose time for another look has come. A date turns once a day; it runs hourly so that neither a
 * restart nor a new organisation waits for the next one.
 */
@Injectable()
export class WatchGuidance implements Timer {
  readonly name = 'watch-guidance';
  readonly every = 60 * 60_000;

  constructor(
    private readonly reviews: GuidanceReviews,
    private readonly people: PeopleService,
  ) {}

  async run(): Promise<void> {
    for (const { organisation_id: organisationId } of await this.people.listOrganisations()) {
      await this.reviews.watch(organisationId);
    }
  }
}
