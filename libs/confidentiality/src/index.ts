export {
  AUDIENCES,
  CHANNELS,
  GUARD_VERSION,
  MAX_TEXT_LENGTH,
  verdictOf,
  type Audience,
  type CaseContext,
  type Category,
  type Channel,
  type Finding,
  type GuardReport,
  type OrganisationContext,
  type PatientContext,
  type PostContext,
  type Severity,
  type Verdict,
} from './model.js';
export { compileFacts, type CompiledFacts } from './case-facts.js';
export { type EarlierText, MOST_EARLIER } from './cross-document.js';
export { hashOf, inspect, inspectSafely, type InspectionRequest } from './inspect.js';
export { guardLine, type GuardLine, type GuardSpan } from './guard-line.js';
export { markUp, type MarkedSegment } from './mark-up.js';
export {
  onePersonSigns,
  type OnePersonSigns,
  SIGN_KINDS,
  type SignKind,
} from './one-person-signs.js';
export { KNOWN_SAFE_KINDS, type KnownSafeKind } from './data/known-safe-kinds.js';
export { knownSafeKind } from './known-safe.js';
export { sentenceHash, sentencePlaces, sentencesOf } from './sentences.js';
