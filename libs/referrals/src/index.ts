export * from './moderator-report.js';
export type { EarlierReport } from './moderator-reports.repository.js';
export { ModeratorReportsService, type ReportFile } from './moderator-reports.service.js';
export * from './referral.js';
export { moderatorReportChanged, signatureAwaited, signatureSettled } from './referrals.jobs.js';
export { ReferralsModule } from './referrals.module.js';
export { ReferralsService } from './referrals.service.js';
export * from './worksheets/index.js';
