import type { Pause } from '#deadlines';
import type { CaseId, Id, OrganisationId, PersonId } from '#kernel';
import type { ClockExplanation } from './clock-dates.js';

export const DEADLINE_STATES = ['open', 'met', 'withdrawn'] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

/** A clock that runs, or ran, on a case. What it rests on is never changed: a new row takes its place. */
export interface CaseDeadline {
  readonly id: Id;
  readonly organisationId: OrganisationId;
  readonly caseId: CaseId;
  /** Id of a deadline rule. */
  readonly deadline: string;
  readonly title: string;
  /** Null where the start is not known yet. */
  readonly startedAt: Date | null;
  /** The start as it was told: a civil date, or an instant. */
  readonly startTold: string | null;
  /** Who noticed what started it, for clocks that run from somebody's awareness. */
  readonly noticedBy: string | null;
  /** Date or instant that a person entered. */
  readonly stated: string | null;
  /** Civil date in the jurisdiction; null for hour clocks and without a date. */
  readonly dueOn: string | null;
  /** Last moment; null without a date. */
  readonly dueAt: Date | null;
  readonly explanation: ClockExplanation;
  /** Facts answered "not sure" but for which it would not run. */
  readonly assumed: readonly string[];
  readonly origin: 'triage' | 'person';
  readonly state: DeadlineState;
  /** Who recorded the start, and when. */
  readonly recordedBy: PersonId | null;
  readonly recordedAt: Date | null;
  /** Whether it is a goal of one's own, which may stand still. */
  readonly mayPause: boolean;
  /** The times for which it stood still. */
  readonly pauses: readonly Pause[];
  /** Since when it stands still; null while it runs. */
  readonly pausedAt: Date | null;
  readonly pausedBy: PersonId | null;
  readonly pausedReason: string | null;
  /** The highest step of its time, in per cent, that was told already. */
  readonly warnedPercent: number;
  readonly nextWarningAt: Date | null;
  readonly settledAt: Date | null;
  readonly settledBy: PersonId | null;
  readonly settledReason: string | null;
  readonly version: number;
}

/** A clock as it is shown: with the names of those who recorded and settled it. */
export interface CaseDeadlineEntry extends CaseDeadline {
  readonly recordedByName: string | null;
  readonly settledByName: string | null;
}
