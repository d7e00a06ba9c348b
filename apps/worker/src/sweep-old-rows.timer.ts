import { Injectable } from '@nestjs/common';
import { PeopleService, SessionsRepository } from '#identity';
import { IdempotencyKeys, OutboxRepository } from '#platform';
import type { Timer } from './schedules.js';

/** Forgets what has had its time: ended sessions, jobs done a week ago, answers kept for a day. */
@Injectable()
export class SweepOldRows implements Timer {
  readonly name = 'sweep-old-rows';
  readonly every = 10 * 60_000;

  constructor(
    private readonly sessions: SessionsRepository,
    private readonly outbox: OutboxRepository,
    private readonly people: PeopleService,
    private readonly keys: IdempotencyKeys,
  ) {}

  async run(): Promise<void> {
    await this.sessions.sweep();
    await this.outbox.sweep();
    for (const { organisation_id: organisationId } of await this.people.listOrganisations()) {
      await this.keys.sweep(organisationId);
    }
  }
}
