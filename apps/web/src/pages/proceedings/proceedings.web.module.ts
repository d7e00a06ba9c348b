import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { AccountsApi } from '../../api/proceedings/accounts.api.controller.js';
import { ProceedingsApi } from '../../api/proceedings/proceedings.api.controller.js';
import { AccountsPages } from './accounts.pages.controller.js';
import { HearingsPages } from './hearings.pages.controller.js';
import { ProceedingsPages } from './proceedings.pages.controller.js';

/** Proceedings about a case: pages and API. */
@Module({
  imports: [CasesModule],
  controllers: [HearingsPages, AccountsPages, ProceedingsPages, ProceedingsApi, AccountsApi],
})
export class ProceedingsWebModule {}
