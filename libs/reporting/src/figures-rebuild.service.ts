import { Injectable } from '@nestjs/common';
import type { OrganisationId } from '#kernel';
import { scopeOf, Transactions } from '#platform';
import { CaseFigureRepository } from './case-figure.repository.js';
import { ModeratorFigureRepository } from './moderator-figure.repository.js';

/** Makes the figures anew from the cases: after a mass import, or to prove that they are right. */
@Injectable()
export class FiguresRebuildService {
  constructor(
    private readonly tx: Transactions,
    private readonly figures: CaseFigureRepository,
    private readonly moderatorFigures: ModeratorFigureRepository,
  ) {}

  /** @returns how many cases have figures. Reports show the old figures until it is done. */
  rebuild(organisationId: OrganisationId): Promise<number> {
    return this.tx.run(scopeOf(organisationId), async () => {
      await this.tx.query('set local statement_timeout = 0');
      await this.figures.lockAll(organisationId);
      await this.moderatorFigures.rebuild(organisationId);
      return this.figures.rebuild(organisationId);
    });
  }
}
