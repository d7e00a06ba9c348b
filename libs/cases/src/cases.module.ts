import { Module } from '@nestjs/common';
import { CalendarsModule, KnowledgeModule } from '#knowledge';
import { CaseClosingService } from './case-closing.service.js';
import { CaseEntity } from './case.entity.js';
import { CaseAssignmentService } from './case-assignment.service.js';
import { CaseEditingService } from './case-editing.service.js';
import { CaseKeys } from './case-keys.js';
import { CaseOpeningService } from './case-opening.service.js';
import { CaseReadingService } from './case-reading.service.js';
import { CaseReferences } from './case-references.service.js';
import { CaseRepository } from './case.repository.js';
import { TRIAGE_ENTITIES, TRIAGE_SERVICES } from './triage/triage.providers.js';
import { CasesOnRouteService } from './cases-on-route.service.js';
import { PostCopies } from './copies/post-copies.service.js';
import { PostCopiesRepository } from './copies/post-copies.repository.js';
import { CaseTasks } from './tasks/case-tasks.service.js';
import { TasksRepository } from './tasks/tasks.repository.js';
import { TasksService } from './tasks/tasks.service.js';
import { CaseHolds } from './holds/case-holds.service.js';
import { HoldsRepository } from './holds/holds.repository.js';
import { HoldsService } from './holds/holds.service.js';
import { PROCEEDING_PARTS, PROCEEDING_SERVICES } from './proceedings/proceedings.providers.js';
import { ConflictChecksRepository } from './membership/conflict-checks.repository.js';
import { CheckMarks } from './membership/check-marks.js';
import { ConflictChecks } from './membership/conflict-checks.service.js';
import { ConflictsRepository } from './membership/conflicts.repository.js';
import { ConflictsService } from './membership/conflicts.service.js';
import { MembersOnly } from './membership/members-only.js';
import { MembershipRepository } from './membership/membership.repository.js';
import { MembershipService } from './membership/membership.service.js';
import { WallBuilding } from './wall-building.js';
import { LooseEnds } from './loose-ends.service.js';
import { GuardSources } from './guard-sources.js';
import { NotesService } from './notes.service.js';
import { PartiesRepository } from './parties.repository.js';
import { PartiesService } from './parties.service.js';
import { PatientFactsRepository } from './patient-facts.repository.js';
import { PatientFactsService } from './patient-facts.service.js';
import { PrivilegeRepository } from './privilege/privilege.repository.js';
import { PrivilegeService } from './privilege/privilege.service.js';
import { WallsRepository } from './walls.repository.js';
import { WallsService } from './walls.service.js';

/** Tables of this lib. */
export const CASE_ENTITIES = [CaseEntity, ...TRIAGE_ENTITIES];

const SERVICES = [
  CaseClosingService,
  CaseAssignmentService,
  CaseEditingService,
  CaseHolds,
  CaseKeys,
  CaseOpeningService,
  CaseReadingService,
  CaseReferences,
  CaseRepository,
  CaseTasks,
  CasesOnRouteService,
  HoldsService,
  ConflictChecks,
  ConflictsService,
  MembershipService,
  NotesService,
  PartiesService,
  PatientFactsService,
  PostCopies,
  PrivilegeService,
  TasksService,
  WallsService,
  ...PROCEEDING_SERVICES,
  ...TRIAGE_SERVICES,
];

const INSIDE = [
  CheckMarks,
  ConflictChecksRepository,
  ConflictsRepository,
  MembersOnly,
  MembershipRepository,
  WallBuilding,
  GuardSources,
  HoldsRepository,
  LooseEnds,
  PartiesRepository,
  PatientFactsRepository,
  PostCopiesRepository,
  PrivilegeRepository,
  TasksRepository,
  WallsRepository,
  ...PROCEEDING_PARTS,
];

/** Cases and all that belongs to handling one. */
@Module({
  imports: [CalendarsModule, KnowledgeModule],
  providers: [...SERVICES, ...INSIDE],
  exports: [...SERVICES, CalendarsModule],
})
export class CasesModule {}
