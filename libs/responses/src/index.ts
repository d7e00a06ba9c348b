export * from './acceptance/index.js';
export * from './approved-sentences.js';
export * from './break-glass/index.js';
export * from './comments/index.js';
export { ConfidentialityGuard, Inspector, type TextToCheck } from './confidentiality-guard.js';
export { DraftApprovalService, type GivenBack } from './draft-approval.service.js';
export {
  capacityOf,
  type ApprovalsSoFar,
  approvalPermission,
  approvalsSoFar,
  isPressStatement,
  mayRelease,
  type SecondSide,
  type SignedApprovals,
  sidesOpen,
} from './draft-sides.js';
export { DraftCheckService } from './draft-check.service.js';
export {
  DraftCompositionService,
  type NewDraft,
  type Preview,
} from './draft-composition.service.js';
export type { AskedFact } from './draft-facts.js';
export {
  type DraftFile,
  DraftReadingService,
  fileOfCase,
  mayDecide,
  type MayDecide,
} from './draft-reading.service.js';
export type { OpenedDraft } from './draft-records.js';
export { DraftReleaseService, type PostingNote } from './draft-release.service.js';
export type { DraftRow } from './draft.repository.js';
export type { WaitingDraft } from './waiting-drafts.repository.js';
export { type OfferedDecision, WaitingDraftsService } from './waiting-drafts.service.js';
export { hasSameFindings } from './draft-rules.js';
export * from './draft.js';
export * from './editing/index.js';
export { isLetter } from './letters/letter.js';
export { type LetterFile, LettersService } from './letters/letters.service.js';
export { LettersToDoctor } from './letters-to-doctor.service.js';
export * from './press/index.js';
export type { PlaceLimit } from './place-limit.js';
export { PublishedBodiesService } from './published-bodies.service.js';
export type { BodyDetails, PublishedBody } from './published-body.js';
export {
  type LetterToDoctor,
  type Posting,
  POSTING_WAYS,
  type Release,
} from './release.repository.js';
export { RESPONSE_ENTITIES, ResponsesModule } from './responses.module.js';
export {
  faultsOfReport,
  type ReportedPost,
  type ReportSources,
  writeReport,
} from './moderator-report.js';
export { DELISTING, isReport, platformOfReport } from './report-draft.js';
export * from './response-template.js';
export * from './sentences/index.js';
export { EMERGENCY_TEMPLATE, hasRiskWords } from './risk-words.js';
export * from './template-catalogue.js';
export * from './template-facts.js';
export * from './template-heading.js';
export * from './template-labels.js';
export { type OfferedTemplates, TemplateOffersService } from './template-offers.service.js';
export * from './template-parts.js';
export * from './template-rendering.js';
export { SOURCE_LIMIT } from './template-source.js';
export { type FindingPlace, type Replacement, replacementFor } from './suggestion.js';
export type { TemplateFault, TemplateSource } from './template-source.js';
export * from './template-variables.js';
export {
  acceptanceAnswered,
  acceptanceAsked,
  glassBroken,
  letterReleased,
  waiverMoved,
} from './responses.jobs.js';
export * from './template-versions/index.js';
export type { ReadBefore } from './rulings/ruling.repository.js';
export * from './waivers/index.js';
