import { Injectable } from '@nestjs/common';
import { Clock, type OrganisationId } from '#kernel';
import { FileStore, scopeOf, Transactions } from '#platform';
import { KEPT_HOURS } from './export.js';
import { ExportRepository } from './export.repository.js';

/** Takes files away when their time is over. */
@Injectable()
export class ExportExpiryService {
  constructor(
    private readonly tx: Transactions,
    private readonly exports: ExportRepository,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** Expires what is due in one organisation, and gives up what a day has not finished. @returns how many files went. */
  async expire(organisationId: OrganisationId): Promise<number> {
    const now = this.clock.now();
    const dayAgo = new Date(now.getTime() - KEPT_HOURS * 3_600_000);
    const files = await this.tx.run(scopeOf(organisationId), async () => {
      await this.exports.fail(organisationId, dayAgo);
      return this.exports.expire(organisationId, now);
    });
    // The keys are destroyed by now: a file that could not be removed cannot be read either.
    for (const file of files) await this.files.remove(file);
    return files.length;
  }
}
