export {
  CITATION_KEYS,
  citationLabel,
  isCitationKey,
  listSources,
  resolveCitation,
  SHIPPED_SOURCES,
  warningOf,
  type LabelContext,
} from './citation.js';
export { type Citation, Sources } from './sources.js';
export type {
  CitationEdition,
  CitationEntry,
  CitationStatus,
  Correction,
} from './citation-entry.js';
export { JURISDICTIONS } from './data/jurisdictions.js';
export { PLATFORMS_CHECKED_ON } from './data/platforms.js';
export {
  jurisdictionPack,
  type JurisdictionPack,
  listJurisdictionPacks,
  type PlaceBody,
  sourcesIn,
} from './jurisdiction-pack.js';
export { isJurisdiction, JURISDICTION_KEYS, type Jurisdiction } from './jurisdiction.js';
export * from './link-check.js';
export {
  CAPTURE_FIRST,
  findGround,
  GROUND_LABELS,
  type GroundWords,
  groundsOf,
  isOverdue,
  notJudgedBy,
  type PlatformGround,
  type PlatformReporting,
  REPORT_LEVELS,
  type ReportLevel,
  reportingOf,
  type Surface,
} from './platform-reporting.js';
export {
  findPlatform,
  groundLabel,
  listPlatforms,
  PLATFORM_KEYS,
  PLATFORM_NAMES,
  type PlatformKey,
  type PlatformPack,
  type Qualified,
} from './platform.js';
export {
  type Currency,
  needsReview,
  type Recheck,
  type Reviewed,
  reviewState,
  type ReviewState,
} from './review-state.js';
export { type RegulatorRecord, Regulators, SHIPPED_REGULATORS } from './regulator.js';
export {
  EMERGENCY_CONTACTS,
  isLive,
  isSupportKey,
  type ListedContact,
  SUPPORT_KINDS,
  type SupportChange,
  type SupportContact,
  supportDirectory,
  type SupportKind,
} from './support.js';
export {
  clauseLabel,
  isLeftToPolicy,
  type EmployerPolicy,
  type MessagingAdvice,
  messagingAdvice,
  MESSAGING_RULES,
  type MessagingRule,
  type PolicyClause,
  policyInForce,
} from './employer-policy.js';
export { promptsFor, REFLECTIVE_PROMPTS, type ReflectivePrompt } from './reflective-prompts.js';
