import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { ReferralsModule } from '#referrals';
import { ResponsesModule } from '#responses';
import { CaseActsApi } from '../../api/casework/case-acts.api.controller.js';
import { CaseContentsApi } from '../../api/casework/case-contents.api.controller.js';
import { CopiesApi } from '../../api/casework/copies.api.controller.js';
import { PrivilegeApi } from '../../api/casework/privilege.api.controller.js';
import { MembershipApi } from '../../api/casework/membership.api.controller.js';
import { ClosingPages } from './closing.pages.controller.js';
import { CopiesPages } from './copies.pages.controller.js';
import { FindPages } from './find.pages.controller.js';
import { HandlingPages } from './handling.pages.controller.js';
import { MembershipPages } from './membership.pages.controller.js';
import { NotesPages } from './notes.pages.controller.js';
import { PartiesPages } from './parties.pages.controller.js';
import { PrivilegePages } from './privilege.pages.controller.js';
import { WallPages } from './wall.pages.controller.js';
import { PatientFactsPages } from './patient-facts.pages.controller.js';

/** Working on a case: pages and API. */
@Module({
  imports: [CasesModule, ResponsesModule, ReferralsModule],
  controllers: [
    ClosingPages,
    CopiesPages,
    FindPages,
    HandlingPages,
    NotesPages,
    PartiesPages,
    PatientFactsPages,
    MembershipPages,
    PrivilegePages,
    WallPages,
    CaseActsApi,
    CaseContentsApi,
    CopiesApi,
    MembershipApi,
    PrivilegeApi,
  ],
})
export class CaseworkWebModule {}
