import { Injectable } from '@nestjs/common';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, Conflict } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from './case.js';
import { CaseReadingService } from './case-reading.service.js';
import { CaseRepository } from './case.repository.js';
import { LooseEnds } from './loose-ends.service.js';
import { CaseChanges } from './triage/case-changes.js';
import type { CaseOutcome, CopiesLookedFor } from './outcome.js';

/** How a case is closed. */
export interface Closure {
  readonly outcome: CaseOutcome;
  readonly reason: string;
  /** Needed where the post was removed or changed. */
  readonly copies?: CopiesLookedFor | undefined;
  /** Whether clocks that still run are to be withdrawn with the reason. */
  readonly withdrawClocks: boolean;
  /** Whether tasks that are still open are to be cancelled with the reason. */
  readonly cancelTasks: boolean;
}

/** Closes cases and opens them again. */
@Injectable()
export class CaseClosingService {
  constructor(
    private readonly tx: Transactions,
    private readonly reading: CaseReadingService,
    private readonly cases: CaseRepository,
    private readonly ends: LooseEnds,
    private readonly changes: CaseChanges,
    private readonly clock: Clock,
  ) {}

  /**
   * Closes a case. Clocks that still run are withdrawn and open tasks cancelled with the reason, where the person says so.
   *
   * @throws NotFound `case-not-found`; Conflict `case-closed`, `case-changed`, `task-outstanding`
   * @throws Invalid `clocks-run` at `withdrawClocks`, `tasks-open` at `cancelTasks`
   * @throws Invalid `copies-unknown`, `copies-open` at `copies`
   */
  close(actor: Actor, reference: string, closure: Closure): Promise<Case> {
    requirePermission(actor, 'case:write');
    const { outcome, reason, copies, ...agreed } = closure;
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      if (found.state === 'closed')
        throw new Conflict('case-closed', 'This case is closed already.');
      await this.ends.assertCopiesLookedFor(found, outcome, copies);
      await this.ends.endAll(actor, found, { ...agreed, reason });
      const changed = await this.cases.update(found, {
        state: 'closed',
        closedAt: this.clock.now(),
        outcome,
        closingReason: reason,
        nextStep: 'none',
      });
      await this.changes.tell(actor, found, 'case.closed', { outcome, ...(copies && { copies }) });
      return changed;
    });
  }

  /** Opens a closed case again. @throws NotFound `case-not-found`; Conflict `case-open`, `case-changed` */
  reopen(actor: Actor, reference: string): Promise<Case> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      if (found.state === 'open') throw new Conflict('case-open', 'This case is open already.');
      const changed = await this.cases.update(found, {
        state: 'open',
        closedAt: null,
        outcome: null,
        closingReason: null,
        nextStep: found.primaryRoute ? 'follow-up' : 'triage',
      });
      await this.changes.tell(actor, found, 'case.reopened', { outcome: found.outcome });
      return changed;
    });
  }
}
