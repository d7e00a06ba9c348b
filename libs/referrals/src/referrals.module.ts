import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { ModeratorReportsRepository } from './moderator-reports.repository.js';
import { ModeratorReportsService } from './moderator-reports.service.js';
import { ReferralsRepository } from './referrals.repository.js';
import { ReferralsService } from './referrals.service.js';
import { ReportRecords } from './report-records.js';

/** What is referred to others, and what came back. */
@Module({
  imports: [CasesModule],
  providers: [
    ModeratorReportsService,
    ReferralsService,
    ModeratorReportsRepository,
    ReferralsRepository,
    ReportRecords,
  ],
  exports: [ModeratorReportsService, ReferralsService],
})
export class ReferralsModule {}
