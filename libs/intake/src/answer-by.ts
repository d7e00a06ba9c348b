import {
  addWorkingDays,
  calendarOf,
  civilDateIn,
  isJurisdiction,
  type Jurisdiction,
  startOfDay,
  zoneOf,
} from '#deadlines';

/** Hour on the wall clock at which a working day ends. */
const END_OF_DAY = 17;
const HOUR = 3_600_000;

/**
 * When somebody will have answered a request: the end (5pm) of the next working day in the calendar of the
 * organisation's jurisdiction.
 *
 * @param jurisdiction England's calendar stands in for one that is not known.
 */
export function answerBy(sentAt: Date, jurisdiction: string): Date {
  const place = placeOf(jurisdiction);
  const day = addWorkingDays(civilDateIn(sentAt, zoneOf(place)), 1, calendarOf(place));
  // Clocks change on Sundays only, so a working day has its hours where one expects them.
  return new Date(startOfDay(day, zoneOf(place)).getTime() + END_OF_DAY * HOUR);
}

/** The civil date of an instant where the organisation is. */
export function dayIn(instant: Date, jurisdiction: string): string {
  return civilDateIn(instant, zoneOf(placeOf(jurisdiction)));
}

function placeOf(jurisdiction: string): Jurisdiction {
  return isJurisdiction(jurisdiction) ? jurisdiction : 'england';
}
