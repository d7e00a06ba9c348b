import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { ReferralsModule } from '#referrals';
import { WorksheetsApi } from '../../api/worksheets/worksheets.api.controller.js';
import { WorksheetFrames } from './worksheet-frames.js';
import { WorksheetsPages } from './worksheets.pages.controller.js';
import { WorksheetSigningPages } from './worksheet-signing.pages.controller.js';

/** Worksheets: pages and API. */
@Module({
  imports: [CasesModule, ReferralsModule],
  providers: [WorksheetFrames],
  controllers: [WorksheetsPages, WorksheetSigningPages, WorksheetsApi],
})
export class WorksheetsWebModule {}
