import type { CivilDate } from './civil-date.js';

/** One line of "why this date?". */
export interface DeadlineStep {
  /** Date, or an instant in UTC, that the line is about. */
  readonly on: string;
  /** Last date of a run of days that the line is about, if more than one. */
  readonly until?: CivilDate;
  readonly note: string;
}

/** When something is due, and how that was worked out. */
export interface DeadlineAnswer {
  /** A date for day and month clocks, an instant in UTC for hour clocks, null without a number. */
  readonly due: string | null;
  readonly kind: 'date' | 'instant' | 'none';
  /** Why there is no date, in a sentence; present exactly when `due` is null. */
  readonly reason?: string;
  /** Present where the rule, or that it applied on the day, is not verified. */
  readonly label?: 'unverified';
  readonly steps: readonly DeadlineStep[];
}

/** The end of a clock, with the lines that lead to it. */
export interface ClockEnd {
  readonly due: string;
  readonly steps: readonly DeadlineStep[];
}
