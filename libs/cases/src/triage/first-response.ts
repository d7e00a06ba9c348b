import {
  addDays,
  addWorkingDays,
  calendarOf,
  civilDateIn,
  isJurisdiction,
  startOfDay,
  zoneOf,
} from '#deadlines';
import type { Urgency } from '#triage';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Hour on the wall clock at which a working day ends. */
const END_OF_WORK = 17;

/** Levels at which the duty adviser is alerted. */
export function isPressing(urgency: Urgency): boolean {
  return urgency === 'now' || urgency === 'two-hours';
}

/**
 * By when somebody must respond first: at once, two hours later, before the day there is over, or at the end (5pm) of
 * the third working day. Null where nothing presses.
 *
 * @param from when it became known how urgent the case is.
 * @param jurisdiction England's clock and calendar stand in for one that is not known.
 */
export function firstResponseDue(urgency: Urgency, from: Date, jurisdiction: string): Date | null {
  const place = isJurisdiction(jurisdiction) ? jurisdiction : 'england';
  const day = civilDateIn(from, zoneOf(place));
  switch (urgency) {
    case 'now':
      return from;
    case 'two-hours':
      return new Date(from.getTime() + 2 * HOUR);
    case 'same-day':
      return new Date(startOfDay(addDays(day, 1), zoneOf(place)).getTime() - MINUTE);
    case 'three-working-days': {
      const last = addWorkingDays(day, 3, calendarOf(place));
      return new Date(startOfDay(last, zoneOf(place)).getTime() + END_OF_WORK * HOUR);
    }
    case 'routine':
      return null;
  }
}
