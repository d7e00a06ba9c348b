import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { AcceptanceRepository } from './acceptance/acceptance.repository.js';
import { Acceptances } from './acceptance/acceptances.service.js';
import { ConfidentialityGuard, Inspector } from './confidentiality-guard.js';
import { BreakGlassRepository } from './break-glass/break-glass.repository.js';
import { BreakGlassReviews } from './break-glass/break-glass-reviews.service.js';
import { BreakGlassKeeping, BreakGlassService } from './break-glass/break-glass.service.js';
import { ReturnCommentRepository } from './comments/return-comment.repository.js';
import { ReturnComments } from './comments/return-comments.service.js';
import { DraftApprovalService } from './draft-approval.service.js';
import { DraftCheckService } from './draft-check.service.js';
import { DraftCompositionService } from './draft-composition.service.js';
import { DraftEntity } from './draft.entity.js';
import { DraftEvents } from './draft-events.js';
import { DraftReadingService } from './draft-reading.service.js';
import { DraftRecords } from './draft-records.js';
import { DraftReleaseService } from './draft-release.service.js';
import { DraftDeciders } from './draft-deciders.js';
import { DraftSurroundings } from './draft-surroundings.js';
import { DraftRepository } from './draft.repository.js';
import { EditingDesks } from './editing/editing-desks.js';
import { PresenceRepository } from './editing/presence.repository.js';
import { TypedTextService } from './editing/typed-text.service.js';
import { WorkingCopiesService } from './editing/working-copies.service.js';
import { WorkingCopyRepository } from './editing/working-copy.repository.js';
import { EnquiriesService } from './press/enquiries.service.js';
import { EnquiryRepository } from './press/enquiry.repository.js';
import { PressCaseAccess } from './press/press-case-access.js';
import { PressCasesService } from './press/press-cases.service.js';
import { PressStatementActs } from './press/press-statement-acts.service.js';
import { PressStatementsService } from './press/press-statements.service.js';
import { PressSummaryRepository } from './press/press-summary.repository.js';
import { SafeSummaryService } from './press/safe-summary.service.js';
import { PublishedBodiesService } from './published-bodies.service.js';
import { PublishedBodyRepository } from './published-body.repository.js';
import { LettersService } from './letters/letters.service.js';
import { LettersToDoctor } from './letters-to-doctor.service.js';
import { ReleaseRepository } from './release.repository.js';
import { ConfirmationRepository } from './sentences/confirmation.repository.js';
import { SentenceConfirmations } from './sentences/sentence-confirmations.service.js';
import { TemplateOffersService } from './template-offers.service.js';
import { TemplateEditingService } from './template-versions/template-editing.service.js';
import { TemplateLibraryService } from './template-versions/template-library.service.js';
import { TemplatePublishingService } from './template-versions/template-publishing.service.js';
import { TemplateVersionRepository } from './template-versions/template-version.repository.js';
import { TemplatesInForce } from './template-versions/templates-in-force.js';
import { TemplateVersionsAtWork } from './template-versions/template-versions-at-work.js';
import { WaitingDraftsRepository } from './waiting-drafts.repository.js';
import { WaitingDraftsService } from './waiting-drafts.service.js';
import { RulingRepository } from './rulings/ruling.repository.js';
import { Rulings } from './rulings/rulings.service.js';
import { WaiverRepository } from './waivers/waiver.repository.js';
import { WaiversService } from './waivers/waivers.service.js';
import { loadCatalogue, TemplateCatalogue } from './template-catalogue.js';

/** Tables of this lib. */
export const RESPONSE_ENTITIES = [DraftEntity];

/** From the place of the compiled file: dist/libs/responses/src. */
const TEMPLATES = join(import.meta.dirname, '../../../../templates/responses');

/** Reads the templates once. A fault in one of them stops the start and names file and line. */
export function readShippedTemplates(folder = TEMPLATES): TemplateCatalogue {
  const files = readdirSync(folder).filter((file) => file.endsWith('.hbs'));
  return loadCatalogue(
    files.sort().map((file) => ({ file, content: readFileSync(join(folder, file), 'utf8') })),
  );
}

const PRESS = [
  EnquiriesService,
  PressCasesService,
  PressStatementActs,
  PressStatementsService,
  SafeSummaryService,
];

const WORDINGS = [
  TemplateEditingService,
  TemplateLibraryService,
  TemplatePublishingService,
  TemplatesInForce,
];

const SERVICES = [
  ...PRESS,
  Acceptances,
  BreakGlassReviews,
  BreakGlassService,
  ...WORDINGS,
  ConfidentialityGuard,
  DraftApprovalService,
  DraftCheckService,
  DraftCompositionService,
  DraftReadingService,
  DraftReleaseService,
  Inspector,
  LettersService,
  LettersToDoctor,
  PublishedBodiesService,
  ReturnComments,
  TemplateOffersService,
  TypedTextService,
  WorkingCopiesService,
  WaitingDraftsService,
  WaiversService,
];

/** What is said to the outside: templates, drafts, approval, release. */
@Module({
  imports: [CasesModule],
  providers: [
    ...SERVICES,
    AcceptanceRepository,
    BreakGlassKeeping,
    BreakGlassRepository,
    ConfirmationRepository,
    DraftEvents,
    DraftRecords,
    DraftRepository,
    DraftDeciders,
    RulingRepository,
    Rulings,
    DraftSurroundings,
    EditingDesks,
    EnquiryRepository,
    PresenceRepository,
    PressCaseAccess,
    PressSummaryRepository,
    PublishedBodyRepository,
    ReleaseRepository,
    ReturnCommentRepository,
    SentenceConfirmations,
    TemplateVersionRepository,
    TemplateVersionsAtWork,
    WorkingCopyRepository,
    WaitingDraftsRepository,
    WaiverRepository,
    { provide: TemplateCatalogue, useFactory: () => readShippedTemplates() },
  ],
  exports: [...SERVICES, TemplateCatalogue],
})
export class ResponsesModule {}
