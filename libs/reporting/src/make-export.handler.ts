import { pipeline, Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { OrganisationKeys } from '#identity';
import { Clock, DomainError, type Id, newId, type OrganisationId } from '#kernel';
import {
  FileStore,
  type JobContext,
  type JobHandler,
  newKey,
  scopeOf,
  Transactions,
} from '#platform';
import { csvWriter } from './case-rows-csv.js';
import { expiryOf } from './export.js';
import { COLUMNS_OF, ExportRows, type RowBatch, type RowsWanted } from './export-rows.js';
import { ExportRepository } from './export.repository.js';
import { keyPlace } from './export-store.js';
import { makeExport } from './reporting.jobs.js';

/** Rows that are in memory at a time. */
const BATCH = 2_000;

interface Attempt extends RowsWanted {
  readonly fileId: Id;
}

/**
 * Writes the file of an export. Each attempt writes a file and a key of its own, so one that was broken off
 * leaves nothing that could be taken for the file.
 */
@Injectable()
export class MakeExport implements JobHandler<{ exportId: Id }> {
  readonly job = makeExport;
  readonly transaction = 'own';

  constructor(
    private readonly tx: Transactions,
    private readonly exports: ExportRepository,
    private readonly keys: OrganisationKeys,
    private readonly files: FileStore,
    private readonly clock: Clock,
    private readonly source: ExportRows,
  ) {}

  async handle({ exportId }: { exportId: Id }, { organisationId }: JobContext): Promise<void> {
    const [fileId, key] = [newId(), newKey()];
    const begun = await this.begin(organisationId, exportId, { fileId, key });
    if (!begun) return;
    if (begun.earlierFileId) await this.files.remove(begun.earlierFileId);
    try {
      const { period, kind } = begun;
      const attempt = { organisationId, fileId, period, kind };
      await this.files.write(fileId, key, this.content(attempt));
      await this.finish(attempt);
    } catch (error) {
      await this.files.remove(fileId);
      throw error;
    }
  }

  private begin(
    organisationId: OrganisationId,
    exportId: Id,
    { fileId, key }: { fileId: Id; key: Buffer },
  ) {
    return this.tx.run(scopeOf(organisationId), async () => {
      const keySealed = await this.keys.seal(organisationId, key, keyPlace(exportId));
      return this.exports.begin(organisationId, exportId, { fileId, keySealed });
    });
  }

  private content(attempt: Attempt): Readable {
    // A fault of either ends the other; whoever reads the result is told of it.
    return pipeline(
      Readable.from(this.rows(attempt)),
      csvWriter(COLUMNS_OF[attempt.kind]),
      () => undefined,
    );
  }

  /** A batch at a time, each in a short unit of work that also notes how far the file is. */
  private async *rows(attempt: Attempt): AsyncGenerator<Record<string, string>> {
    let last: RowBatch['last'];
    for (let done = 0; ;) {
      const batch: RowBatch = await this.next(attempt, done, last);
      yield* batch.rows;
      done += batch.rows.length;
      last = batch.last ?? last;
      if (batch.rows.length < BATCH) return this.note(attempt, done);
    }
  }

  private next(attempt: Attempt, done: number, last: RowBatch['last']) {
    const { organisationId, fileId } = attempt;
    return this.tx.run(scopeOf(organisationId), async () => {
      if (done === 0) {
        const total = await this.source.count(attempt);
        await this.exports.noteTotal(organisationId, fileId, total);
      }
      await this.note(attempt, done);
      return this.source.next(attempt, BATCH, last);
    });
  }

  private async note({ organisationId, fileId }: Attempt, done: number): Promise<void> {
    const isOurs = await this.tx.run(scopeOf(organisationId), () =>
      this.exports.noteProgress(organisationId, fileId, done),
    );
    if (!isOurs) throw overtaken();
  }

  private async finish({ organisationId, fileId }: Attempt): Promise<void> {
    const readyAt = this.clock.now();
    const isOurs = await this.tx.run(scopeOf(organisationId), () =>
      this.exports.finish(organisationId, fileId, { readyAt, expiresAt: expiryOf(readyAt) }),
    );
    if (!isOurs) throw overtaken();
  }
}

/** The queue delivered the job again while it ran; the other attempt goes on. */
function overtaken(): DomainError {
  return new DomainError('unavailable', 'export-overtaken', 'Another attempt has taken over.');
}
