import type { FeedEntry } from './calendar-feeds.service.js';

/** Octets of a line of a calendar file, without its end (RFC 5545, 3.1). */
const LINE = 75;

/**
 * Writes clocks as a calendar file: reference and name of each, and when it is due. Nothing else of a case is in it.
 *
 * @source RFC 5545 (iCalendar): content lines, escaping, all-day events.
 */
export function feedText(entries: readonly FeedEntry[], now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Parapet//Deadlines//EN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Parapet deadlines',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...entries.flatMap((entry) => eventOf(entry, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventOf({ id, reference, title, dueOn, dueAt }: FeedEntry, now: Date): string[] {
  const start = dueOn
    ? `DTSTART;VALUE=DATE:${dueOn.replaceAll('-', '')}`
    : `DTSTART:${instant(dueAt)}`;
  return [
    'BEGIN:VEVENT',
    `UID:${id}@parapet`,
    `DTSTAMP:${instant(now)}`,
    start,
    `SUMMARY:${escape(`${reference}: ${title}`)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function instant(at: Date): string {
  return at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
}

function escape(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);
}

/** Breaks a long line as calendars expect it, never inside a character. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (Buffer.byteLength(part + character) > (parts.length === 0 ? LINE : LINE - 1)) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].join('\r\n ');
}
