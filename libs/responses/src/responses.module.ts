import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { ConfidentialityGuard, Inspector } from './confidentiality-guard.js';
import { DraftApprovalService } from './draft-approval.service.js';
import { DraftCheckService } from './draft-check.service.js';
import { DraftCompositionService } from './draft-composition.service.js';
import { DraftEntity } from './draft.entity.js';
import { DraftReadingService } from './draft-reading.service.js';
import { DraftRecords } from './draft-records.js';
import { DraftReleaseService } from './draft-release.service.js';
import { DraftRepository } from './draft.repository.js';
import { GuardContextReader } from './guard-context.js';
import { PublishedBodiesService } from './published-bodies.service.js';
import { PublishedBodyRepository } from './published-body.repository.js';
import { ReleaseRepository } from './release.repository.js';
import { loadCatalogue, TemplateCatalogue } from './template-catalogue.js';

/** Tables of this lib. */
export const RESPONSE_ENTITIES = [DraftEntity];

/** From the place of the compiled file: dist/libs/responses/src. */
const TEMPLATES = join(import.meta.dirname, '../../../../templates/responses');

/** Reads the templates once. A fault in one of them stops the start and names file and line. */
export function readShippedTemplates(folder = TEMPLATES): TemplateCatalogue {
  const files = readdirSync(folder).filter((file) => file.endsWith('.hbs'));
  return loadCatalogue(
    files.sort().map((file) => ({ file, content: readFileSync(join(folder, file), 'utf8') })),
  );
}

const SERVICES = [
  ConfidentialityGuard,
  DraftApprovalService,
  DraftCheckService,
  DraftCompositionService,
  DraftReadingService,
  DraftReleaseService,
  GuardContextReader,
  Inspector,
  PublishedBodiesService,
];

/** What is said to the outside: templates, drafts, approval, release. */
@Module({
  imports: [CasesModule],
  providers: [
    ...SERVICES,
    DraftRecords,
    DraftRepository,
    PublishedBodyRepository,
    ReleaseRepository,
    { provide: TemplateCatalogue, useFactory: () => readShippedTemplates() },
  ],
  exports: [...SERVICES, TemplateCatalogue],
})
export class ResponsesModule {}
