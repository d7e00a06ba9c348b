/** A day on the wall calendar, `YYYY-MM-DD`, without time or zone. */
export type CivilDate = string;

/** 0 is Sunday, 6 is Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Writes a date from its parts; `month` is 1 to 12. A day beyond the month's end runs into the next. */
export function civilDate(year: number, month: number, day: number): CivilDate {
  return fromDayNumber(Date.UTC(year, month - 1, day) / DAY_MS);
}

/** Whether a text is a day that exists: 29 February only in leap years. */
export function isCivilDate(text: string): text is CivilDate {
  const [, year, month, day] = FORM.exec(text) ?? [];
  return year !== undefined && civilDate(Number(year), Number(month), Number(day)) === text;
}

/** The year of a date. */
export function yearOf(on: CivilDate): number {
  return Number(on.slice(0, 4));
}

/** The day of the week of a date. */
export function weekdayOf(on: CivilDate): Weekday {
  // Day 0, 1 January 1970, was a Thursday.
  return ((((dayNumber(on) + 4) % 7) + 7) % 7) as Weekday;
}

/** Whether a date is a Saturday or a Sunday. */
export function isWeekend(on: CivilDate): boolean {
  const weekday = weekdayOf(on);
  return weekday === 0 || weekday === 6;
}

/** The date so many days later (earlier when negative). */
export function addDays(on: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(on) + days);
}

/**
 * The same day of the month so many months later, or that month's last day where it is shorter
 * (31 January and one month is 28 February).
 */
export function addMonths(on: CivilDate, months: number): CivilDate {
  const monthsFromZero = yearOf(on) * 12 + Number(on.slice(5, 7)) - 1 + months;
  const year = Math.floor(monthsFromZero / 12);
  const month = (monthsFromZero % 12) + 1;
  const lastDay = Number(civilDate(year, month + 1, 0).slice(8));
  return civilDate(year, month, Math.min(Number(on.slice(8)), lastDay));
}

/** How many days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** A date in words: "Monday 7 December 2026". */
export function sayDate(on: CivilDate): string {
  const month = MONTHS[Number(on.slice(5, 7)) - 1];
  return `${WEEKDAYS[weekdayOf(on)]} ${Number(on.slice(8))} ${month} ${yearOf(on)}`;
}

function dayNumber(on: CivilDate): number {
  return Date.UTC(yearOf(on), Number(on.slice(5, 7)) - 1, Number(on.slice(8))) / DAY_MS;
}

function fromDayNumber(days: number): CivilDate {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}
