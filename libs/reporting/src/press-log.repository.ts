import { Injectable } from '@nestjs/common';
import type { OrganisationId } from '#kernel';
import { Transactions } from '#platform';
import { daysOf, type Period } from './period.js';
import type { PressLogEntry } from './press-log.js';

const FIRST = '00000000-0000-0000-0000-000000000000';

/** The enquiries that came in a period, by London's days; those of walled cases are left out. */
const IN_PERIOD = `press_enquiry e
  join case_record c on c.organisation_id = e.organisation_id and c.id = e.case_id
 where e.organisation_id = $1 and not c.is_walled
   and e.received_at >= ($2::date)::timestamp at time zone 'Europe/London'
   and e.received_at < ($3::date)::timestamp at time zone 'Europe/London'`;

/** Reads the log of press enquiries for its export; in the unit of work of an organisation. */
@Injectable()
export class PressLogRepository {
  constructor(private readonly tx: Transactions) {}

  async count(organisationId: OrganisationId, period: Period): Promise<number> {
    const { first, after } = daysOf(period);
    const rows = await this.tx.query<{ count: number }>(
      `select count(*)::int as count from ${IN_PERIOD}`,
      [organisationId, first, after],
    );
    return rows[0]!.count;
  }

  /** The next enquiries of a period after the last that was seen, the oldest first. */
  list(
    organisationId: OrganisationId,
    period: Period,
    { limit, last }: { limit: number; last?: PressLogEntry | undefined },
  ): Promise<PressLogEntry[]> {
    const { first, after } = daysOf(period);
    return this.tx.query<PressLogEntry>(
      `select e.id, c.reference, e.outlet, e.received_at as "receivedAt", e.deadline_at as "deadlineAt",
              e.answered_at as "answeredAt", e.state
         from ${IN_PERIOD}
          and (date_trunc('milliseconds', e.received_at), e.id) > ($4::timestamptz, $5::uuid)
        order by date_trunc('milliseconds', e.received_at), e.id limit $6`,
      [organisationId, first, after, last?.receivedAt ?? '-infinity', last?.id ?? FIRST, limit],
    );
  }
}
