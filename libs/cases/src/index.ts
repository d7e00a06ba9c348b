export * from './case.js';
export { CaseClosingService, type Closure } from './case-closing.service.js';
export { CaseAssignmentService } from './case-assignment.service.js';
export { CaseEditingService, type IncidentChange } from './case-editing.service.js';
export { CaseCipher, CaseKeys } from './case-keys.js';
export { CaseOpeningService } from './case-opening.service.js';
export { CaseReadingService } from './case-reading.service.js';
export { CaseReferences } from './case-references.service.js';
export { CaseRepository } from './case.repository.js';
export { caseChanged, caseUrgent, deadlineWarned, hearingChanged } from './cases.jobs.js';
export { CASE_ENTITIES, CasesModule } from './cases.module.js';
export * from './copies/index.js';
export * from './holds/index.js';
export * from './proceedings/index.js';
export * from './tasks/index.js';
export * from './triage/index.js';
export {
  type CaseOnRoute,
  CasesOnRouteService,
  type DataProtectionCase,
} from './cases-on-route.service.js';
export * from './membership/index.js';
export { type CaseNote, NOTE_LENGTH, NotesService } from './notes.service.js';
export { isPressCase } from './press-route.js';
export {
  CASE_OUTCOMES,
  type CaseOutcome,
  COPIES_LOOKED_FOR,
  type CopiesLookedFor,
} from './outcome.js';
export { PartiesService } from './parties.service.js';
export * from './party.js';
export * from './patient-fact.js';
export { PatientFactsService } from './patient-facts.service.js';
export {
  isPrivilegedSql,
  PRIVILEGED_KINDS,
  type PrivilegedItem,
  type PrivilegedKind,
  type PrivilegeMark,
} from './privilege/privilege.js';
export { PRIVILEGE_LIFTERS, PrivilegeService } from './privilege/privilege.service.js';
export { hearReference } from './spoken-reference.js';
export type { WallPerson } from './walls.repository.js';
export { type Wall, WallsService } from './walls.service.js';
