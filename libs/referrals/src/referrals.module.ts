import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { ReferralsRepository } from './referrals.repository.js';
import { ReferralsService } from './referrals.service.js';

/** What is referred to others, and what came back. */
@Module({
  imports: [CasesModule],
  providers: [ReferralsService, ReferralsRepository],
  exports: [ReferralsService],
})
export class ReferralsModule {}
