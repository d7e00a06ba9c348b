import { CALENDAR_NAMES, type CalendarName, holidayOn, isWeekend, sayCalendar } from '#deadlines';
import { Conflict, Forbidden, type Id, Invalid, type OrganisationId, type PersonId } from '#kernel';

/** Where a day is added: one of the calendars, or the organisation's own office, for internal targets only. */
export const CALENDAR_PLACES = [...CALENDAR_NAMES, 'office'] as const;
export type CalendarPlace = (typeof CALENDAR_PLACES)[number];

/** A day that somebody asks for. */
export interface CalendarProposal {
  readonly calendar: CalendarPlace;
  /** Civil date. */
  readonly on: string;
  readonly name: string;
  /** Who proclaimed it and where that can be read; for a closure, who decided it. */
  readonly source: string;
}

/** A day added to a calendar or taken away again: asked for by one person, settled by another. */
export interface CalendarChange extends CalendarProposal {
  readonly id: Id;
  readonly organisationId: OrganisationId;
  readonly act: 'add' | 'remove';
  /** The addition that a removal takes back. */
  readonly removes: Id | null;
  readonly state: 'proposed' | 'published' | 'discarded';
  /** Whether the day counts now. */
  readonly inForce: boolean;
  readonly proposedBy: PersonId;
  readonly proposedAt: Date;
  readonly settledBy: PersonId | null;
  readonly settledAt: Date | null;
}

/** A change as it is shown: with the names of both people. */
export interface CalendarChangeEntry extends CalendarChange {
  readonly proposedByName: string;
  readonly settledByName: string | null;
}

/** A place in words: "Scotland", "Our office". */
export function sayPlace(place: CalendarPlace): string {
  return place === 'office' ? 'Our office' : sayCalendar(place);
}

/** @throws Invalid `day-is-off-already` where nothing would change: a weekend, or a holiday that is shipped. */
export function requireWorkingDay({ calendar, on }: CalendarProposal): void {
  if (isWeekend(on)) throw isOff('That is a Saturday or a Sunday, which never counts');
  const shipped = calendar === 'office' ? undefined : holidayOn(on, calendar as CalendarName);
  if (shipped) throw isOff(`That day is in the calendar already: ${shipped.name}`);
}

/** @throws Invalid `day-is-off-already` where the organisation added that day before. */
export function requireNotInForce(
  { calendar, on }: CalendarProposal,
  days: readonly Pick<CalendarProposal, 'calendar' | 'on' | 'name'>[],
): void {
  const found = days.find((day) => day.calendar === calendar && day.on === on);
  if (found) throw isOff(`That day is in the calendar already: ${found.name}`);
}

/** @throws Conflict `calendar-change-settled`; Forbidden `publisher-is-proposer` */
export function requireMayPublish(change: CalendarChange, personId: PersonId): void {
  requireProposed(change);
  if (change.proposedBy !== personId) return;
  throw new Forbidden(
    'publisher-is-proposer',
    'You asked for this yourself. Another person has to publish it.',
  );
}

/** @throws Conflict `calendar-change-settled` */
export function requireProposed(change: CalendarChange): void {
  if (change.state === 'proposed') return;
  throw new Conflict('calendar-change-settled', 'Somebody has settled this already.');
}

/** @throws Conflict `calendar-day-not-in-force` */
export function requireInForce(change: CalendarChange): void {
  if (change.inForce) return;
  throw new Conflict('calendar-day-not-in-force', 'This day is not in the calendar.');
}

function isOff(message: string): Invalid {
  return new Invalid('day-is-off-already', message, [{ field: 'on', message }]);
}
