import { z } from 'zod';
import { lastTwelveMonths, type Period } from '#reporting';
import { todayOn } from '../../views/filters.js';

/** A month as `<input type="month">` gives it; months outside 1990 to 2199 are mistakes of typing. */
function month(label: string) {
  const message = `Enter ${label} as a year and a month, such as 2026-07`;
  return z
    .string(message)
    .trim()
    .regex(/^(199\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$/, message);
}

/** A period that must be given. */
export const periodBody = z.strictObject({
  from: month('the first month'),
  until: month('the last month'),
});
export type PeriodBody = z.output<typeof periodBody>;

/** A period that may be left out: both months or neither. */
export const periodQuery = z.strictObject({
  from: month('the first month').optional(),
  until: month('the last month').optional(),
});
export type PeriodQuery = z.output<typeof periodQuery>;

/** The period of a query; where a month is left out, that of the last twelve months. */
export function periodOf(query: PeriodQuery, now: Date): Period {
  const usual = lastTwelveMonths(todayOn(now));
  return { from: query.from ?? usual.from, until: query.until ?? usual.until };
}
