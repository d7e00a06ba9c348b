import type { CivilDate } from './civil-date.js';
import { findDeadlineRule } from './compute-deadline.js';
import type { Holiday } from './holidays.js';
import { calendarOf, type CalendarName, type Jurisdiction } from './jurisdictions.js';

/** Days that an organisation added to the shipped calendars. */
export interface DaysOff {
  readonly holidays: Readonly<Partial<Record<CalendarName, readonly Holiday[]>>>;
  /** Days on which the office is closed: they count for internal targets only. */
  readonly closures: readonly Holiday[];
}

export const NO_DAYS_OFF: DaysOff = Object.freeze({ holidays: {}, closures: [] });

/** Where a day off is added or taken away: one of the calendars, or the organisation's own office. */
export type DayOffPlace = CalendarName | 'office';

/** The added days that one clock leaves out besides those of its shipped calendar. */
export function daysOffFor(
  deadline: string,
  jurisdiction: Jurisdiction,
  { holidays, closures }: DaysOff,
): readonly Holiday[] {
  const rule = findDeadlineRule(deadline);
  const added = holidays[rule?.calendar ?? calendarOf(jurisdiction)] ?? [];
  return rule?.isInternal ? [...added, ...closures] : added;
}

/** The days off with one more. */
export function withDayOff(days: DaysOff, place: DayOffPlace, day: Holiday): DaysOff {
  return change(days, place, (before) => [...before, day]);
}

/** The days off without those of one date. */
export function withoutDayOff(days: DaysOff, place: DayOffPlace, on: CivilDate): DaysOff {
  return change(days, place, (before) => before.filter((day) => day.on !== on));
}

function change(
  { holidays, closures }: DaysOff,
  place: DayOffPlace,
  to: (before: readonly Holiday[]) => readonly Holiday[],
): DaysOff {
  if (place === 'office') return { holidays, closures: to(closures) };
  return { holidays: { ...holidays, [place]: to(holidays[place] ?? []) }, closures };
}
