import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { nextWarningAt, reachedWarning } from '#deadlines';
import { type CaseId, Clock, type Id, newId, type OrganisationId, type PersonId } from '#kernel';
import { OutboxRepository, scopeOf, Transactions } from '#platform';
import { deadlineWarned } from '../cases.jobs.js';

/** A clock whose next step has come. */
interface DueClock {
  readonly id: Id;
  readonly caseId: CaseId;
  readonly deadline: string;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly warnedPercent: number;
}

/** A warning, with what is needed to tell it to the right people. */
export interface ToldWarning {
  readonly id: Id;
  readonly caseId: CaseId;
  readonly percent: number;
  readonly reference: string;
  readonly ownerId: PersonId | null;
  /** Those who may know of the case at all; null where every caseworker may. */
  readonly wallMembers: readonly PersonId[] | null;
}

/** Finds the clocks whose time is used up by half, by four fifths or whole, and has their people told, once each. */
@Injectable()
export class DeadlineWarnings {
  constructor(
    private readonly tx: Transactions,
    private readonly trail: AuditTrail,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
  ) {}

  /** Warns of everything that is due in an organisation. Several may do this at once. @returns how many. */
  async warnAll(organisationId: OrganisationId): Promise<number> {
    let count = 0;
    while (await this.tx.run(scopeOf(organisationId), () => this.warnOne(organisationId))) {
      count += 1;
    }
    return count;
  }

  /** One warning. Runs inside the unit of work of its caller. @returns undefined where the clock has ended since. */
  async find(organisationId: OrganisationId, id: Id): Promise<ToldWarning | undefined> {
    const [found] = await this.tx.query<ToldWarning>(
      `select w.id, w.case_id as "caseId", w.percent, c.reference, c.owner_id as "ownerId",
              case when c.is_walled then array(
                select m.person_id from wall_member m
                 where m.organisation_id = c.organisation_id and m.case_id = c.id) end as "wallMembers"
         from deadline_warning w
         join case_deadline d on d.organisation_id = w.organisation_id and d.id = w.deadline_id
         join case_record c on c.organisation_id = w.organisation_id and c.id = w.case_id
        where w.organisation_id = $1 and w.id = $2 and d.state = 'open' and c.state = 'open'`,
      [organisationId, id],
    );
    return found;
  }

  private async warnOne(organisationId: OrganisationId): Promise<boolean> {
    const now = this.clock.now();
    const [found] = await this.tx.query<DueClock>(
      `select id, case_id as "caseId", deadline, coalesce(started_at, recorded_at, due_at) as "startedAt",
              due_at as "dueAt", warned_percent as "warnedPercent"
         from case_deadline
        where organisation_id = $1 and state = 'open' and next_warning_at <= $2
        order by next_warning_at limit 1 for update skip locked`,
      [organisationId, now],
    );
    if (!found) return false;
    const reached = Math.max(reachedWarning(found, now), found.warnedPercent);
    await this.tx.query(
      `update case_deadline set warned_percent = $3, next_warning_at = $4
        where organisation_id = $1 and id = $2`,
      [organisationId, found.id, reached, nextWarningAt(found, reached)],
    );
    if (reached > found.warnedPercent) await this.warn(organisationId, found, { reached, now });
    return true;
  }

  private async warn(
    organisationId: OrganisationId,
    { id, caseId, deadline }: DueClock,
    { reached, now }: { reached: number; now: Date },
  ): Promise<void> {
    const [warning] = await this.tx.query<{ id: Id }>(
      `insert into deadline_warning (id, organisation_id, case_id, deadline_id, percent, warned_at)
       values ($1, $2, $3, $4, $5, $6) on conflict (deadline_id, percent) do nothing returning id`,
      [newId(), organisationId, caseId, id, reached, now],
    );
    if (!warning) return;
    const actor = { organisationId, personId: null };
    const detail = { deadline, deadlineId: id, percent: reached };
    await this.trail.record(actor, 'deadline.warned', { type: 'case', id: caseId }, detail);
    await this.outbox.add(organisationId, deadlineWarned, { warningId: warning.id });
  }
}
