import {
  type ModeratorReportsReport,
  moderatorReportsOf,
  type ReportCount,
  type SuccessRow,
} from './moderator-reports-report.js';
import type { Period } from './period.js';
import type { ShownCount } from './small-numbers.js';

/** Columns of the file of reports to platforms, in order. Every row is a sum; none is of one report. */
export const MODERATOR_REPORT_COLUMNS = [
  'counted_by',
  'value',
  'sent',
  'removed',
  'kept',
  'edited',
  'no_answer',
] as const;
export type ModeratorReportColumn = (typeof MODERATOR_REPORT_COLUMNS)[number];

type Row = Record<ModeratorReportColumn, string>;

/** The same figures as the page of the report, hidden alike: all reports, then each platform, then each rule. */
export function moderatorReportRows(
  period: Period,
  counts: readonly ReportCount[],
): readonly Row[] {
  const report = moderatorReportsOf(period, counts);
  if (report.total === 0) return [];
  return [
    rowOf('all', { value: '', results: resultsOf(report) }, written(report.total)),
    ...report.byPlatform.map((row) => rowOf('platform', row)),
    ...report.byGround.map((row) => rowOf('rule', row)),
  ];
}

/** Where nothing can be shown, a nought tells no more than a small number does. */
function resultsOf({ isTooSmall, results }: ModeratorReportsReport): SuccessRow['results'] {
  const hidden: ShownCount = { count: null, hidden: 'small' };
  return isTooSmall ? { gone: hidden, stays: hidden, edited: hidden, open: hidden } : results;
}

function rowOf(countedBy: string, { value, results }: SuccessRow, sent = ''): Row {
  return {
    counted_by: countedBy,
    value,
    sent,
    removed: written(results.gone.count),
    kept: written(results.stays.count),
    edited: written(results.edited.count),
    no_answer: written(results.open.count),
  };
}

function written(count: number | null): string {
  return count === null ? 'hidden' : String(count);
}
