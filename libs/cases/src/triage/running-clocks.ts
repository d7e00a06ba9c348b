import {
  carriedWarning,
  type DaysOff,
  findDeadlineRule,
  nextWarningAt,
  type Pause,
} from '#deadlines';
import { Conflict, newId } from '#kernel';
import type { AuditActor } from '#audit';
import type { ClockToStart } from '#triage';
import type { Case } from '../case.js';
import type { CaseDeadline } from './case-deadline.js';
import { type ClockDates, clockDates } from './clock-dates.js';
import { dayOf } from './known-facts.js';
import { isPersonsReason } from './settling-reasons.js';
import { startEventOf, type StartEventId, startKnownTo, type ToldStart } from './clock-starts.js';

/** What is known of the start of a clock and of a date entered for it. */
export interface ClockBasis {
  readonly start: ToldStart | null;
  readonly stated: string | null;
}

/** A clock that should run, with what it rests on. */
export interface WantedClock extends ClockBasis {
  readonly deadline: string;
  readonly assumed: readonly string[];
  readonly origin: CaseDeadline['origin'];
  readonly pauses?: readonly Pause[];
}

/** Where and when a clock starts, and whose place it takes. */
export interface Starting {
  readonly jurisdiction: string;
  readonly daysOff: DaysOff;
  /** The clock that ends for it, where one does. */
  readonly replaces?: CaseDeadline | undefined;
}

/** Starts as a person told them, by the event. */
export type ToldStarts = Readonly<Partial<Record<StartEventId, ToldStart>>>;

/** Clocks to start anew, each with the running one whose place it takes, and clocks to withdraw. */
export interface ClockChanges {
  readonly start: readonly { wanted: WantedClock; replaces: CaseDeadline | undefined }[];
  readonly withdraw: readonly CaseDeadline[];
}

/**
 * What has to change so that the clocks of a case are those that triage calls for. A clock keeps the start
 * that it has unless another is told. One that was met, or that a person withdrew with a reason, is not started
 * again, and one that a person started is let be.
 */
export function clockChanges(
  found: Case,
  clocks: readonly ClockToStart[],
  known: { existing: readonly CaseDeadline[]; told: ToldStarts },
): ClockChanges {
  const running = known.existing.filter(({ state }) => state === 'open');
  const wanted = clocks.map((clock) => wantedClock(found, clock, known));
  return {
    start: wanted
      .filter((one) => !known.existing.some((clock) => isSettledAlike(clock, one)))
      .map((one) => ({ wanted: one, replaces: running.find(isFor(one)) }))
      .filter(({ wanted: one, replaces }) => !replaces || !restsOnTheSame(replaces, one)),
    withdraw: running.filter(
      (clock) => clock.origin === 'triage' && !wanted.some((one) => isFor(one)(clock)),
    ),
  };
}

/** A clock as it starts to run. @param jurisdiction where the care was given, by the facts. */
export function startClock(
  found: Case,
  wanted: WantedClock,
  run: Starting & { actor: AuditActor; now: Date },
): CaseDeadline {
  const { deadline, start, stated, assumed, origin, pauses = [] } = wanted;
  const { jurisdiction, daysOff, replaces, actor, now } = run;
  const question = { deadline, jurisdiction, start: start?.at ?? null, stated, pauses };
  const dates = clockDates(question, dayOf(found, now), daysOff);
  const isRecorded = start !== null || stated !== null;
  // What is worked out anew in the background was recorded by the person who told it.
  const isTold = actor.personId !== null || !replaces;
  return {
    id: newId(),
    organisationId: found.organisationId,
    caseId: found.id,
    deadline,
    title: findDeadlineRule(deadline)?.title ?? deadline,
    ...dates,
    startTold: start?.at ?? null,
    noticedBy: start?.noticedBy ?? null,
    stated,
    assumed,
    origin,
    state: 'open',
    recordedBy: isTold ? (isRecorded ? actor.personId : null) : replaces.recordedBy,
    recordedAt: isTold ? (isRecorded ? now : null) : replaces.recordedAt,
    mayPause: findDeadlineRule(deadline)?.isInternal ?? false,
    pauses,
    ...standingStill(replaces),
    ...warningsOf(dates, replaces, now),
    settledAt: null,
    settledBy: null,
    settledReason: null,
    version: 1,
  };
}

/** A clock that takes the place of one that stands still does so too. */
function standingStill(replaces: CaseDeadline | undefined) {
  const { pausedAt = null, pausedBy = null, pausedReason = null } = replaces ?? {};
  return { pausedAt, pausedBy, pausedReason };
}

function warningsOf(
  { startedAt, dueAt }: ClockDates,
  replaces: CaseDeadline | undefined,
  now: Date,
): Pick<CaseDeadline, 'warnedPercent' | 'nextWarningAt'> {
  if (dueAt === null) return { warnedPercent: 0, nextWarningAt: null };
  // What only has a day to be due on runs from when that day was entered.
  const run = { startedAt: startedAt ?? (now < dueAt ? now : dueAt), dueAt };
  const warnedPercent = carriedWarning(run, replaces?.warnedPercent ?? 0, now);
  const next = replaces?.pausedAt ? null : nextWarningAt(run, warnedPercent);
  return { warnedPercent, nextWarningAt: next };
}

/** A clock that stood still, as it goes on. @throws Conflict `deadline-not-paused` */
export function goingOn(clock: CaseDeadline, found: Case, now: Date): WantedClock {
  if (clock.pausedAt === null) {
    throw new Conflict('deadline-not-paused', 'This goal does not stand still.');
  }
  const pause = { from: dayOf(found, clock.pausedAt), until: dayOf(found, now) };
  return { ...clock, ...basisOf(clock), pauses: [...clock.pauses, pause] };
}

/** What a running clock rests on, with what a person tells now laid over it. */
export function basisOf(clock: CaseDeadline): ClockBasis {
  const start =
    clock.startTold === null
      ? null
      : { at: clock.startTold, noticedBy: clock.noticedBy ?? undefined };
  return { start, stated: clock.stated };
}

function wantedClock(
  found: Case,
  { deadline, assumed }: ClockToStart,
  { existing, told }: { existing: readonly CaseDeadline[]; told: ToldStarts },
): WantedClock {
  const event = startEventOf(deadline);
  const running = existing.find((clock) => clock.state === 'open' && clock.deadline === deadline);
  const before = running ? basisOf(running) : { start: null, stated: null };
  const start = (event && told[event]) ?? before.start ?? startKnownTo(found, deadline) ?? null;
  return { deadline, assumed, origin: 'triage', start, stated: before.stated };
}

/**
 * What a running clock rests on after its case was put right: a start that came from the case moves with it, one
 * that a person told stays.
 */
export function basisAfter(clock: CaseDeadline, before: Case, after: Case): ClockBasis {
  const basis = basisOf(clock);
  const isFromCase = clock.startTold === (startKnownTo(before, clock.deadline)?.at ?? null);
  if (!isFromCase) return basis;
  return { ...basis, start: startKnownTo(after, clock.deadline) ?? null };
}

function isFor({ deadline }: WantedClock): (clock: CaseDeadline) => boolean {
  return (clock) => clock.deadline === deadline;
}

function restsOnTheSame(clock: CaseDeadline, { start, stated, assumed }: WantedClock): boolean {
  return (
    clock.startTold === (start?.at ?? null) &&
    clock.noticedBy === (start?.noticedBy ?? null) &&
    clock.stated === stated &&
    clock.assumed.join() === assumed.join()
  );
}

/** Met already, or withdrawn with a reason; another start told since is another duty. */
function isSettledAlike(clock: CaseDeadline, { deadline, start }: WantedClock): boolean {
  if (clock.deadline !== deadline) return false;
  const isDone =
    clock.state === 'met' || (clock.state === 'withdrawn' && isPersonsReason(clock.settledReason));
  return isDone && (start === null || start.at === clock.startTold);
}
