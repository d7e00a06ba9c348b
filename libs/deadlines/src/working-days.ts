import { addDays, daysBetween, isWeekend, yearOf, type CivilDate } from './civil-date.js';
import { holidayOn, holidaysOf, type Holiday } from './holidays.js';
import type { CalendarName } from './jurisdictions.js';

/** A calendar with days added to it: a holiday proclaimed since, or a closure of one's own. */
export interface WorkingCalendar {
  readonly name: CalendarName;
  readonly extraHolidays: readonly Holiday[];
}

/** Either the shipped calendar by name, or that calendar with days added. */
export type CalendarChoice = CalendarName | WorkingCalendar;

/** Why a date is no working day: "Saturday and Sunday" are `weekend`, holidays give their name. */
export function restOn(on: CivilDate, calendar: CalendarChoice): string | undefined {
  if (isWeekend(on)) return 'weekend';
  if (typeof calendar === 'string') return holidayOn(on, calendar)?.name;
  const extra = calendar.extraHolidays.find((holiday) => holiday.on === on);
  return extra?.name ?? holidayOn(on, calendar.name)?.name;
}

/** Whether a date is neither a Saturday, a Sunday nor a holiday of the calendar. */
export function isWorkingDay(on: CivilDate, calendar: CalendarChoice): boolean {
  return restOn(on, calendar) === undefined;
}

/** The date itself if it is a working day, or else the next one. */
export function workingDayOnOrAfter(on: CivilDate, calendar: CalendarChoice): CivilDate {
  let day = on;
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  return day;
}

/**
 * The n-th working day after a date; the date itself is never counted.
 *
 * @param days whole working days; 0 gives `from` back, negative counts backwards.
 */
export function addWorkingDays(from: CivilDate, days: number, calendar: CalendarChoice): CivilDate {
  const step = days < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.abs(days); left > 0;) {
    day = addDays(day, step);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/**
 * How many working days are left: those after `on`, up to and including `due`. Negative when
 * `due` is past: the working days after it, up to and including `on`.
 */
export function workingDaysUntil(on: CivilDate, due: CivilDate, calendar: CalendarChoice): number {
  if (due < on) return 0 - workingDaysUntil(due, on, calendar);
  return weekdaysUntil(on, due) - holidaysUntil(on, due, calendar);
}

/** Days from Monday to Friday after `on`, up to and including `due`: five a week, and those of the week begun. */
function weekdaysUntil(on: CivilDate, due: CivilDate): number {
  const weeks = Math.floor(daysBetween(on, due) / 7);
  let count = weeks * 5;
  for (let day = addDays(on, weeks * 7 + 1); day <= due; day = addDays(day, 1)) {
    if (!isWeekend(day)) count += 1;
  }
  return count;
}

/** Weekdays off after `on`, up to and including `due`; two holidays on one day are one. */
function holidaysUntil(on: CivilDate, due: CivilDate, calendar: CalendarChoice): number {
  const isNamed = typeof calendar === 'string';
  const days = new Set((isNamed ? [] : calendar.extraHolidays).map((holiday) => holiday.on));
  for (let year = yearOf(on); year <= yearOf(due); year += 1) {
    for (const holiday of holidaysOf(isNamed ? calendar : calendar.name, year)) {
      days.add(holiday.on);
    }
  }
  return [...days].filter((day) => day > on && day <= due && !isWeekend(day)).length;
}
