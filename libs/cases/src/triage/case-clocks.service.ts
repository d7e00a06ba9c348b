import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { findDeadlineRule, isJurisdiction } from '#deadlines';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import type { ClockToStart } from '#triage';
import type { Case } from '../case.js';
import type { CaseDeadline } from './case-deadline.js';
import { CaseDeadlineRepository } from './case-deadline.repository.js';
import { clockDates } from './clock-dates.js';
import { dayOf } from './known-facts.js';
import {
  basisOf,
  clockChanges,
  startClock,
  type ToldStarts,
  type WantedClock,
} from './running-clocks.js';

/** Keeps the clocks of a case in step with what is known of it. Runs inside the unit of work of its caller. */
@Injectable()
export class CaseClocks {
  constructor(
    private readonly deadlines: CaseDeadlineRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Starts the clocks that triage calls for, and withdraws those that it no longer does. */
  async follow(
    actor: Actor,
    found: Case,
    plan: { clocks: readonly ClockToStart[]; jurisdiction: string; told: ToldStarts },
  ): Promise<void> {
    const existing = await this.deadlines.list(found.organisationId, found.id);
    const changes = clockChanges(found, plan.clocks, { existing, told: plan.told });
    for (const clock of changes.withdraw) {
      await this.withdraw(actor, clock, 'The facts no longer call for this clock.');
    }
    for (const { wanted, replaces } of changes.start) {
      if (replaces) await this.withdraw(actor, replaces, 'Replaced: its start was told anew.');
      await this.start(actor, found, { wanted, jurisdiction: plan.jurisdiction });
    }
    await this.deadlines.refreshNextDue(found.organisationId, found.id);
  }

  /**
   * Works the running clocks out again after a fact changed that they are counted by: a new row takes the
   * place of one whose date moves, and one that the jurisdiction does not know is withdrawn.
   */
  async recompute(actor: Actor, found: Case, jurisdiction: string): Promise<void> {
    const all = await this.deadlines.list(found.organisationId, found.id);
    for (const running of all.filter(({ state }) => state === 'open')) {
      if (!isKnownIn(running, jurisdiction)) {
        await this.withdraw(actor, running, 'There is no such clock in this jurisdiction.');
      } else if (this.hasMoved(running, found, jurisdiction)) {
        await this.replace(actor, found, {
          running,
          wanted: { ...running, ...basisOf(running) },
          jurisdiction,
        });
      }
    }
    await this.deadlines.refreshNextDue(found.organisationId, found.id);
  }

  /** Puts a new row in the place of a running clock. */
  async replace(
    actor: Actor,
    found: Case,
    change: { running: CaseDeadline; wanted: WantedClock; jurisdiction: string },
  ): Promise<CaseDeadline> {
    await this.withdraw(actor, change.running, 'Replaced: what it rests on was changed.');
    return this.start(actor, found, change);
  }

  /** Starts one clock. */
  async start(
    actor: Actor,
    found: Case,
    { wanted, jurisdiction }: { wanted: WantedClock; jurisdiction: string },
  ): Promise<CaseDeadline> {
    const started = startClock(found, wanted, { jurisdiction, actor, now: this.clock.now() });
    await this.deadlines.insert(started);
    await this.record(actor, 'deadline.started', started, {
      dueOn: started.dueOn,
      dueAt: started.dueAt?.toISOString() ?? null,
    });
    return started;
  }

  /** Ends a clock that need not be kept. */
  async withdraw(actor: Actor, clock: CaseDeadline, reason: string): Promise<void> {
    await this.deadlines.settle(clock, {
      state: 'withdrawn',
      settledAt: this.clock.now(),
      settledBy: actor.personId,
      settledReason: reason,
    });
    await this.record(actor, 'deadline.withdrawn', clock);
  }

  /** Records what was done to a clock on its case's chain. */
  async record(
    actor: Actor,
    action: string,
    clock: CaseDeadline,
    detail: Readonly<Record<string, string | null>> = {},
  ): Promise<void> {
    const subject = { type: 'case', id: clock.caseId };
    await this.trail.record(actor, action, subject, {
      deadline: clock.deadline,
      deadlineId: clock.id,
      ...detail,
    });
  }

  private hasMoved(running: CaseDeadline, found: Case, jurisdiction: string): boolean {
    const { deadline, startTold, stated } = running;
    const fresh = clockDates(
      { deadline, jurisdiction, start: startTold, stated },
      dayOf(found, this.clock.now()),
    );
    return fresh.dueAt?.getTime() !== running.dueAt?.getTime();
  }
}

function isKnownIn({ deadline }: CaseDeadline, jurisdiction: string): boolean {
  const rule = findDeadlineRule(deadline);
  return !!rule && isJurisdiction(jurisdiction) && rule.jurisdictions.includes(jurisdiction);
}
