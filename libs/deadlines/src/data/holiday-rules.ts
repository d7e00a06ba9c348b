import type { CalendarName } from '../jurisdictions.js';
import type { Weekday } from '../civil-date.js';

/** The days on which a holiday falls each year. `from` is the first year in which it was kept. */
export type HolidayRule = { readonly name: string; readonly from?: number } & (
  | {
      readonly kind: 'fixed';
      readonly month: number;
      readonly day: number;
      /** Whether a weekend holiday is kept on the next day that is neither weekend nor holiday. */
      readonly moves: boolean;
    }
  /** `nth` counts from the start of the month (1, 2 …); -1 is the last. */
  | {
      readonly kind: 'weekday';
      readonly month: number;
      readonly weekday: Weekday;
      readonly nth: number;
    }
  | { readonly kind: 'easter'; readonly offset: number }
  | { readonly kind: 'st-brigid' }
);

const MONDAY = 1;

const newYear: HolidayRule = {
  name: 'New Year’s Day',
  kind: 'fixed',
  month: 1,
  day: 1,
  moves: true,
};
const goodFriday: HolidayRule = { name: 'Good Friday', kind: 'easter', offset: -2 };
const easterMonday: HolidayRule = { name: 'Easter Monday', kind: 'easter', offset: 1 };
const christmas: HolidayRule = {
  name: 'Christmas Day',
  kind: 'fixed',
  month: 12,
  day: 25,
  moves: true,
};
const boxingDay: HolidayRule = {
  name: 'Boxing Day',
  kind: 'fixed',
  month: 12,
  day: 26,
  moves: true,
};
const earlyMay = monday('Early May bank holiday', 5, 1);
const spring = monday('Spring bank holiday', 5, -1);
const lateSummer = monday('Summer bank holiday', 8, -1);

/** Where the yearly days of each calendar come from, and when that was read. */
export const CALENDAR_SOURCES: Readonly<
  Record<CalendarName, { readonly source: string; readonly checkedOn: string }>
> = {
  england_wales: {
    source:
      'Banking and Financial Dealings Act 1971 Sch 1 and yearly proclamations; GOV.UK "Bank holidays"',
    checkedOn: '2026-11-22',
  },
  scotland: {
    source:
      'Banking and Financial Dealings Act 1971 Sch 1 and yearly proclamations; St Andrew’s Day Bank Holiday (Scotland) Act 2007; GOV.UK "Bank holidays"',
    checkedOn: '2026-11-22',
  },
  northern_ireland: {
    source:
      'Banking and Financial Dealings Act 1971 Sch 1 and yearly proclamations; GOV.UK "Bank holidays"',
    checkedOn: '2026-11-22',
  },
  ireland: {
    source:
      'Organisation of Working Time Act 1997 Sch 2, as extended for St Brigid’s Day from 2023',
    checkedOn: '2026-11-22',
  },
};

/**
 * Holidays that return every year. Order matters where two fixed days share a weekend: the first
 * listed takes the first free day.
 *
 * @source Banking and Financial Dealings Act 1971 Sch 1 and yearly proclamations (United Kingdom);
 *   St Andrew's Day Bank Holiday (Scotland) Act 2007; Organisation of Working Time Act 1997 Sch 2,
 *   as extended for St Brigid's Day from 2023 (Ireland). Read on 22 November 2026 from summaries.
 */
export const HOLIDAY_RULES: Readonly<Record<CalendarName, readonly HolidayRule[]>> = {
  england_wales: [
    newYear,
    goodFriday,
    easterMonday,
    earlyMay,
    spring,
    lateSummer,
    christmas,
    boxingDay,
  ],
  scotland: [
    newYear,
    { name: '2nd January', kind: 'fixed', month: 1, day: 2, moves: true },
    goodFriday,
    earlyMay,
    spring,
    monday('Summer bank holiday', 8, 1),
    { name: 'St Andrew’s Day', kind: 'fixed', month: 11, day: 30, moves: true, from: 2007 },
    christmas,
    boxingDay,
  ],
  northern_ireland: [
    newYear,
    { name: 'St Patrick’s Day', kind: 'fixed', month: 3, day: 17, moves: true },
    goodFriday,
    easterMonday,
    earlyMay,
    spring,
    { name: 'Battle of the Boyne', kind: 'fixed', month: 7, day: 12, moves: true },
    lateSummer,
    christmas,
    boxingDay,
  ],
  // Irish public holidays on a weekend stay where they are in law (staff get another day off), and
  // Good Friday is not one of them. Not moving gives the earlier, safer due date.
  ireland: [
    { ...newYear, moves: false },
    { name: 'St Brigid’s Day', kind: 'st-brigid', from: 2023 },
    { name: 'St Patrick’s Day', kind: 'fixed', month: 3, day: 17, moves: false },
    easterMonday,
    { ...monday('May public holiday', 5, 1), from: 1994 },
    monday('June public holiday', 6, 1),
    monday('August public holiday', 8, 1),
    monday('October public holiday', 10, -1),
    { ...christmas, moves: false },
    { name: 'St Stephen’s Day', kind: 'fixed', month: 12, day: 26, moves: false },
  ],
};

function monday(name: string, month: number, nth: number): HolidayRule {
  return { name, kind: 'weekday', month, weekday: MONDAY, nth };
}
