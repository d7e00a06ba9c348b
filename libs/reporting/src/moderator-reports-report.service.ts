import { Injectable } from '@nestjs/common';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Transactions } from '#platform';
import { ModeratorFigureRepository } from './moderator-figure.repository.js';
import { type ModeratorReportsReport, moderatorReportsOf } from './moderator-reports-report.js';
import { checkPeriod, daysOf, type Period } from './period.js';

/** What became of reports to platforms, for managers. Small numbers are hidden here. */
@Injectable()
export class ModeratorReportsReportService {
  constructor(
    private readonly tx: Transactions,
    private readonly figures: ModeratorFigureRepository,
  ) {}

  /** Reports sent in a period. Those of walled cases are left out. @throws Invalid `period-wrong` */
  async report(actor: Actor, period: Period): Promise<ModeratorReportsReport> {
    requirePermission(actor, 'report:read');
    const days = daysOf(checkPeriod(period));
    const counts = await this.tx.run(scopeOfActor(actor), () =>
      this.figures.listCounts(actor.organisationId, days),
    );
    return moderatorReportsOf(period, counts);
  }
}
