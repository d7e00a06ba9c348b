import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { ModeratorReportsRepository } from './moderator-reports.repository.js';
import { ModeratorReportsService } from './moderator-reports.service.js';
import { ReferralsRepository } from './referrals.repository.js';
import { ReferralsService } from './referrals.service.js';
import { ReportRecords } from './report-records.js';
import { ReferralPermits } from './worksheets/referral-permits.service.js';
import { WaitingWorksheets } from './worksheets/waiting-worksheets.service.js';
import { WorksheetAccess } from './worksheets/worksheet-access.service.js';
import { WorksheetConsequences } from './worksheets/worksheet-consequences.service.js';
import { WorksheetPrefills } from './worksheets/worksheet-prefills.service.js';
import { WorksheetRecords } from './worksheets/worksheet-records.js';
import { WorksheetRepository } from './worksheets/worksheet.repository.js';
import { WorksheetSigningService } from './worksheets/worksheet-signing.service.js';
import { WorksheetsService } from './worksheets/worksheets.service.js';

const SERVICES = [
  ModeratorReportsService,
  ReferralsService,
  WaitingWorksheets,
  WorksheetPrefills,
  WorksheetSigningService,
  WorksheetsService,
];

const INSIDE = [
  ModeratorReportsRepository,
  ReferralPermits,
  ReferralsRepository,
  ReportRecords,
  WorksheetAccess,
  WorksheetConsequences,
  WorksheetRecords,
  WorksheetRepository,
];

/** The worksheets of routes, what is referred to others, and what came back. */
@Module({ imports: [CasesModule], providers: [...SERVICES, ...INSIDE], exports: SERVICES })
export class ReferralsModule {}
