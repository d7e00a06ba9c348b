import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { EvidenceModule } from '#evidence';
import { ReferralsModule } from '#referrals';
import { EvidenceActsApi } from '../../api/evidence/evidence-acts.api.controller.js';
import { EvidenceApi } from '../../api/evidence/evidence.api.controller.js';
import { HoldsApi } from '../../api/holds/holds.api.controller.js';
import { HoldsPages } from '../holds/holds.pages.controller.js';
import { EvidenceItemPages } from './evidence-item.pages.controller.js';
import { EvidencePages } from './evidence.pages.controller.js';
import { PoliceBundle } from './police-bundle.js';
import { PoliceBundlePages } from './police-bundle.pages.controller.js';

/** Evidence and holds: pages and API. */
@Module({
  imports: [CasesModule, EvidenceModule, ReferralsModule],
  providers: [PoliceBundle],
  controllers: [
    EvidencePages,
    EvidenceItemPages,
    PoliceBundlePages,
    HoldsPages,
    EvidenceApi,
    EvidenceActsApi,
    HoldsApi,
  ],
})
export class EvidenceWebModule {}
