import { Injectable } from '@nestjs/common';
import { type AuditActor, AuditTrail } from '#audit';
import { addDays, civilDateIn, isJurisdiction, zoneOf } from '#deadlines';
import type { Actor } from '#identity';
import { Clock, Conflict, type Id, newId } from '#kernel';
import type { Case } from '../case.js';
import { CaseTasks } from '../tasks/case-tasks.service.js';
import { type CaseKeeping, type Hold, type HoldPlan, REVIEW_AFTER_DAYS } from './hold.js';
import { HoldsRepository } from './holds.repository.js';

/** A hold that a step of a route sets, once. */
export interface StepHold extends Pick<HoldPlan, 'askedBy' | 'reason'> {
  readonly stepKey: string;
}

/**
 * Sets holds as part of something else, and refuses what they forbid. Runs inside the unit of work of its caller,
 * who has found the case for the actor.
 */
@Injectable()
export class CaseHolds {
  constructor(
    private readonly holds: HoldsRepository,
    private readonly tasks: CaseTasks,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Sets the hold of a step on the whole case, unless the step has set it before. */
  async setByStep(actor: Actor, found: Case, step: StepHold): Promise<void> {
    const fromOn = this.today(found);
    const reviewOn = addDays(fromOn, REVIEW_AFTER_DAYS);
    const plan = { ...step, evidenceId: null, theirReference: '', fromOn, reviewOn };
    await this.insert(actor, found, plan);
  }

  /** Sets a hold that a person thought of. @returns its id */
  async setByHand(actor: Actor, found: Case, plan: HoldPlan): Promise<Id> {
    return (await this.insert(actor, found, { ...plan, stepKey: null }))!;
  }

  /** What stands in the way of changing what belongs to a case. */
  keepingOf(found: Case): Promise<CaseKeeping> {
    return this.holds.keepingOf(found);
  }

  /**
   * Stops a deletion that a hold forbids; the database would refuse it as well.
   *
   * @param evidenceId the item that is to go; null for anything else of the case.
   * @throws Conflict `case-held`
   */
  async assertDeletable(found: Case, evidenceId: Id | null = null): Promise<void> {
    if (!(await this.holds.isHeld(found, evidenceId))) return;
    const message = 'Stop: this is on hold. Nothing of it is deleted until the hold is lifted.';
    throw new Conflict('case-held', message);
  }

  /** Ends the task that asks for another look at a hold. */
  async finishReview(actor: AuditActor, found: Case, hold: Hold): Promise<void> {
    if (found.state === 'open') await this.tasks.finishStep(actor, found, reviewKey(hold.id));
  }

  /** The civil date of the case's nation. */
  today({ jurisdiction }: Case): string {
    const nation = isJurisdiction(jurisdiction) ? jurisdiction : 'england';
    return civilDateIn(this.clock.now(), zoneOf(nation));
  }

  private async insert(
    actor: Actor,
    found: Case,
    plan: HoldPlan & { stepKey: string | null },
  ): Promise<Id | undefined> {
    const id = newId();
    const set = { id, setBy: actor.personId, setAt: this.clock.now() };
    if (!(await this.holds.insert(found, { ...plan, ...set }))) return undefined;
    const { askedBy, evidenceId, reviewOn } = plan;
    const detail = { hold: id, askedBy, reviewOn, ...(evidenceId && { evidence: evidenceId }) };
    await this.trail.record(actor, 'hold.set', { type: 'case', id: found.id }, detail);
    // A hold on a closed case has nobody working on the case: its review date stands on the page alone.
    if (found.state === 'open') await this.planReview(actor, found, { id, reviewOn });
    return id;
  }

  private async planReview(
    actor: Actor,
    found: Case,
    { id, reviewOn }: Pick<Hold, 'id' | 'reviewOn'>,
  ): Promise<void> {
    await this.tasks.make(actor, found, {
      title: 'Look whether the hold is still needed',
      dueOn: reviewOn,
      assigneeId: null,
      origin: 'route',
      stepKey: reviewKey(id),
    });
  }
}

function reviewKey(id: Id): string {
  return `hold:${id}:review`;
}
