import type { CivilDate } from '../civil-date.js';
import type { CalendarName } from '../jurisdictions.js';

/** A holiday of one year only, or a yearly one moved in one year. */
export interface OneOffHoliday {
  readonly on: CivilDate;
  readonly name: string;
  readonly calendars: readonly CalendarName[];
  /** Name of the yearly holiday that is kept on `on` instead of on its usual day in that year. */
  readonly replaces?: string;
  readonly source: string;
}

const UNITED_KINGDOM: readonly CalendarName[] = ['england_wales', 'scotland', 'northern_ireland'];

/**
 * Days proclaimed or moved once.
 *
 * @source Royal proclamations under the Banking and Financial Dealings Act 1971, as listed on
 *   GOV.UK "Bank holidays"; for Ireland the statutory instruments named.
 */
export const ONE_OFF_HOLIDAYS: readonly OneOffHoliday[] = [
  {
    on: '1995-05-08',
    name: 'Early May bank holiday (VE Day)',
    calendars: UNITED_KINGDOM,
    replaces: 'Early May bank holiday',
    source: 'Royal proclamation: 50 years since the end of the war in Europe',
  },
  {
    on: '1999-12-31',
    name: 'Millennium holiday',
    calendars: [...UNITED_KINGDOM, 'ireland'],
    source: 'Royal proclamation; in Ireland an order for the millennium',
  },
  {
    on: '2002-06-03',
    name: 'Queen’s Golden Jubilee',
    calendars: UNITED_KINGDOM,
    source: 'Royal proclamation, Golden Jubilee',
  },
  {
    on: '2002-06-04',
    name: 'Spring bank holiday (moved)',
    calendars: UNITED_KINGDOM,
    replaces: 'Spring bank holiday',
    source: 'Royal proclamation, Golden Jubilee',
  },
  {
    on: '2011-04-29',
    name: 'Royal wedding',
    calendars: UNITED_KINGDOM,
    source: 'Royal proclamation, royal wedding of 2011',
  },
  {
    on: '2012-06-04',
    name: 'Spring bank holiday (moved)',
    calendars: UNITED_KINGDOM,
    replaces: 'Spring bank holiday',
    source: 'Royal proclamation, Diamond Jubilee',
  },
  {
    on: '2012-06-05',
    name: 'Queen’s Diamond Jubilee',
    calendars: UNITED_KINGDOM,
    source: 'Royal proclamation, Diamond Jubilee',
  },
  {
    on: '2020-05-08',
    name: 'Early May bank holiday (VE Day)',
    calendars: UNITED_KINGDOM,
    replaces: 'Early May bank holiday',
    source: 'Royal proclamation: 75 years since the end of the war in Europe',
  },
  {
    on: '2022-03-18',
    name: 'Day of remembrance and recognition',
    calendars: ['ireland'],
    source: 'Order under the Organisation of Working Time Act 1997 for 2022 only',
  },
  {
    on: '2022-06-02',
    name: 'Spring bank holiday (moved)',
    calendars: UNITED_KINGDOM,
    replaces: 'Spring bank holiday',
    source: 'Royal proclamation, Platinum Jubilee',
  },
  {
    on: '2022-06-03',
    name: 'Queen’s Platinum Jubilee',
    calendars: UNITED_KINGDOM,
    source: 'Royal proclamation, Platinum Jubilee',
  },
  {
    on: '2022-09-19',
    name: 'Queen’s state funeral',
    calendars: UNITED_KINGDOM,
    source: 'Royal proclamation, September 2022',
  },
  {
    on: '2023-05-08',
    name: 'King’s Coronation',
    calendars: UNITED_KINGDOM,
    source: 'Royal proclamation, Coronation of 2023',
  },
  {
    on: '2026-06-15',
    name: 'World Cup bank holiday',
    calendars: ['scotland'],
    source: 'Royal proclamation of 4 February 2026, for Scotland only',
  },
];
