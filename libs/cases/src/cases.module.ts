import { Module } from '@nestjs/common';
import { CaseEntity } from './case.entity.js';
import { CaseKeys } from './case-keys.js';
import { CaseOpeningService } from './case-opening.service.js';
import { CaseReadingService } from './case-reading.service.js';
import { CaseReferences } from './case-references.service.js';
import { CaseRepository } from './case.repository.js';
import { TRIAGE_ENTITIES, TRIAGE_SERVICES } from './triage/triage.providers.js';

/** Tables of this lib. */
export const CASE_ENTITIES = [CaseEntity, ...TRIAGE_ENTITIES];

const SERVICES = [CaseKeys, CaseOpeningService, CaseReadingService, CaseReferences, CaseRepository];
const SERVICES = [
  CaseKeys,
  CaseOpeningService,
  CaseReadingService,
  CaseRepository,
  ...TRIAGE_SERVICES,
];

/** Cases and all that belongs to handling one. */
@Module({ providers: SERVICES, exports: SERVICES })
export class CasesModule {}
