export * from './case.js';
export { CaseCipher, CaseKeys } from './case-keys.js';
export { CaseOpeningService } from './case-opening.service.js';
export { CaseReadingService } from './case-reading.service.js';
export { CaseReferences } from './case-references.service.js';
export { CaseRepository } from './case.repository.js';
export { caseChanged } from './cases.jobs.js';
export { CASE_ENTITIES, CasesModule } from './cases.module.js';
export * from './triage/index.js';
