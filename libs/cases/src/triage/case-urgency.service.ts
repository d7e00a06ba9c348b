import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { OutboxRepository } from '#platform';
import { assessUrgency, URGENCY_LEVELS, type Urgency } from '#triage';
import type { Case } from '../case.js';
import { caseUrgent } from '../cases.jobs.js';
import { CaseChanges } from './case-changes.js';
import type { Told } from './case-upkeep.service.js';
import { firstResponseDue, isPressing } from './first-response.js';

/** Keeps how urgent a case is in step with what is known of it. Runs inside the unit of work of its caller. */
@Injectable()
export class CaseUrgency {
  constructor(
    private readonly changes: CaseChanges,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets how soon somebody must respond, counted from now where it has changed, and has the duty adviser alerted
   * when it has become more urgent and cannot wait until the day is over. Somebody in danger must not wait until
   * advice has been adopted.
   *
   * @throws Conflict `case-changed`
   */
  async follow(actor: Actor, found: Case, known: Omit<Told, 'own'>) {
    const { level } = assessUrgency(known.facts, known.unsure, known.pack);
    if (level === found.urgency) return found;
    const due = firstResponseDue(level, this.clock.now(), found.jurisdiction);
    const after = await this.changes.update(found, {
      urgency: level,
      firstResponseDueAt: due,
      isUrgent: found.isUrgent || isPressing(level),
    });
    await this.changes.tell(actor, after, 'case.urgency-set', {
      urgency: level,
      dueAt: due?.toISOString() ?? null,
    });
    if (isPressing(level) && isSooner(level, found.urgency)) {
      await this.outbox.add(found.organisationId, caseUrgent, { caseId: found.id });
    }
    return after;
  }
}

function isSooner(level: Urgency, than: Urgency): boolean {
  return URGENCY_LEVELS.indexOf(level) < URGENCY_LEVELS.indexOf(than);
}
