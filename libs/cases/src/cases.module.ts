import { Module } from '@nestjs/common';
import { CaseClosingService } from './case-closing.service.js';
import { CaseEntity } from './case.entity.js';
import { CaseHandlingService } from './case-handling.service.js';
import { CaseKeys } from './case-keys.js';
import { CaseOpeningService } from './case-opening.service.js';
import { CaseReadingService } from './case-reading.service.js';
import { CaseReferences } from './case-references.service.js';
import { CaseRepository } from './case.repository.js';
import { TRIAGE_ENTITIES, TRIAGE_SERVICES } from './triage/triage.providers.js';
import { CasesOnRouteService } from './cases-on-route.service.js';
import { NotesService } from './notes.service.js';
import { PartiesRepository } from './parties.repository.js';
import { PartiesService } from './parties.service.js';
import { PatientFactsRepository } from './patient-facts.repository.js';
import { PatientFactsService } from './patient-facts.service.js';
import { WallsRepository } from './walls.repository.js';
import { WallsService } from './walls.service.js';

/** Tables of this lib. */
export const CASE_ENTITIES = [CaseEntity, ...TRIAGE_ENTITIES];

const SERVICES = [
  CaseClosingService,
  CaseHandlingService,
  CaseKeys,
  CaseOpeningService,
  CaseReadingService,
  CaseReferences,
  CaseRepository,
  CasesOnRouteService,
  NotesService,
  PartiesService,
  PatientFactsService,
  WallsService,
  ...TRIAGE_SERVICES,
];

const REPOSITORIES = [PartiesRepository, PatientFactsRepository, WallsRepository];

/** Cases and all that belongs to handling one. */
@Module({ providers: [...SERVICES, ...REPOSITORIES], exports: SERVICES })
export class CasesModule {}
