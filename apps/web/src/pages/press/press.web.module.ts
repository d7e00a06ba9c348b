import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { ResponsesModule } from '#responses';
import { PressCasesApi, PressLogApi } from '../../api/press/press-log.api.controller.js';
import { PressStatementsApi } from '../../api/press/press-statements.api.controller.js';
import { CaseEnquiriesPages } from './case-enquiries.pages.controller.js';
import { CasePressPages } from './case-press.pages.controller.js';
import { PressEnquiriesPages } from './press-enquiries.pages.controller.js';
import { PressPages } from './press.pages.controller.js';
import { PressReleasePages } from './press-release.pages.controller.js';
import { PressStatementsPages } from './press-statements.pages.controller.js';
import { PressTypingPages } from './press-typing.pages.controller.js';

/** What is done with the press, by advisers and by the press office: pages and API. */
@Module({
  imports: [CasesModule, ResponsesModule],
  controllers: [
    CaseEnquiriesPages,
    CasePressPages,
    PressCasesApi,
    PressEnquiriesPages,
    PressLogApi,
    PressPages,
    PressReleasePages,
    PressStatementsApi,
    PressStatementsPages,
    PressTypingPages,
  ],
})
export class PressWebModule {}
