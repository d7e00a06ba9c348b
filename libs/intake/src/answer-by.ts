import { addWorkingDays, calendarOf, civilDateIn, placeOf, startOfDay, zoneOf } from '#deadlines';

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
