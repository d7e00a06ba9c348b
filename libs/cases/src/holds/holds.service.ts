import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, Conflict, Forbidden, type Id } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import { CaseReadingService } from '../case-reading.service.js';
import { CaseHolds } from './case-holds.service.js';
import { assertDates, type Hold, type HoldPlan } from './hold.js';
import { HoldsRepository } from './holds.repository.js';

/** What a person says about ending a hold, of the version that they saw. */
export interface LiftWords {
  /** 1 to 5,000. */
  readonly reason: string;
  readonly version: number;
}

/** Holds as people set and lift them: one asks, another decides. Closed cases can be held, too. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly tx: Transactions,
    private readonly reading: CaseReadingService,
    private readonly holds: HoldsRepository,
    private readonly caseHolds: CaseHolds,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The holds of a case, those that last first. @throws NotFound `case-not-found` */
  list(actor: Actor, reference: string): Promise<Hold[]> {
    return this.tx.run(scopeOfActor(actor), async () =>
      this.holds.list(await this.reading.get(actor, reference)),
    );
  }

  /** One hold. @throws NotFound `case-not-found`, `hold-not-found` */
  get(actor: Actor, reference: string, id: Id): Promise<Hold> {
    return this.tx.run(scopeOfActor(actor), async () =>
      this.holds.get(await this.reading.get(actor, reference), id),
    );
  }

  /**
   * Sets a hold. Whoever names an item has looked that the case has it.
   *
   * @throws NotFound `case-not-found`; Invalid `hold-wrong` at `fromOn`, `reviewOn`
   */
  set(actor: Actor, reference: string, plan: HoldPlan): Promise<Hold> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      assertDates(plan, this.caseHolds.today(found));
      return this.holds.get(found, await this.caseHolds.setByHand(actor, found, plan));
    });
  }

  /**
   * Asks for a hold to be lifted; somebody else decides.
   *
   * @throws NotFound `case-not-found`, `hold-not-found`; Conflict `hold-lifted`, `hold-lift-asked`, `hold-changed`
   */
  askToLift(actor: Actor, reference: string, id: Id, words: LiftWords): Promise<Hold> {
    requirePermission(actor, 'case:write');
    return this.change(actor, { reference, id, version: words.version }, async (found, hold) => {
      if (hold.liftAsked) throw liftAsked();
      const said = { by: actor.personId, at: this.clock.now(), reason: words.reason };
      await this.holds.askToLift(found, hold, said);
      await this.record(actor, found, { action: 'hold.lift-asked', hold });
    });
  }

  /**
   * Lifts a hold after a second look, or leaves it on.
   *
   * @throws as {@link askToLift}; Conflict `hold-lift-not-asked`
   * @throws Forbidden `lifter-is-asker` for whoever asked
   */
  decide(
    actor: Actor,
    reference: string,
    id: Id,
    { isLifted, ...words }: LiftWords & { isLifted: boolean },
  ): Promise<Hold> {
    requirePermission(actor, 'hold:lift');
    return this.change(actor, { reference, id, version: words.version }, async (found, hold) => {
      assertDecidable(hold, actor);
      const said = { by: actor.personId, at: this.clock.now(), reason: words.reason };
      await (isLifted ? this.holds.lift(found, hold, said) : this.holds.keepOn(found, hold, said));
      const action = isLifted ? 'hold.lifted' : 'hold.kept-on';
      await this.record(actor, found, { action, hold });
      if (isLifted) await this.caseHolds.finishReview(actor, found, hold);
    });
  }

  private change(
    actor: Actor,
    { reference, id, version }: { reference: string; id: Id; version: number },
    work: (found: Case, hold: Hold) => Promise<void>,
  ): Promise<Hold> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      const hold = await this.holds.get(found, id);
      if (hold.lifted) throw new Conflict('hold-lifted', 'This hold is lifted already.');
      await work(found, { ...hold, version });
      return this.holds.get(found, id);
    });
  }

  private record(
    actor: Actor,
    found: Case,
    { action, hold }: { action: string; hold: Hold },
  ): Promise<void> {
    const { id, evidenceId } = hold;
    const detail = { hold: id, ...(evidenceId && { evidence: evidenceId }) };
    return this.trail.record(actor, action, { type: 'case', id: found.id }, detail);
  }
}

function assertDecidable({ liftAsked }: Hold, { personId }: Actor): void {
  if (!liftAsked) {
    throw new Conflict('hold-lift-not-asked', 'Nobody has asked for this hold to be lifted.');
  }
  if (liftAsked.by === personId) {
    throw new Forbidden('lifter-is-asker', 'Somebody else decides whether it is lifted.');
  }
}

function liftAsked(): Conflict {
  const message = 'Somebody has asked for this hold to be lifted already.';
  return new Conflict('hold-lift-asked', message);
}
