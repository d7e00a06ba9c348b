import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { ReferralsModule } from '#referrals';
import { SignaturesApi } from '../../api/worksheets/signatures.api.controller.js';
import { WorksheetsApi } from '../../api/worksheets/worksheets.api.controller.js';
import { HttpModule } from '../../http/http.module.js';
import { SignaturesPages } from './signatures.pages.controller.js';
import { WorksheetFrames } from './worksheet-frames.js';
import { WorksheetsPages } from './worksheets.pages.controller.js';
import { WorksheetSigningPages } from './worksheet-signing.pages.controller.js';

/** Worksheets: pages and API. */
@Module({
  imports: [CasesModule, HttpModule, ReferralsModule],
  providers: [WorksheetFrames],
  controllers: [
    WorksheetsPages,
    WorksheetSigningPages,
    WorksheetsApi,
    SignaturesPages,
    SignaturesApi,
  ],
})
export class WorksheetsWebModule {}
