import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { EvidenceModule } from '#evidence';
import { ReferralsModule } from '#referrals';
import { ResponsesModule } from '#responses';
import { ModeratorReportsApi } from '../../api/moderator-reports/moderator-reports.api.controller.js';
import { ModeratorReportsPages } from './moderator-reports.pages.controller.js';
import { ReportDesk } from './report-desk.js';

/** Reports to platforms: pages and API. */
@Module({
  imports: [CasesModule, EvidenceModule, ReferralsModule, ResponsesModule],
  controllers: [ModeratorReportsPages, ModeratorReportsApi],
  providers: [ReportDesk],
})
export class ModeratorReportsWebModule {}
