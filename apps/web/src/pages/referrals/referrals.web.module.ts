import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { ReferralsModule } from '#referrals';
import { ReferralsApi } from '../../api/referrals/referrals.api.controller.js';
import { ReferralsPages } from './referrals.pages.controller.js';

/** Referrals: pages and API. */
@Module({ imports: [CasesModule, ReferralsModule], controllers: [ReferralsPages, ReferralsApi] })
export class ReferralsWebModule {}
