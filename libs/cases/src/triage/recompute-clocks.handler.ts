import { Injectable } from '@nestjs/common';
import { calendarPublished, CalendarDays } from '#knowledge';
import type { OrganisationId } from '#kernel';
import { type JobContext, type JobHandler, scopeOf, Transactions } from '#platform';
import { CalendarEffect } from './calendar-effect.service.js';
import { ClocksFollowing } from './clocks-following.service.js';

type Payload = { changeId: string };

/**
 * Works out anew the running clocks that a published change of the calendar moves, each case in a unit of work of its
 * own. A clock that is right already is let be, so doing it twice changes nothing.
 */
@Injectable()
export class RecomputeClocks implements JobHandler<Payload> {
  readonly job = calendarPublished;
  readonly transaction = 'own';

  constructor(
    private readonly tx: Transactions,
    private readonly calendars: CalendarDays,
    private readonly effect: CalendarEffect,
    private readonly following: ClocksFollowing,
  ) {}

  async handle({ changeId }: Payload, { organisationId }: JobContext): Promise<void> {
    const scope = scopeOf(organisationId);
    const moved = await this.tx.run(scope, () => this.listMoved(organisationId, changeId));
    for (const { clock } of moved) {
      await this.tx.run(scope, () => this.following.follow(organisationId, clock));
    }
  }

  private async listMoved(organisationId: OrganisationId, changeId: string) {
    const change = await this.calendars.change(organisationId, changeId);
    const daysOff = await this.calendars.inForce(organisationId);
    return this.effect.listMoved(organisationId, change, daysOff);
  }
}
