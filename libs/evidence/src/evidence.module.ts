import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { EvidenceBundles } from './evidence-bundles.service.js';
import { EvidenceDestruction } from './evidence-destruction.service.js';
import { EvidenceFiles } from './evidence-files.js';
import { EvidenceHolds } from './evidence-holds.service.js';
import { EvidenceKeeping } from './evidence-keeping.service.js';
import { EvidenceReading } from './evidence-reading.service.js';
import { EvidenceRecords } from './evidence-records.js';
import { EvidenceSightings } from './evidence-sightings.service.js';
import { EvidenceRepository } from './evidence.repository.js';
import { RemoveEvidenceContent } from './remove-content.handler.js';

const SERVICES = [
  EvidenceBundles,
  EvidenceDestruction,
  EvidenceHolds,
  EvidenceKeeping,
  EvidenceReading,
  EvidenceSightings,
  RemoveEvidenceContent,
];

/** What is kept of a case to prove what was there. */
@Module({
  imports: [CasesModule],
  providers: [...SERVICES, EvidenceFiles, EvidenceRecords, EvidenceRepository],
  exports: [...SERVICES, EvidenceFiles, EvidenceRepository],
})
export class EvidenceModule {}
