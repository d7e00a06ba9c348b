import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { addWorkingDays, calendarOf, dayIn, isJurisdiction } from '#deadlines';
import type { Actor } from '#identity';
import { Clock, type Id } from '#kernel';
import type { Case } from '../case.js';
import { CaseTasks } from '../tasks/case-tasks.service.js';
import type { ConflictDecision } from './conflict-check.js';

const TASK = 'Have a lead adviser decide whether there is a conflict of interest';

/** What is left behind when a check is raised or decided: an event of the case, and a task. */
@Injectable()
export class CheckMarks {
  constructor(
    private readonly tasks: CaseTasks,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async raised(actor: Actor, found: Case, id: Id): Promise<void> {
    await this.trail.record(actor, 'conflict-check.raised', { type: 'case', id: found.id });
    const nation = isJurisdiction(found.jurisdiction) ? found.jurisdiction : 'england';
    await this.tasks.make(actor, found, {
      title: TASK,
      dueOn: addWorkingDays(dayIn(this.clock.now(), nation), 1, calendarOf(nation)),
      assigneeId: null,
      origin: 'route',
      stepKey: `conflict-check:${id}`,
    });
  }

  async decided(actor: Actor, found: Case, decision: ConflictDecision): Promise<void> {
    const subject = { type: 'case', id: found.id };
    await this.trail.record(actor, 'conflict-check.decided', subject, { decision });
  }
}
