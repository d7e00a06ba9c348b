import type { CivilDate } from './civil-date.js';
import type { CalendarName, Jurisdiction } from './jurisdictions.js';

/**
 * How a limit is counted. `elapsed-hours` run through nights, weekends and holidays;
 * `working-hours-excluding-days` run day and night but stand still on non-working days;
 * `as-stated` and `none` have no number: a person enters the date, or there is none.
 */
export type LimitUnit =
  | 'working-days'
  | 'calendar-days'
  | 'calendar-months'
  | 'calendar-years'
  | 'elapsed-hours'
  | 'working-hours-excluding-days'
  | 'as-stated'
  | 'none';

/** `seen`: the text was read; `part`: some of it; `not-applicable`: there is no general rule. */
export type VerificationStatus = 'seen' | 'part' | 'unverified' | 'not-applicable';

/** What may differ between jurisdictions or between editions of one rule. */
export interface LimitTerms {
  readonly unit: LimitUnit;
  /** In `unit`; null where the unit has no number. */
  readonly amount: number | null;
  /** Why there is no number, in a sentence; present exactly when `amount` is null. */
  readonly reason?: string;
  readonly statutory: boolean;
  readonly source: string;
  readonly status: VerificationStatus;
  /** What exactly has not been verified, in a sentence. */
  readonly doubt?: string;
}

/** One deadline with its clock, as dated data. */
export interface DeadlineRule extends LimitTerms {
  readonly id: string;
  /** What has to be done, in words for people. */
  readonly title: string;
  readonly jurisdictions: readonly Jurisdiction[];
  /** What starts the clock, in words. */
  readonly startEvent: string;
  /** Day 1 is the day after the start event; `moment` is for hour clocks. */
  readonly firstDay: 'day-after' | 'moment' | 'not-counted';
  /** Month and year clocks end on the month's last day where the month is too short. */
  readonly clamps: boolean;
  /** Whether a limit that ends on a non-working day ends on the next working day instead. */
  readonly rolls: boolean;
  /** A calendar fixed by the rule itself; otherwise that of the jurisdiction. */
  readonly calendar?: CalendarName;
  /** First day on which the rule applied; null where that was not established. */
  readonly validFrom: CivilDate | null;
  readonly checkedOn: CivilDate;
  /** Longer time that the rule allows, in a sentence; never added by itself. */
  readonly extension?: string;
  /** What applied before `validFrom`, in a sentence, where no single number can be given. */
  readonly before?: string;
  /** A goal that the organisation sets itself: it may be paused, and its closures count. */
  readonly isInternal?: boolean;
  /** A practice target, not a legal limit, for a duty that has no number. */
  readonly internalTarget?: { readonly workingDays: number };
  /** The terms before `validFrom`, where they are known. */
  readonly earlier?: Partial<LimitTerms>;
  readonly variants?: Partial<Record<Jurisdiction, Partial<LimitTerms>>>;
}

/** The terms of one rule in one jurisdiction on one date. */
export interface TermsInForce {
  readonly terms: LimitTerms;
  /** False where the rule was not yet in force and what applied before it is not known. */
  readonly inForce: boolean;
}

/** The terms of a rule for a clock that starts on a date. */
export function termsInForce(
  rule: DeadlineRule,
  jurisdiction: Jurisdiction,
  startsOn: CivilDate,
): TermsInForce {
  const terms = { ...rule, ...rule.variants?.[jurisdiction] };
  if (rule.validFrom === null || startsOn >= rule.validFrom) return { terms, inForce: true };
  if (rule.earlier) return { terms: { ...terms, ...rule.earlier }, inForce: true };
  return { terms, inForce: false };
}
