import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import type { JobContext, JobHandler } from '#platform';
import { contentDestroyed } from './evidence.jobs.js';
import { EvidenceFiles } from './evidence-files.js';
import { EvidenceRepository } from './evidence.repository.js';

/** Takes destroyed content from the disk; done again it does nothing. */
@Injectable()
export class RemoveEvidenceContent implements JobHandler<{ evidenceId: Id }> {
  readonly job = contentDestroyed;
  readonly transaction = 'one';

  constructor(
    private readonly items: EvidenceRepository,
    private readonly files: EvidenceFiles,
  ) {}

  async handle({ evidenceId }: { evidenceId: Id }, { organisationId }: JobContext): Promise<void> {
    const destroyed = await this.items.findDestroyed(organisationId, evidenceId);
    if (destroyed) await this.files.remove(destroyed);
  }
}
