import { Invalid } from '#kernel';
import { isCivilDate, sayDate, yearOf, type CivilDate } from './civil-date.js';
import type { Zone } from './jurisdictions.js';
import { civilDateIn, parseInstant, sayInstant, startOfDay, writeInstant } from './local-time.js';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** When a clock starts: always a local date, and the instant if it was given. */
export interface ClockStart {
  readonly on: CivilDate;
  /** The instant given, or else the first moment of the date. */
  readonly at: Date;
  readonly hasTime: boolean;
  /** The start as it was given: date, or instant in UTC. */
  readonly written: string;
  readonly said: string;
}

/**
 * Reads the start of a clock.
 *
 * @param text a date `YYYY-MM-DD`, or an ISO instant with its zone; the date of an instant is that
 *   of the wall calendar in `zone`.
 * @throws Invalid `start-not-understood`, `start-out-of-range` (before 1900, after 2199).
 */
export function readStart(text: string, zone: Zone): ClockStart {
  const start = isCivilDate(text) ? fromDate(text, zone) : fromInstant(text, zone);
  const year = yearOf(start.on);
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) {
    throw new Invalid('start-out-of-range', `A start lies between ${FIRST_YEAR} and ${LAST_YEAR}.`);
  }
  return start;
}

function fromDate(on: CivilDate, zone: Zone): ClockStart {
  return { on, at: startOfDay(on, zone), hasTime: false, written: on, said: sayDate(on) };
}

function fromInstant(text: string, zone: Zone): ClockStart {
  const at = parseInstant(text);
  if (!at) {
    throw new Invalid(
      'start-not-understood',
      'Give a date like 2026-11-20, or a time with its zone like 2026-11-20T17:45:00Z.',
    );
  }
  const on = civilDateIn(at, zone);
  return { on, at, hasTime: true, written: writeInstant(at), said: sayInstant(at, zone) };
}
