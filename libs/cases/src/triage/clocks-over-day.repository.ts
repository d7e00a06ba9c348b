import { Injectable } from '@nestjs/common';
import type { OrganisationId } from '#kernel';
import { Transactions } from '#platform';
import type { CaseDeadline } from './case-deadline.js';
import { CLOCK } from './case-deadline.repository.js';

/** A running clock with what of its case it is counted by. */
export interface ClockOnCase extends CaseDeadline {
  readonly reference: string;
  readonly jurisdiction: string;
}

/** Finds the running clocks that a day may matter to. Runs in the unit of work of an organisation. */
@Injectable()
export class ClocksOverDay {
  constructor(private readonly tx: Transactions) {}

  /** Those that started before the day was over and are due on it or later, the first due first. */
  list(organisationId: OrganisationId, day: Date): Promise<ClockOnCase[]> {
    return this.tx.query<ClockOnCase>(
      `select ${CLOCK}, c.reference, c.jurisdiction
         from case_deadline d
         join case_record c on c.organisation_id = d.organisation_id and c.id = d.case_id
        where d.organisation_id = $1 and d.state = 'open' and c.state = 'open'
          and d.due_at >= $2::timestamptz - interval '1 day'
          and coalesce(d.started_at, d.recorded_at) < $2::timestamptz + interval '2 days'
        order by d.due_at, d.id`,
      [organisationId, day],
    );
  }
}
