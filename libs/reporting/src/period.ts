import { Invalid } from '#kernel';

/** Whole months, both included; `YYYY-MM`. Whole months only, so that a report cannot be narrowed to one day. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

/** A report or an export covers so many months at most. */
export const LONGEST_PERIOD = 36;

/** The last twelve months, this one included. @param today civil date */
export function lastTwelveMonths(today: string): Period {
  const until = today.slice(0, 7);
  return { from: addMonths(until, -11), until };
}

/** Every month of a period, in order. */
export function monthsOf({ from, until }: Period): string[] {
  const months: string[] = [];
  for (let month = from; month <= until; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** First day of the first month, and first day of the month after the last. */
export function daysOf({ from, until }: Period): { first: string; after: string } {
  return { first: `${from}-01`, after: `${addMonths(until, 1)}-01` };
}

/** @throws Invalid `period-wrong` when it ends before it begins or is longer than {@link LONGEST_PERIOD}. */
export function checkPeriod(period: Period): Period {
  if (period.until < period.from) {
    throw wrong('until', 'The last month must be the same as or after the first month');
  }
  if (addMonths(period.from, LONGEST_PERIOD - 1) < period.until) {
    throw wrong('until', `Choose ${LONGEST_PERIOD} months or fewer`);
  }
  return period;
}

function wrong(field: string, message: string): Invalid {
  return new Invalid('period-wrong', 'There is a problem with the period.', [{ field, message }]);
}

function addMonths(month: string, count: number): string {
  const [year, index] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, index - 1 + count, 1)).toISOString().slice(0, 7);
}
