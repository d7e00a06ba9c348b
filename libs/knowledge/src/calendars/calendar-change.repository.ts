import { Injectable } from '@nestjs/common';
import { Conflict, type Id, NotFound, type OrganisationId, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { CalendarChange, CalendarChangeEntry, CalendarPlace } from './calendar-change.js';

/** A day in force. */
export interface DayInForce {
  readonly calendar: CalendarPlace;
  readonly on: string;
  readonly name: string;
}

const ENTRY = `c.id, c.organisation_id as "organisationId", c.calendar, c.act, c.day_on::text as "on", c.name,
  c.source, c.removes, c.state, c.in_force as "inForce", c.proposed_by as "proposedBy",
  c.proposed_at as "proposedAt", c.settled_by as "settledBy", c.settled_at as "settledAt",
  p.name as "proposedByName", s.name as "settledByName"`;
const FROM = `from calendar_change c
  join person p on p.organisation_id = c.organisation_id and p.id = c.proposed_by
  left join person s on s.organisation_id = c.organisation_id and s.id = c.settled_by`;
/** More than anybody reads at once. */
const MOST = 200;

/** Reads and writes changes of calendars. Every method runs in the unit of work of an organisation. */
@Injectable()
export class CalendarChangeRepository {
  constructor(private readonly tx: Transactions) {}

  /** The days that count now. */
  listInForce(organisationId: OrganisationId): Promise<DayInForce[]> {
    return this.tx.query<DayInForce>(
      `select calendar, day_on::text as "on", name from calendar_change
        where organisation_id = $1 and in_force order by day_on`,
      [organisationId],
    );
  }

  /** What waits, then what counts, then the last that was settled. */
  list(organisationId: OrganisationId): Promise<CalendarChangeEntry[]> {
    return this.tx.query<CalendarChangeEntry>(
      `select ${ENTRY} ${FROM} where c.organisation_id = $1
        order by c.state <> 'proposed', not c.in_force, c.day_on desc, c.id limit ${MOST}`,
      [organisationId],
    );
  }

  /** One change. @throws NotFound `calendar-change-not-found` */
  async get(organisationId: OrganisationId, id: Id): Promise<CalendarChangeEntry> {
    const [found] = await this.tx.query<CalendarChangeEntry>(
      `select ${ENTRY} ${FROM} where c.organisation_id = $1 and c.id = $2`,
      [organisationId, id],
    );
    if (!found) throw new NotFound('calendar-change-not-found', 'We could not find that day.');
    return found;
  }

  /** @throws Conflict `calendar-change-waits` where somebody asked for the same day already. */
  async insert(change: CalendarChange): Promise<void> {
    const written = await this.tx.query(
      `insert into calendar_change
         (id, organisation_id, calendar, act, day_on, name, source, removes, proposed_by, proposed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (organisation_id, calendar, day_on) where state = 'proposed' do nothing
       returning id`,
      [
        change.id,
        change.organisationId,
        change.calendar,
        change.act,
        change.on,
        change.name,
        change.source,
        change.removes,
        change.proposedBy,
        change.proposedAt,
      ],
    );
    if (written.length > 0) return;
    throw new Conflict(
      'calendar-change-waits',
      'A change of this day waits for a second person already.',
    );
  }

  /** Publishes or discards what still waits. @throws Conflict `calendar-change-settled` */
  async settle(
    { organisationId, id, act, removes }: CalendarChange,
    state: 'published' | 'discarded',
    by: { personId: PersonId; at: Date },
  ): Promise<void> {
    // A removal leaves first, so that the same day may be added again.
    if (state === 'published' && removes) {
      await this.tx.query(
        `update calendar_change set in_force = false where organisation_id = $1 and id = $2`,
        [organisationId, removes],
      );
    }
    const [, changed] = await this.tx.manager.query<[unknown, number]>(
      `update calendar_change set state = $3, settled_by = $4, settled_at = $5, in_force = $6
        where organisation_id = $1 and id = $2 and state = 'proposed'`,
      [organisationId, id, state, by.personId, by.at, state === 'published' && act === 'add'],
    );
    if (changed === 1) return;
    throw new Conflict('calendar-change-settled', 'Somebody has settled this already.');
  }
}
