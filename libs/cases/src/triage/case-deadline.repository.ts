import { Injectable } from '@nestjs/common';
import { type CaseId, Conflict, type Id, NotFound, type OrganisationId } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import type { CaseDeadline, CaseDeadlineEntry } from './case-deadline.js';
import { CaseDeadlineEntity } from './case-deadline.entity.js';
import { requireOpen } from './open-case.js';

/** How a clock ended. */
type Settlement = Pick<CaseDeadline, 'state' | 'settledAt' | 'settledBy' | 'settledReason'>;

/** The columns of a clock, from `case_deadline d`. */
export const CLOCK = `d.id, d.organisation_id as "organisationId", d.case_id as "caseId", d.deadline, d.title,
  d.started_at as "startedAt", d.start_told as "startTold", d.start_noticed_by as "noticedBy", d.stated,
  d.due_on::text as "dueOn", d.due_at as "dueAt", d.explanation, d.assumed, d.origin, d.state,
  d.recorded_by as "recordedBy", d.recorded_at as "recordedAt", d.settled_at as "settledAt",
  d.settled_by as "settledBy", d.settled_reason as "settledReason", d.version, d.may_pause as "mayPause",
  d.pauses, d.paused_at as "pausedAt", d.paused_by as "pausedBy", d.paused_reason as "pausedReason",
  d.warned_percent as "warnedPercent", d.next_warning_at as "nextWarningAt"`;
const ENTRY = `${CLOCK},
  r.name as "recordedByName", s.name as "settledByName"`;

/** Reads and writes the clocks of cases. Callers have found the case for their person first. */
@Injectable()
export class CaseDeadlineRepository {
  constructor(private readonly tx: Transactions) {}

  /** Every clock of a case: those that run, by date; then those that ended. */
  list(organisationId: OrganisationId, caseId: CaseId): Promise<CaseDeadlineEntry[]> {
    return this.tx.query<CaseDeadlineEntry>(
      `select ${ENTRY} from case_deadline d
         left join person r on r.organisation_id = d.organisation_id and r.id = d.recorded_by
         left join person s on s.organisation_id = d.organisation_id and s.id = d.settled_by
        where d.organisation_id = $1 and d.case_id = $2
        order by d.state <> 'open', d.due_at nulls last, d.settled_at desc, d.id`,
      [organisationId, caseId],
    );
  }

  /** One clock of a case. @throws NotFound `deadline-not-found` */
  async get(organisationId: OrganisationId, caseId: CaseId, id: Id): Promise<CaseDeadline> {
    const row = await this.tx.of(CaseDeadlineEntity).findOneBy({ organisationId, caseId, id });
    if (!row) throw new NotFound('deadline-not-found', 'We could not find that deadline.');
    return row;
  }

  async insert(clock: CaseDeadline): Promise<void> {
    await this.tx
      .of(CaseDeadlineEntity)
      .insert({ ...clock, assumed: [...clock.assumed], pauses: [...clock.pauses] });
  }

  /** Lets a running clock stand still. @throws Conflict `deadline-changed` */
  async pause(
    clock: CaseDeadline,
    pause: Pick<CaseDeadline, 'pausedAt' | 'pausedBy' | 'pausedReason'>,
  ): Promise<void> {
    await this.change(clock, { ...pause, nextWarningAt: null });
  }

  /** Ends a clock that is still as it was read. @throws Conflict `deadline-changed` */
  async settle(clock: CaseDeadline, settlement: Settlement): Promise<void> {
    await this.change(clock, { ...settlement, nextWarningAt: null });
  }

  private async change(
    clock: CaseDeadline,
    change: Partial<Omit<CaseDeadline, 'pauses' | 'assumed'>>,
  ): Promise<void> {
    const { id, organisationId, version } = clock;
    const result = await this.tx
      .of(CaseDeadlineEntity)
      .update({ id, organisationId, version, state: 'open' }, { ...change, version: version + 1 });
    if (result.affected !== 1) {
      throw new Conflict(
        'deadline-changed',
        'Somebody else changed this deadline first. Look at it again.',
      );
    }
  }

  /**
   * Holds the row of a case until the unit of work ends: nobody else changes it or its clocks meanwhile.
   *
   * @throws Conflict `case-closed`
   */
  async holdOpenCase(organisationId: OrganisationId, caseId: CaseId): Promise<void> {
    const [held] = await this.tx.query<Pick<Case, 'state'>>(
      `select state from case_record where organisation_id = $1 and id = $2 for update`,
      [organisationId, caseId],
    );
    if (held) requireOpen(held);
  }

  /**
   * Puts the first of the running clocks and open tasks on the case, where the worklist sorts by it; a task is due
   * at the end of its day. The case is held first: else two who change clocks at once would each miss the other's.
   *
   * @throws Conflict `case-closed`
   */
  async refreshNextDue(organisationId: OrganisationId, caseId: CaseId): Promise<void> {
    await this.holdOpenCase(organisationId, caseId);
    await this.tx.query(
      `update case_record c
          set next_due_at = coalesce(first.due_at, 'infinity'), is_due_by_hour = first.is_by_hour is true
         from (select 1) one left join (
           select due_at, is_by_hour from (
             select d.due_at, d.due_on is null as is_by_hour from case_deadline d
              where d.organisation_id = $1 and d.case_id = $2 and d.state = 'open' and d.due_at is not null
                and d.paused_at is null
             union all
             select first_response_due_at, true from case_record
              where organisation_id = $1 and id = $2 and primary_route is null
                and first_response_due_at is not null
             union all
             select (min(t.due_on) + 1)::timestamp at time zone 'Europe/London' - interval '1 second', false
               from case_task t
              where t.organisation_id = $1 and t.case_id = $2 and t.state = 'open'
             having min(t.due_on) is not null) due
            order by due_at, is_by_hour desc limit 1) first on true
        where c.organisation_id = $1 and c.id = $2`,
      [organisationId, caseId],
    );
  }
}
