import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import type { JobContext, JobHandler } from '#platform';
import { moderatorReportChanged } from '#referrals';
import { ModeratorFigureRepository } from './moderator-figure.repository.js';

/** Reads a report to a platform that has changed; the same however often it is done. */
@Injectable()
export class RefreshModeratorFigure implements JobHandler<{ reportId: Id }> {
  readonly job = moderatorReportChanged;
  readonly transaction = 'one';

  constructor(private readonly figures: ModeratorFigureRepository) {}

  handle({ reportId }: { reportId: Id }, { organisationId }: JobContext): Promise<void> {
    return this.figures.refresh(organisationId, reportId);
  }
}
