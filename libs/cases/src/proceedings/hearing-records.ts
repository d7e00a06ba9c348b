import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import type { Actor } from '#identity';
import type { Id } from '#kernel';
import { OutboxRepository } from '#platform';
import type { Case } from '../case.js';
import { CaseRepository } from '../case.repository.js';
import { hearingChanged } from '../cases.jobs.js';
import { type Hearing, HEARING_KINDS } from './hearing.js';
import { HearingClocks } from './hearing-clocks.js';
import { ProceedingTasks } from './proceeding-tasks.js';

/** What stands beside a hearing: the audit event, its clock, the tasks of its day, the word to the doctor. */
@Injectable()
export class HearingRecords {
  constructor(
    private readonly cases: CaseRepository,
    private readonly trail: AuditTrail,
    private readonly clocks: HearingClocks,
    private readonly tasks: ProceedingTasks,
    private readonly outbox: OutboxRepository,
  ) {}

  /** Records what was done with a hearing. */
  async tell(
    actor: Actor,
    found: Case,
    action: string,
    { id, kind, proceedingId }: Pick<Hearing, 'id' | 'kind' | 'proceedingId'>,
  ): Promise<void> {
    const detail = { hearing: id, kind, proceeding: proceedingId };
    await this.trail.record(actor, action, { type: 'case', id: found.id }, detail);
  }

  /** Has the doctor told. @param changeId of the hearing, or of the adjournment. */
  async tellDoctor(found: Case, { id }: Pick<Hearing, 'id'>, changeId: Id): Promise<void> {
    if (found.doctorId === null) return;
    await this.outbox.add(found.organisationId, hearingChanged, { hearingId: id, changeId });
  }

  /** Interim orders come at short notice: their case is urgent from then on. @throws Conflict `case-changed` */
  async raise(actor: Actor, found: Case, { kind }: Pick<Hearing, 'kind'>): Promise<void> {
    if (kind !== 'interim-orders' || found.isUrgent) return;
    await this.cases.update(found, { isUrgent: true });
    await this.trail.record(actor, 'case.marked-urgent', { type: 'case', id: found.id });
  }

  /** Has the clock of the next hearing follow what is listed. */
  followClock(
    actor: Actor,
    found: Case,
    step: { changed: Hearing; all: readonly Hearing[] },
  ): Promise<void> {
    return this.clocks.follow(actor, found, step);
  }

  /** Makes the tasks of the day for which a hearing is listed. @param hearing `day`: civil date. */
  followDay(
    actor: Actor,
    found: Case,
    { id, kind, day }: Pick<Hearing, 'id' | 'kind'> & { day: string },
  ): Promise<void> {
    const { text: title } = HEARING_KINDS[kind];
    return this.tasks.followHearing(actor, found, { id, title, day });
  }
}
