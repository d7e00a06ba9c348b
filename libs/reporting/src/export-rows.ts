import { Injectable } from '@nestjs/common';
import type { OrganisationId } from '#kernel';
import type { CaseFigure } from './case-figure.js';
import { EXPORT_COLUMNS, exportRow } from './case-rows-csv.js';
import type { ExportKind } from './export.js';
import { ExportRepository } from './export.repository.js';
import { ModeratorFigureRepository } from './moderator-figure.repository.js';
import { MODERATOR_REPORT_COLUMNS, moderatorReportRows } from './moderator-reports-csv.js';
import { daysOf, type Period } from './period.js';
import { PRESS_LOG_COLUMNS, type PressLogEntry, pressLogRow } from './press-log.js';
import { PressLogRepository } from './press-log.repository.js';

/** The columns of a file of each kind, in order. */
export const COLUMNS_OF: Record<ExportKind, readonly string[]> = {
  cases: EXPORT_COLUMNS,
  'moderator-reports': MODERATOR_REPORT_COLUMNS,
  'press-log': PRESS_LOG_COLUMNS,
};

/** Some rows of a file, and from where to go on; `last` is undefined when nothing was left. */
export interface RowBatch {
  readonly rows: readonly Record<string, string>[];
  readonly last: CaseFigure | PressLogEntry | undefined;
}

/** What goes into a file. */
export interface RowsWanted {
  readonly organisationId: OrganisationId;
  readonly kind: ExportKind;
  readonly period: Period;
}

/** Reads the rows of a file, a batch at a time; in the unit of work of its organisation. */
@Injectable()
export class ExportRows {
  constructor(
    private readonly exports: ExportRepository,
    private readonly pressLog: PressLogRepository,
    private readonly reports: ModeratorFigureRepository,
  ) {}

  /** How many rows the file will have as far as can be told now. */
  async count(wanted: RowsWanted): Promise<number> {
    const { organisationId, kind, period } = wanted;
    switch (kind) {
      case 'cases':
        return this.exports.countFigures(organisationId, period);
      case 'moderator-reports':
        return (await this.sums(wanted)).length;
      case 'press-log':
        return this.pressLog.count(organisationId, period);
    }
  }

  /** The next rows. @param last of the batch before. */
  async next(wanted: RowsWanted, limit: number, last: RowBatch['last']): Promise<RowBatch> {
    const { organisationId, kind, period } = wanted;
    // Sums are few, and all of them come at once.
    if (kind === 'moderator-reports') return { rows: await this.sums(wanted), last: undefined };
    if (kind === 'cases') {
      const from = last as CaseFigure | undefined;
      const batch = await this.exports.listFigures(organisationId, period, { limit, last: from });
      return { rows: batch.map(exportRow), last: batch.at(-1) };
    }
    const from = last as PressLogEntry | undefined;
    const batch = await this.pressLog.list(organisationId, period, { limit, last: from });
    return { rows: batch.map(pressLogRow), last: batch.at(-1) };
  }

  private async sums({ organisationId, period }: RowsWanted) {
    const counts = await this.reports.listCounts(organisationId, daysOf(period));
    return moderatorReportRows(period, counts);
  }
}
