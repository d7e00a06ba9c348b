import { Module } from '@nestjs/common';
import { CaseFigureRepository } from './case-figure.repository.js';
import { CaseReportService } from './case-report.service.js';
import { ExportExpiryService } from './export-expiry.service.js';
import { ExportRepository } from './export.repository.js';
import { ExportRows } from './export-rows.js';
import { ExportStore } from './export-store.js';
import { ExportsService } from './exports.service.js';
import { FiguresRebuildService } from './figures-rebuild.service.js';
import { PressLogRepository } from './press-log.repository.js';
import { MakeExport } from './make-export.handler.js';
import { ModeratorFigureRepository } from './moderator-figure.repository.js';
import { ModeratorReportsReportService } from './moderator-reports-report.service.js';
import { RefreshCaseFigures } from './refresh-case-figures.handler.js';
import { RefreshModeratorFigure } from './refresh-moderator-figure.handler.js';

const SERVICES = [
  CaseReportService,
  ExportExpiryService,
  ExportsService,
  FiguresRebuildService,
  MakeExport,
  ModeratorReportsReportService,
  RefreshCaseFigures,
  RefreshModeratorFigure,
];

/** Figures kept up as cases change, reports on them, and files of them. */
@Module({
  providers: [
    ...SERVICES,
    CaseFigureRepository,
    ExportRepository,
    ExportRows,
    ExportStore,
    ModeratorFigureRepository,
    PressLogRepository,
  ],
  exports: [
    ...SERVICES,
    CaseFigureRepository,
    ExportRepository,
    ExportRows,
    ModeratorFigureRepository,
  ],
})
export class ReportingModule {}
