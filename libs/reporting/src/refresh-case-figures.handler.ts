import { Injectable } from '@nestjs/common';
import { caseChanged } from '#cases';
import type { CaseId } from '#kernel';
import type { JobContext, JobHandler } from '#platform';
import { countChanges } from './case-figure.js';
import { CaseFigureRepository } from './case-figure.repository.js';

/** Reads a case that has changed and moves it in the counts; the same however often it is done. */
@Injectable()
export class RefreshCaseFigures implements JobHandler<{ caseId: CaseId }> {
  readonly job = caseChanged;
  readonly transaction = 'one';

  constructor(private readonly figures: CaseFigureRepository) {}

  async handle({ caseId }: { caseId: CaseId }, { organisationId }: JobContext): Promise<void> {
    await this.figures.lockCase(organisationId, caseId);
    const before = await this.figures.find(organisationId, caseId);
    const after = await this.figures.refresh(organisationId, caseId);
    if (before && !after) await this.figures.remove(organisationId, caseId);
    await this.figures.adjust(organisationId, countChanges(before, after));
  }
}
