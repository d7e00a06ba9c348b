import { addDays, isCivilDate, sayDate, type CivilDate } from './civil-date.js';
import { placeOf, type Zone, zoneOf } from './jurisdictions.js';

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

const FORMATS = new Map<Zone, Intl.DateTimeFormat>();

/**
 * Reads an ISO 8601 instant that says its own zone (`Z` or `+01:00`).
 *
 * @returns undefined for anything else, also for days that do not exist.
 */
export function parseInstant(text: string): Date | undefined {
  const [, date] = INSTANT.exec(text) ?? [];
  return date !== undefined && isCivilDate(date) ? new Date(text) : undefined;
}

/** An instant as ISO 8601 in UTC, to the second unless it has a fraction. */
export function writeInstant(instant: Date): string {
  return instant.toISOString().replace('.000Z', 'Z');
}

/** The date on the wall calendar of a zone at an instant. */
export function civilDateIn(instant: Date, zone: Zone): CivilDate {
  return wallClock(instant, zone).date;
}

/** The date where a jurisdiction is. @param jurisdiction England's wall clock stands in for one that is not known. */
export function dayIn(instant: Date, jurisdiction: string): CivilDate {
  return civilDateIn(instant, zoneOf(placeOf(jurisdiction)));
}

/** The first moment of a date in a zone. */
export function startOfDay(on: CivilDate, zone: Zone): Date {
  // In both zones the clocks change at 01:00 UTC, so the offset at 00:00 UTC is midnight's own.
  const midnightUtc = Date.parse(`${on}T00:00:00Z`);
  return new Date(midnightUtc - offsetAt(new Date(midnightUtc), zone));
}

/**
 * The instant at which a zone's wall clock shows a time; the earlier one where it shows it twice.
 *
 * @param time `HH:MM`, 24 hours.
 */
export function instantAtWallClock(on: CivilDate, time: string, zone: Zone): Date {
  const shown = Date.parse(`${on}T${time}:00Z`);
  const offsets = [shown, shown - 3_600_000].map((at) => offsetAt(new Date(at), zone));
  return new Date(shown - Math.max(...offsets));
}

/** How far a zone's wall clock is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(instant: Date, zone: Zone): number {
  const { date, time } = wallClock(instant, zone);
  const wholeSeconds = Math.floor(instant.getTime() / 1000) * 1000;
  return Date.parse(`${date}T${time}Z`) - wholeSeconds;
}

/** An instant in words on a zone's wall clock: "Friday 27 March 2026 at 5:45pm". */
export function sayInstant(instant: Date, zone: Zone): string {
  const { date, time } = wallClock(instant, zone);
  const hour = Number(time.slice(0, 2));
  return `${sayDate(date)} at ${hour % 12 || 12}:${time.slice(3, 5)}${hour < 12 ? 'am' : 'pm'}`;
}

/** The first moment of the day after the one that an instant falls on. */
export function nextMidnight(instant: Date, zone: Zone): Date {
  return startOfDay(addDays(civilDateIn(instant, zone), 1), zone);
}

function wallClock(instant: Date, zone: Zone): { date: CivilDate; time: string } {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instant)) parts[type] = value;
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    time: `${parts['hour']}:${parts['minute']}:${parts['second']}`,
  };
}

function formatOf(zone: Zone): Intl.DateTimeFormat {
  const known = FORMATS.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  FORMATS.set(zone, format);
  return format;
}
