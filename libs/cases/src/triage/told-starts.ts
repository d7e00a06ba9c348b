import {
  instantAtWallClock,
  isCivilDate,
  isJurisdiction,
  parseInstant,
  startOfDay,
  writeInstant,
  type Zone,
  zoneOf,
} from '#deadlines';
import { type FieldFault, Invalid } from '#kernel';
import { startEvent, START_EVENT_IDS, type StartEventId, type ToldStart } from './clock-starts.js';
import type { ToldStarts } from './running-clocks.js';

const WALL_CLOCK = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Where and when starts are told: what lies after `now` is refused. */
export interface TellingOf {
  readonly jurisdiction: string;
  readonly now: Date;
}

/**
 * Reads starts as people tell them: a time without a zone is that of the clock on the wall.
 *
 * @throws Invalid `start-wrong` with faults at `starts.<event>.at` and `starts.<event>.noticedBy`
 */
export function readStarts(told: ToldStarts, telling: TellingOf): ToldStarts {
  const faults: FieldFault[] = [];
  const read = START_EVENT_IDS.flatMap((event) => {
    const start = told[event];
    if (start === undefined) return [];
    return [[event, readStart(event, start, { ...telling, faults })] as const];
  });
  if (faults.length > 0) throw new Invalid('start-wrong', faults[0]!.message, faults);
  return Object.fromEntries(read);
}

/** Reads a date or an instant as people tell it; undefined for what is neither. */
export function readMoment(at: string, jurisdiction: string): string | undefined {
  if (isCivilDate(at)) return at;
  const [, day, time] = WALL_CLOCK.exec(at) ?? [];
  if (day !== undefined && time !== undefined && isCivilDate(day)) {
    return writeInstant(instantAtWallClock(day, time, zoneAt(jurisdiction)));
  }
  const instant = parseInstant(at);
  return instant && writeInstant(instant);
}

function readStart(
  event: StartEventId,
  told: ToldStart,
  { jurisdiction, now, faults }: TellingOf & { faults: FieldFault[] },
): ToldStart {
  const at = readMoment(told.at, jurisdiction);
  const noticedBy = told.noticedBy?.trim() || undefined;
  const field = `starts.${event}`;
  if (at === undefined) {
    faults.push({ field: `${field}.at`, message: 'Enter a real date' });
  } else if (isAfter(at, now, zoneAt(jurisdiction))) {
    faults.push({ field: `${field}.at`, message: 'Enter a date that is not in the future' });
  }
  if (startEvent(event).asksWho && noticedBy === undefined) {
    faults.push({ field: `${field}.noticedBy`, message: 'Say who became aware of it' });
  }
  return { at: at ?? told.at, noticedBy };
}

function isAfter(at: string, now: Date, zone: Zone): boolean {
  const moment = isCivilDate(at) ? startOfDay(at, zone) : new Date(at);
  return moment.getTime() > now.getTime();
}

function zoneAt(jurisdiction: string): Zone {
  return zoneOf(isJurisdiction(jurisdiction) ? jurisdiction : 'england');
}
