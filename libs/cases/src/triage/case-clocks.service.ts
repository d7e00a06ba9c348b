import { Injectable } from '@nestjs/common';
import { type AuditActor, AuditTrail } from '#audit';
import { type DaysOff, findDeadlineRule, isJurisdiction } from '#deadlines';
import { Clock, Invalid } from '#kernel';
import { CalendarDays } from '#knowledge';
import type { ClockToStart } from '#triage';
import type { Case } from '../case.js';
import type { CaseDeadline } from './case-deadline.js';
import { CaseDeadlineRepository } from './case-deadline.repository.js';
import { clockDates } from './clock-dates.js';
import { dayOf } from './known-facts.js';
import { closedBecause, MOVED_ON } from './settling-reasons.js';
import {
  basisAfter,
  clockChanges,
  startClock,
  type Starting,
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
    private readonly calendars: CalendarDays,
  ) {}

  /** Starts the clocks that triage calls for, and withdraws those that it no longer does. */
  async follow(
    actor: AuditActor,
    found: Case,
    plan: { clocks: readonly ClockToStart[]; jurisdiction: string; told: ToldStarts },
  ): Promise<void> {
    const existing = await this.deadlines.list(found.organisationId, found.id);
    const changes = clockChanges(found, plan.clocks, { existing, told: plan.told });
    for (const clock of changes.withdraw) {
      await this.withdraw(actor, clock, MOVED_ON.notCalledFor);
    }
    for (const { wanted, replaces } of changes.start) {
      if (replaces) await this.withdraw(actor, replaces, MOVED_ON.startToldAnew);
      await this.start(actor, found, { wanted, jurisdiction: plan.jurisdiction, replaces });
    }
    await this.deadlines.refreshNextDue(found.organisationId, found.id);
  }

  /**
   * Works the running clocks out again after a fact changed that they are counted by: a new row takes the
   * place of one whose start or date moves, and one that the jurisdiction does not know is withdrawn.
   *
   * @param before the case as it was; a start that came from its dates moves with them.
   */
  async recompute(actor: AuditActor, found: Case, before: Case): Promise<void> {
    const { jurisdiction } = found;
    const all = await this.deadlines.list(found.organisationId, found.id);
    const daysOff = await this.calendars.inForce(found.organisationId);
    for (const running of all.filter(({ state }) => state === 'open')) {
      const wanted = { ...running, ...basisAfter(running, before, found) };
      if (!isKnownIn(running, jurisdiction)) {
        await this.withdraw(actor, running, MOVED_ON.unknownThere);
      } else if (this.hasMoved(running, wanted, { found, daysOff })) {
        await this.replace(actor, found, { running, wanted, jurisdiction });
      }
    }
    await this.deadlines.refreshNextDue(found.organisationId, found.id);
  }

  /** Puts a new row in the place of a running clock. */
  async replace(
    actor: AuditActor,
    found: Case,
    change: { running: CaseDeadline; wanted: WantedClock; jurisdiction: string; because?: string },
  ): Promise<CaseDeadline> {
    const { running, wanted, jurisdiction, because = MOVED_ON.restsOnOther } = change;
    await this.withdraw(actor, running, because);
    return this.start(actor, found, { wanted, jurisdiction, replaces: running });
  }

  /** Starts one clock. */
  async start(
    actor: AuditActor,
    found: Case,
    { wanted, ...starting }: { wanted: WantedClock } & Omit<Starting, 'daysOff'>,
  ): Promise<CaseDeadline> {
    const daysOff = await this.calendars.inForce(found.organisationId);
    const now = this.clock.now();
    const started = startClock(found, wanted, { ...starting, daysOff, actor, now });
    await this.deadlines.insert(started);
    await this.record(actor, 'deadline.started', started, {
      dueOn: started.dueOn,
      dueAt: started.dueAt?.toISOString() ?? null,
    });
    return started;
  }

  /**
   * Withdraws every clock that still runs on a case, because the case is closed. The case is held meanwhile,
   * so that no clock starts behind the back of the one who closes.
   *
   * @throws Conflict `case-closed`
   * @throws Invalid `clocks-run` at `withdrawClocks` where some run and `isAgreed` is false.
   */
  async endAll(
    actor: AuditActor,
    found: Case,
    { isAgreed, reason }: { isAgreed: boolean; reason: string },
  ): Promise<void> {
    await this.deadlines.holdOpenCase(found.organisationId, found.id);
    const all = await this.deadlines.list(found.organisationId, found.id);
    const running = all.filter(({ state }) => state === 'open');
    if (running.length === 0) return;
    if (!isAgreed) throw clocksRun(running.length);
    for (const clock of running) await this.withdraw(actor, clock, closedBecause(reason));
    await this.deadlines.refreshNextDue(found.organisationId, found.id);
  }

  /** Ends a clock that need not be kept. */
  async withdraw(actor: AuditActor, clock: CaseDeadline, reason: string): Promise<void> {
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
    actor: AuditActor,
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

  private hasMoved(
    running: CaseDeadline,
    wanted: WantedClock,
    { found, daysOff }: { found: Case; daysOff: DaysOff },
  ): boolean {
    const { deadline, start, stated } = wanted;
    if (running.startTold !== (start?.at ?? null)) return true;
    const { jurisdiction } = found;
    const fresh = clockDates(
      { deadline, jurisdiction, start: start?.at ?? null, stated, pauses: running.pauses },
      dayOf(found, this.clock.now()),
      daysOff,
    );
    return fresh.dueAt?.getTime() !== running.dueAt?.getTime();
  }
}

function isKnownIn({ deadline }: CaseDeadline, jurisdiction: string): boolean {
  const rule = findDeadlineRule(deadline);
  return !!rule && isJurisdiction(jurisdiction) && rule.jurisdictions.includes(jurisdiction);
}

function clocksRun(count: number): Invalid {
  const message =
    count === 1
      ? 'A deadline still runs. Say that it is to be withdrawn, or settle it first'
      : `${count} deadlines still run. Say that they are to be withdrawn, or settle them first`;
  return new Invalid('clocks-run', message, [{ field: 'withdrawClocks', message }]);
}
