import { addDays, civilDate, isWeekend, weekdayOf, yearOf, type CivilDate } from './civil-date.js';
import { HOLIDAY_RULES, type HolidayRule } from './data/holiday-rules.js';
import { ONE_OFF_HOLIDAYS } from './data/one-off-holidays.js';
import { easterSunday } from './easter.js';
import type { CalendarName } from './jurisdictions.js';

/** A day that is no working day although it may fall in the week. */
export interface Holiday {
  readonly on: CivilDate;
  readonly name: string;
}

/** The holidays of one calendar and year, worked out once. */
interface HolidayYear {
  readonly inOrder: readonly Holiday[];
  readonly byDate: ReadonlyMap<CivilDate, Holiday>;
}

const KNOWN: Record<CalendarName, Map<number, HolidayYear>> = {
  england_wales: new Map(),
  scotland: new Map(),
  northern_ireland: new Map(),
  ireland: new Map(),
};

/**
 * The bank holidays (Ireland: public holidays) of one year, in order of date. In the United
 * Kingdom a holiday on a weekend is listed on its substitute day only.
 *
 * @param year 1900 to 2199; rules before 1996 are today's, taken back.
 */
export function holidaysOf(calendar: CalendarName, year: number): readonly Holiday[] {
  return holidayYear(calendar, year).inOrder;
}

/** The holiday that a calendar keeps on a date, if any. */
export function holidayOn(on: CivilDate, calendar: CalendarName): Holiday | undefined {
  return holidayYear(calendar, yearOf(on)).byDate.get(on);
}

function holidayYear(calendar: CalendarName, year: number): HolidayYear {
  const known = KNOWN[calendar].get(year);
  if (known) return known;
  const holidays = [...yearlyHolidays(calendar, year), ...oneOffHolidays(calendar, year)];
  const inOrder = Object.freeze(holidays.sort((a, b) => a.on.localeCompare(b.on)));
  const worked = { inOrder, byDate: new Map(inOrder.map((holiday) => [holiday.on, holiday])) };
  KNOWN[calendar].set(year, worked);
  return worked;
}

function oneOffHolidays(calendar: CalendarName, year: number): Holiday[] {
  return ONE_OFF_HOLIDAYS.filter(
    ({ on, calendars }) => yearOf(on) === year && calendars.includes(calendar),
  ).map(({ on, name }) => ({ on, name }));
}

function yearlyHolidays(calendar: CalendarName, year: number): Holiday[] {
  const rules = HOLIDAY_RULES[calendar].filter(
    (rule) => (rule.from ?? 0) <= year && !isReplaced(rule, calendar, year),
  );
  const usual = rules.map((rule) => ({ rule, on: usualDay(rule, year) }));
  const taken = new Set(usual.map(({ on }) => on));
  return usual.map(({ rule, on }) => {
    if (rule.kind !== 'fixed' || !rule.moves || !isWeekend(on)) return { on, name: rule.name };
    const substitute = nextFreeDay(on, taken);
    taken.add(substitute);
    return { on: substitute, name: `${rule.name} (substitute day)` };
  });
}

function isReplaced(rule: HolidayRule, calendar: CalendarName, year: number): boolean {
  return ONE_OFF_HOLIDAYS.some(
    ({ on, calendars, replaces }) =>
      replaces === rule.name && yearOf(on) === year && calendars.includes(calendar),
  );
}

function usualDay(rule: HolidayRule, year: number): CivilDate {
  switch (rule.kind) {
    case 'fixed':
      return civilDate(year, rule.month, rule.day);
    case 'weekday':
      return nthWeekday(year, rule);
    case 'easter':
      return addDays(easterSunday(year), rule.offset);
    case 'st-brigid':
      return stBrigidsDay(year);
  }
}

function nthWeekday(year: number, rule: HolidayRule & { kind: 'weekday' }): CivilDate {
  if (rule.nth > 0) {
    const first = civilDate(year, rule.month, 1);
    const ahead = (rule.weekday - weekdayOf(first) + 7) % 7;
    return addDays(first, ahead + 7 * (rule.nth - 1));
  }
  const last = civilDate(year, rule.month + 1, 0);
  const behind = (weekdayOf(last) - rule.weekday + 7) % 7;
  return addDays(last, -behind + 7 * (rule.nth + 1));
}

/** The first Monday in February, or 1 February itself where that is a Friday. */
function stBrigidsDay(year: number): CivilDate {
  const first = civilDate(year, 2, 1);
  const weekday = weekdayOf(first);
  return weekday === 5 ? first : addDays(first, (1 - weekday + 7) % 7);
}

function nextFreeDay(on: CivilDate, taken: ReadonlySet<CivilDate>): CivilDate {
  let day = addDays(on, 1);
  while (isWeekend(day) || taken.has(day)) day = addDays(day, 1);
  return day;
}
