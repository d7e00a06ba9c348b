import type { Period } from './period.js';
import { isSmall, type ShownCount, suppress } from './small-numbers.js';

/** How a report to a platform ended; `open` waits for an answer or has had none. */
export const REPORT_RESULTS = ['gone', 'stays', 'edited', 'open'] as const;
export type ReportResultKey = (typeof REPORT_RESULTS)[number];

/** So many reports to one platform, on one ground, ended in one way. */
export interface ReportCount {
  readonly platform: string;
  readonly ground: string;
  readonly result: ReportResultKey;
  readonly count: number;
}

/** One platform or ground: how its reports ended, as far as it may be shown. */
export interface SuccessRow {
  readonly value: string;
  readonly results: Readonly<Record<ReportResultKey, ShownCount>>;
}

/** What became of the reports that were sent in a period. */
export interface ModeratorReportsReport {
  readonly period: Period;
  /** Null when it is hidden. */
  readonly total: number | null;
  /** There are reports, but too few of them to show any figure. */
  readonly isTooSmall: boolean;
  readonly results: Readonly<Record<ReportResultKey, ShownCount>>;
  readonly byPlatform: readonly SuccessRow[];
  readonly byGround: readonly SuccessRow[];
}

/**
 * Makes the report of counts. Small numbers are hidden within each result, whose sum stands above both
 * tables; where that sum is hidden, all of its cells are.
 */
export function moderatorReportsOf(
  period: Period,
  counts: readonly ReportCount[],
): ModeratorReportsReport {
  const total = sumOf(counts);
  const sums = REPORT_RESULTS.map((result) => sumOf(ofResult(counts, result)));
  const head = suppress(sums, total);
  const isTooSmall = isSmall(total) || head.isTooSmall;
  const results = recordOf((index) => head.counts[index]!);
  return {
    period,
    total: isTooSmall ? null : total,
    isTooSmall,
    results,
    byPlatform: isTooSmall ? [] : tableOf(counts, 'platform', results),
    byGround: isTooSmall ? [] : tableOf(counts, 'ground', results),
  };
}

function tableOf(
  counts: readonly ReportCount[],
  by: 'platform' | 'ground',
  results: ModeratorReportsReport['results'],
): SuccessRow[] {
  const values = [...new Set(counts.map((row) => row[by]))].sort();
  const columns = REPORT_RESULTS.map((result) => {
    const rows = ofResult(counts, result);
    const cells = values.map((value) => sumOf(rows.filter((row) => row[by] === value)));
    const sum = results[result];
    const isHidden = sum.count === null;
    const shown = suppress(cells, sumOf(rows));
    return isHidden || shown.isTooSmall ? cells.map(hide) : shown.counts;
  });
  return values.map((value, at) => ({ value, results: recordOf((index) => columns[index]![at]!) }));
}

/** A nought is told no more than a small number is, or it would tell of the others. */
function hide(): ShownCount {
  return { count: null, hidden: 'small' };
}

function recordOf(of: (index: number) => ShownCount): Record<ReportResultKey, ShownCount> {
  return Object.fromEntries(REPORT_RESULTS.map((result, index) => [result, of(index)])) as Record<
    ReportResultKey,
    ShownCount
  >;
}

function ofResult(counts: readonly ReportCount[], result: ReportResultKey): ReportCount[] {
  return counts.filter((row) => row.result === result);
}

function sumOf(counts: readonly ReportCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
