import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { ReferralsModule } from '#referrals';
import { ResponsesModule } from '#responses';
import { ApprovalsApi } from '../../api/drafts/approvals.api.controller.js';
import { BreakGlassApi } from '../../api/drafts/break-glass.api.controller.js';
import { DraftEditingApi } from '../../api/drafts/draft-editing.api.controller.js';
import { DraftsApi } from '../../api/drafts/drafts.api.controller.js';
import { TemplatesApi } from '../../api/drafts/templates.api.controller.js';
import { WaiversApi } from '../../api/drafts/waivers.api.controller.js';
import { LettersApi } from '../../api/letters/letters.api.controller.js';
import { BodiesPages } from '../bodies/bodies.pages.controller.js';
import { AcceptancePages } from './acceptance.pages.controller.js';
import { ApprovalsPages } from './approvals.pages.controller.js';
import { BreakGlassPages } from './break-glass.pages.controller.js';
import { DraftPages } from './draft.pages.controller.js';
import { DraftTypingPages } from './draft-typing.pages.controller.js';
import { DraftReleasePages } from './draft-release.pages.controller.js';
import { DraftsPages } from './drafts.pages.controller.js';
import { LettersPages } from './letters.pages.controller.js';
import { ReturnCommentsPages } from './return-comments.pages.controller.js';
import { WaiversPages } from './waivers.pages.controller.js';

/** Drafts, their approval and their release, for people and for programs. */
@Module({
  imports: [CasesModule, ReferralsModule, ResponsesModule],
  controllers: [
    AcceptancePages,
    ApprovalsApi,
    ApprovalsPages,
    BodiesPages,
    BreakGlassApi,
    BreakGlassPages,
    DraftEditingApi,
    DraftPages,
    DraftReleasePages,
    DraftTypingPages,
    DraftsApi,
    DraftsPages,
    LettersApi,
    LettersPages,
    ReturnCommentsPages,
    TemplatesApi,
    WaiversApi,
    WaiversPages,
  ],
})
export class DraftsWebModule {}
