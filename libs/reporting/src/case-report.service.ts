import { Injectable } from '@nestjs/common';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Transactions } from '#platform';
import { type CountRow, CaseFigureRepository } from './case-figure.repository.js';
import { countsByTheme } from './learning-theme.js';
import { checkPeriod, daysOf, monthsOf, type Period } from './period.js';
import { isSmall, type ShownCount, suppress } from './small-numbers.js';

/** One row of a report: a route, a platform or a month, and its count as it may be shown. */
export interface ReportRow extends ShownCount {
  readonly value: string;
}

/** How many cases were opened in a period, and how they spread. */
export interface CaseReport {
  readonly period: Period;
  /** Null when it is hidden. */
  readonly total: number | null;
  /** There are cases, but too few of them to show any figure. */
  readonly isTooSmall: boolean;
  readonly byRoute: readonly ReportRow[];
  readonly byPlatform: readonly ReportRow[];
  readonly byMonth: readonly ReportRow[];
  /** By what can be learned: keys of {@link LEARNING_THEMES}. */
  readonly byTheme: readonly ReportRow[];
}

/** Counts for managers. Small numbers are hidden here, so no page and no program is given one. */
@Injectable()
export class CaseReportService {
  constructor(
    private readonly tx: Transactions,
    private readonly figures: CaseFigureRepository,
  ) {}

  /** Cases opened in a period. Walled cases are left out. @throws Invalid `period-wrong` */
  async cases(actor: Actor, period: Period): Promise<CaseReport> {
    requirePermission(actor, 'report:read');
    const days = daysOf(checkPeriod(period));
    const rows = await this.tx.run(scopeOfActor(actor), () =>
      this.figures.listCounts(actor.organisationId, days),
    );
    return reportOf(period, rows);
  }
}

/** Makes the report of counts. All of its tables share one total, so one that cannot be shown hides all. */
export function reportOf(period: Period, rows: readonly CountRow[]): CaseReport {
  const total = sumOf(rows, 'all');
  const months = monthsOf(period).map((month) => countOf(rows, month));
  const tables = {
    byRoute: tableOf(rowsOf(rows, 'route'), total),
    byPlatform: tableOf(rowsOf(rows, 'platform'), total),
    byMonth: tableOf(months, total),
    byTheme: tableOf(countsByTheme(rowsOf(rows, 'kind')), total),
  };
  const isTooSmall = isSmall(total) || Object.values(tables).includes('too-small');
  if (isTooSmall) {
    const none = { byRoute: [], byPlatform: [], byMonth: [], byTheme: [] };
    return { period, total: null, isTooSmall, ...none };
  }
  return {
    period,
    total,
    isTooSmall,
    byRoute: largestFirst(tables.byRoute),
    byPlatform: largestFirst(tables.byPlatform),
    byMonth: tables.byMonth === 'too-small' ? [] : tables.byMonth,
    byTheme: largestFirst(tables.byTheme),
  };
}

type Counted = Pick<CountRow, 'value' | 'count'>;

function tableOf(counted: readonly Counted[], total: number): ReportRow[] | 'too-small' {
  const { counts, isTooSmall } = suppress(
    counted.map(({ count }) => count),
    total,
  );
  if (isTooSmall) return 'too-small';
  return counted.map(({ value }, index) => ({ value, ...counts[index]! }));
}

/** Hidden rows come last in the order of their names: a place among the others would tell their size. */
function largestFirst(rows: ReportRow[] | 'too-small'): ReportRow[] {
  if (rows === 'too-small') return [];
  return rows.sort((a, b) => (b.count ?? 0) - (a.count ?? 0) || (a.value < b.value ? -1 : 1));
}

function rowsOf(rows: readonly CountRow[], dimension: CountRow['dimension']): Counted[] {
  return rows.filter((row) => row.dimension === dimension);
}

function sumOf(rows: readonly CountRow[], dimension: CountRow['dimension']): number {
  return rowsOf(rows, dimension).reduce((sum, { count }) => sum + count, 0);
}

function countOf(rows: readonly CountRow[], month: string): Counted {
  const found = rows.find(({ dimension, value }) => dimension === 'all' && value === month);
  return { value: month, count: found?.count ?? 0 };
}
