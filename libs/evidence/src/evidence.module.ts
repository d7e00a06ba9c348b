import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { EvidenceBundles } from './evidence-bundles.service.js';
import { EvidenceDestruction } from './evidence-destruction.service.js';
import { EvidenceFiles } from './evidence-files.js';
import { EvidenceHolds } from './evidence-holds.service.js';
import { EvidenceKeeping } from './evidence-keeping.service.js';
import { EvidenceReading } from './evidence-reading.service.js';
import { EvidenceRecords } from './evidence-records.js';
import { EvidenceSealing } from './evidence-sealing.js';
import { EvidenceSightings } from './evidence-sightings.service.js';
import { EvidenceRepository } from './evidence.repository.js';
import { OwnSentFiles } from './own-sent-files.service.js';
import { RemoveEvidenceContent } from './remove-content.handler.js';
import { RemoveSentContent } from './remove-sent-content.handler.js';
import { SentFileContents } from './sent-file-contents.js';
import { SentFileRepository } from './sent-file.repository.js';
import { SentFiles } from './sent-files.service.js';
import { SentFilesTaking } from './sent-files-taking.service.js';

const SERVICES = [
  EvidenceBundles,
  EvidenceDestruction,
  EvidenceHolds,
  EvidenceKeeping,
  EvidenceReading,
  EvidenceSightings,
  OwnSentFiles,
  RemoveEvidenceContent,
  RemoveSentContent,
  SentFiles,
  SentFilesTaking,
];

/** What handlers of the worker are made from. */
const STORES = [EvidenceFiles, EvidenceRepository, SentFileContents, SentFileRepository];

/** What is kept of a case to prove what was there. */
@Module({
  imports: [CasesModule],
  providers: [...SERVICES, ...STORES, EvidenceRecords, EvidenceSealing],
  exports: [...SERVICES, ...STORES],
})
export class EvidenceModule {}
