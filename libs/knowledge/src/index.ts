export { EmployerPolicies, type KeptPolicy } from './employers/employer-policies.service.js';
export { GuidanceModule } from './guidance.module.js';
export { type GuidanceTask } from './guidance/guidance.repository.js';
export { GuidanceReviews, type RecheckGiven } from './guidance/guidance-reviews.service.js';
export { LinkChecks } from './guidance/link-checks.service.js';
export { RecheckIndex } from './guidance/recheck-index.js';
export { SupportDirectory, type SupportGiven } from './support/support-directory.service.js';
export { compareOnOpenCases } from './knowledge.jobs.js';
export { KnowledgeModule } from './knowledge.module.js';
export {
  type Acknowledgement,
  type Comparison,
  packVersionOf,
  type RulePackContent,
  type RulePackDocument,
  type RulePackVersion,
} from './rule-packs/rule-pack.js';
export { RulePackComparison } from './rule-packs/rule-pack-comparison.service.js';
export { RulePackEditingService, type Seen } from './rule-packs/rule-pack-editing.service.js';
export { RulePackInForce } from './rule-packs/rule-pack-in-force.js';
export { RulePackPublishingService } from './rule-packs/rule-pack-publishing.service.js';
export {
  RulePackReadingService,
  type RulePackReview,
  type RulesInForce,
} from './rule-packs/rule-pack-reading.service.js';
export { readRulesFile, rulesFilePack, writeRulesFile } from './rule-packs/rules-file.js';
export * from './two-person.js';
export * from './calendars/index.js';
