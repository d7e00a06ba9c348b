export { EmployerPolicies, type KeptPolicy } from './employers/employer-policies.service.js';
export { GuidanceModule } from './guidance.module.js';
export { type GuidanceTask } from './guidance/guidance.repository.js';
export { GuidanceReviews, type RecheckGiven } from './guidance/guidance-reviews.service.js';
export { RecheckIndex } from './guidance/recheck-index.js';
export { SupportDirectory, type SupportGiven } from './support/support-directory.service.js';
