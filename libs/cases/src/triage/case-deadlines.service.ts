import { Injectable } from '@nestjs/common';
import { findDeadlineRule, requireMayPause } from '#deadlines';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, Conflict, type Id, Invalid } from '#kernel';
import { OutboxRepository, Transactions } from '#platform';
import { caseChanged } from '../cases.jobs.js';
import type { CaseDeadline, CaseDeadlineEntry } from './case-deadline.js';
import { CaseDeadlineRepository } from './case-deadline.repository.js';
import { CaseClocks } from './case-clocks.service.js';
import { startEventOf, startKnownTo, type ToldStart } from './clock-starts.js';
import { requireOpen } from './open-case.js';
import { basisOf, type ClockBasis, goingOn } from './running-clocks.js';
import { MOVED_ON } from './settling-reasons.js';
import { readMoment, readStarts } from './told-starts.js';
import { TriageAnswersService, type TriagedCase } from './triage-answers.service.js';

/** What a person tells of a clock. */
export interface ToldClock {
  readonly start?: ToldStart | undefined;
  /** Date or moment by which it is due, for clocks whose rule has no number. */
  readonly stated?: string | undefined;
}

/** A case with its clocks. */
export interface CaseClocksView extends TriagedCase {
  readonly deadlines: readonly CaseDeadlineEntry[];
}

/** The clocks of a case: what is due and why, and what a person does about it. */
@Injectable()
export class CaseDeadlinesService {
  constructor(
    private readonly tx: Transactions,
    private readonly answers: TriageAnswersService,
    private readonly deadlines: CaseDeadlineRepository,
    private readonly clocks: CaseClocks,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
  ) {}

  /** The clocks of a case, those that run first. @throws NotFound `case-not-found` */
  read(actor: Actor, reference: string): Promise<CaseClocksView> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const known = await this.answers.read(actor, reference);
      const { organisationId, id } = known.found;
      return { ...known, deadlines: await this.deadlines.list(organisationId, id) };
    });
  }

  /**
   * Starts a clock by hand.
   *
   * @throws Invalid `unknown-deadline`, `deadline-not-in-jurisdiction`, `start-wrong`, `stated-wrong`
   * @throws Conflict `deadline-runs-already`, `case-closed`
   */
  start(actor: Actor, reference: string, deadline: string, told: ToldClock): Promise<CaseDeadline> {
    return this.change(actor, reference, async (known) => {
      if (!findDeadlineRule(deadline)) {
        throw refused('unknown-deadline', 'deadline', 'Choose a clock');
      }
      const all = await this.deadlines.list(known.found.organisationId, known.found.id);
      if (all.some((one) => one.state === 'open' && one.deadline === deadline)) {
        throw new Conflict('deadline-runs-already', 'This clock runs already.');
      }
      const basis = this.basis(known, deadline, {
        told,
        before: { start: startKnownTo(known.found, deadline) ?? null, stated: null },
      });
      const wanted = { deadline, assumed: [], origin: 'person' as const, ...basis };
      return this.clocks.start(actor, known.found, { wanted, jurisdiction: placeOf(known) });
    });
  }

  /**
   * Tells when a clock started, or by when it is due: a new row takes the place of the old one.
   *
   * @throws NotFound `deadline-not-found`
   * @throws Conflict `deadline-changed`, `case-closed`
   * @throws Invalid `start-wrong`, `stated-wrong`
   */
  restate(actor: Actor, reference: string, id: Id, told: ToldClock): Promise<CaseDeadline> {
    return this.change(actor, reference, async (known) => {
      const running = await this.running(known, id);
      const basis = this.basis(known, running.deadline, { told, before: basisOf(running) });
      const wanted = { ...running, ...basis };
      const jurisdiction = placeOf(known);
      return this.clocks.replace(actor, known.found, { running, wanted, jurisdiction });
    });
  }

  /** Marks a clock as met. @throws NotFound `deadline-not-found` @throws Conflict `deadline-changed` */
  meet(actor: Actor, reference: string, id: Id): Promise<CaseDeadline> {
    return this.change(actor, reference, async (known) => {
      const running = await this.running(known, id);
      const settlement = {
        state: 'met' as const,
        settledAt: this.clock.now(),
        settledBy: actor.personId,
        settledReason: null,
      };
      await this.deadlines.settle(running, settlement);
      await this.clocks.record(actor, 'deadline.met', running);
      return { ...running, ...settlement };
    });
  }

  /** Withdraws a clock that need not be kept. @throws Invalid `reason-needed` and as {@link meet} */
  withdraw(actor: Actor, reference: string, id: Id, reason: string): Promise<CaseDeadline> {
    return this.change(actor, reference, async (known) => {
      const running = await this.running(known, id);
      if (reason.trim() === '') {
        throw refused('reason-needed', 'reason', 'Say why this deadline need not be kept');
      }
      await this.clocks.withdraw(actor, running, reason.trim());
      return this.deadlines.get(running.organisationId, running.caseId, id);
    });
  }

  /**
   * Lets a goal of one's own stand still.
   *
   * @throws Conflict `clock-never-pauses` for everything that is set by law or from outside, `deadline-paused`
   * @throws Invalid `reason-needed` and as {@link meet}
   */
  pause(actor: Actor, reference: string, id: Id, reason: string): Promise<CaseDeadline> {
    return this.change(actor, reference, async (known) => {
      const running = await this.running(known, id);
      requireMayPause(running.deadline);
      if (running.pausedAt)
        throw new Conflict('deadline-paused', 'This goal stands still already.');
      if (reason.trim() === '') throw refused('reason-needed', 'reason', 'Say why it waits');
      const pause = {
        pausedAt: this.clock.now(),
        pausedBy: actor.personId,
        pausedReason: reason.trim(),
      };
      await this.deadlines.pause(running, pause);
      await this.clocks.record(actor, 'deadline.paused', running);
      return this.deadlines.get(running.organisationId, running.caseId, id);
    });
  }

  /** Lets a goal go on, with the days of the pause added. @throws Conflict `deadline-not-paused` and as {@link meet} */
  resume(actor: Actor, reference: string, id: Id): Promise<CaseDeadline> {
    return this.change(actor, reference, async (known) => {
      const running = await this.running(known, id);
      requireMayPause(running.deadline);
      const wanted = goingOn(running, known.found, this.clock.now());
      await this.clocks.record(actor, 'deadline.resumed', running);
      return this.clocks.replace(actor, known.found, {
        running: { ...running, pausedAt: null, pausedBy: null, pausedReason: null },
        wanted,
        jurisdiction: placeOf(known),
        because: MOVED_ON.goesOn,
      });
    });
  }

  private change(
    actor: Actor,
    reference: string,
    work: (known: TriagedCase) => Promise<CaseDeadline>,
  ): Promise<CaseDeadline> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const known = await this.answers.read(actor, reference);
      requireOpen(known.found);
      const changed = await work(known);
      await this.deadlines.refreshNextDue(known.found.organisationId, known.found.id);
      await this.outbox.add(known.found.organisationId, caseChanged, { caseId: known.found.id });
      return changed;
    });
  }

  private async running({ found }: TriagedCase, id: Id): Promise<CaseDeadline> {
    const clock = await this.deadlines.get(found.organisationId, found.id, id);
    if (clock.state === 'open') return clock;
    throw new Conflict('deadline-ended', 'This deadline has been met or withdrawn already.');
  }

  private basis(
    known: TriagedCase,
    deadline: string,
    { told, before }: { told: ToldClock; before: ClockBasis },
  ): ClockBasis {
    const jurisdiction = placeOf(known);
    const stated = told.stated ? readMoment(told.stated, jurisdiction) : before.stated;
    if (stated === undefined) {
      throw refused('stated-wrong', 'stated', 'Enter the day it is due as a real date');
    }
    if (!told.start) return { start: before.start, stated };
    const event = startEventOf(deadline) ?? 'complaint_received';
    const starts = readStarts({ [event]: told.start }, { jurisdiction, now: this.clock.now() });
    return { start: starts[event] ?? null, stated };
  }
}

function placeOf({ facts }: TriagedCase): string {
  return String(facts['jurisdiction']);
}

function refused(code: string, field: string, message: string): Invalid {
  return new Invalid(code, message, [{ field, message }]);
}
