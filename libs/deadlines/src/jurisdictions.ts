/** Where the care was given or the doctor's practice is regulated. */
export const JURISDICTIONS = [
  'england',
  'wales',
  'scotland',
  'northern_ireland',
  'ireland',
] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

/** The sets of bank or public holidays. England and Wales share one. */
export const CALENDAR_NAMES = ['england_wales', 'scotland', 'northern_ireland', 'ireland'] as const;
export type CalendarName = (typeof CALENDAR_NAMES)[number];

/** IANA zones whose wall clock decides which day an instant falls on. */
export type Zone = 'Europe/London' | 'Europe/Dublin';

const PLACES: Record<Jurisdiction, { calendar: CalendarName; zone: Zone }> = {
  england: { calendar: 'england_wales', zone: 'Europe/London' },
  wales: { calendar: 'england_wales', zone: 'Europe/London' },
  scotland: { calendar: 'scotland', zone: 'Europe/London' },
  northern_ireland: { calendar: 'northern_ireland', zone: 'Europe/London' },
  ireland: { calendar: 'ireland', zone: 'Europe/Dublin' },
};

const CALENDAR_WORDS: Record<CalendarName, string> = {
  england_wales: 'England and Wales',
  scotland: 'Scotland',
  northern_ireland: 'Northern Ireland',
  ireland: 'Ireland',
};

/** Whether a text names a jurisdiction that Parapet knows. */
export function isJurisdiction(text: string): text is Jurisdiction {
  return Object.hasOwn(PLACES, text);
}

/** The jurisdiction that a text names; England's rules stand in for one that is not known. */
export function placeOf(text: string): Jurisdiction {
  return isJurisdiction(text) ? text : 'england';
}

/** The holidays that a jurisdiction's working days leave out. */
export function calendarOf(jurisdiction: Jurisdiction): CalendarName {
  return PLACES[jurisdiction].calendar;
}

/** The zone of a jurisdiction's civil dates. */
export function zoneOf(jurisdiction: Jurisdiction): Zone {
  return PLACES[jurisdiction].zone;
}

/** A calendar's name in words: "England and Wales". */
export function sayCalendar(calendar: CalendarName): string {
  return CALENDAR_WORDS[calendar];
}
