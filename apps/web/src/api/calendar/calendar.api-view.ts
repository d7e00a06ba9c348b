import { CALENDAR_SOURCES, holidaysOf, ONE_OFF_HOLIDAYS, yearOf } from '#deadlines';
import type { CalendarChange, CalendarChangeEntry, CalendarPlace } from '#knowledge';

/** A day on which a calendar rests. */
export interface CalendarDay {
  readonly on: string;
  readonly name: string;
  readonly source: string;
  /** The change that added it; null for what is shipped. */
  readonly change: CalendarChangeEntry | null;
}

/** The days of one calendar in one year: those that are shipped and those that were added. */
export function daysOf(
  calendar: CalendarPlace,
  year: number,
  changes: readonly CalendarChangeEntry[],
): CalendarDay[] {
  const added = changes
    .filter((one) => one.inForce && one.calendar === calendar && yearOf(one.on) === year)
    .map((change) => ({ ...pickDay(change), change }));
  const shipped =
    calendar === 'office'
      ? []
      : holidaysOf(calendar, year).map(({ on, name }) => ({
          on,
          name,
          source: sourceOf(calendar, on),
          change: null,
        }));
  return [...shipped, ...added].sort((a, b) => a.on.localeCompare(b.on));
}

/** A change in the words of the API. */
export function changeView(change: CalendarChange) {
  const { id, act, state, inForce, removes, proposedAt, settledAt } = change;
  const { calendar, on, name, source } = change;
  return { id, act, calendar, on, name, source, state, inForce, removes, proposedAt, settledAt };
}

function pickDay({ on, name, source }: CalendarChangeEntry) {
  return { on, name, source };
}

function sourceOf(calendar: Exclude<CalendarPlace, 'office'>, on: string): string {
  const once = ONE_OFF_HOLIDAYS.find(
    (holiday) => holiday.on === on && holiday.calendars.includes(calendar),
  );
  return once?.source ?? CALENDAR_SOURCES[calendar].source;
}
