import { Conflict } from '#kernel';
import { addDays, type CivilDate } from './civil-date.js';
import { findDeadlineRule } from './compute-deadline.js';
import type { Holiday } from './holidays.js';
import { addWorkingDays, type CalendarChoice, workingDaysUntil } from './working-days.js';

/** A time for which a goal of one's own stood still: the day of the pause still counts, that of going on does not. */
export interface Pause {
  readonly from: CivilDate;
  readonly until: CivilDate;
}

/**
 * Whether a clock may stand still. Only a goal that the organisation set itself may: whatever is set by law, a
 * regulator, a court or a journalist runs on.
 *
 * @throws Conflict `clock-never-pauses`
 */
export function requireMayPause(deadline: string): void {
  if (findDeadlineRule(deadline)?.isInternal) return;
  throw new Conflict(
    'clock-never-pauses',
    'This deadline is set by law or by somebody outside. It cannot be paused.',
  );
}

/** The days that pauses take out of a count, by name. */
export function pausedDays(pauses: readonly Pause[]): Holiday[] {
  const days: Holiday[] = [];
  for (const { from, until } of pauses) {
    for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) {
      if (!days.some(({ on }) => on === day)) days.push({ on: day, name: 'Paused' });
    }
  }
  return days;
}

/** A day that a person set, moved on by the working days of the pauses. */
export function pushedBack(
  stated: CivilDate,
  pauses: readonly Pause[],
  calendar: CalendarChoice,
): CivilDate {
  const lost = pauses.reduce(
    (days, { from, until }) => days + workingDaysUntil(from, until, calendar),
    0,
  );
  return addWorkingDays(stated, lost, calendar);
}
