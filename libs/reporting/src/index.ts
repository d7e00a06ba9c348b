export { OUTCOME_CODES, UNDECIDED } from './case-figure.js';
export { EXPORT_COLUMNS } from './case-rows-csv.js';
export { type CaseReport, CaseReportService, type ReportRow } from './case-report.service.js';
export { ExportExpiryService } from './export-expiry.service.js';
export {
  type Export,
  EXPORT_KINDS,
  EXPORT_PERMISSIONS,
  EXPORT_STATES,
  type ExportKind,
  type ExportState,
  KEPT_HOURS,
} from './export.js';
export { COLUMNS_OF } from './export-rows.js';
export { ExportsService } from './exports.service.js';
export { FiguresRebuildService } from './figures-rebuild.service.js';
export { MakeExport } from './make-export.handler.js';
export {
  type ModeratorReportsReport,
  REPORT_RESULTS,
  type ReportResultKey,
  type SuccessRow,
} from './moderator-reports-report.js';
export { ModeratorReportsReportService } from './moderator-reports-report.service.js';
export { lastTwelveMonths, LONGEST_PERIOD, monthsOf, type Period } from './period.js';
export { RefreshCaseFigures } from './refresh-case-figures.handler.js';
export { RefreshModeratorFigure } from './refresh-moderator-figure.handler.js';
export { makeExport } from './reporting.jobs.js';
export { ReportingModule } from './reporting.module.js';
export { SMALLEST_SHOWN, suppress, type ShownCount, type ShownCounts } from './small-numbers.js';
export { LEARNING_THEMES, type LearningTheme, themeOf } from './learning-theme.js';
