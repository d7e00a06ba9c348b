export {
  CITATION_KEYS,
  citationLabel,
  isCitationKey,
  resolveCitation,
  type Citation,
  type CitationEdition,
  type CitationEntry,
  type CitationStatus,
} from './citation.js';
export { JURISDICTIONS } from './data/jurisdictions.js';
export { PLATFORMS_CHECKED_ON } from './data/platforms.js';
export { isJurisdiction, JURISDICTION_KEYS, type Jurisdiction } from './jurisdiction.js';
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
