import { Injectable } from '@nestjs/common';
import { DomainError, type Id } from '#kernel';
import { NO_ORGANISATION, scopeOf } from '../database/scope.js';
import { Transactions } from '../database/transactions.js';
import { Logger } from '../logging/logger.js';
import { type JobHandler, NoLaterTry } from './job.js';
import { OutboxRepository, type OutboxRow } from './outbox.repository.js';

/** Does the jobs that the queue delivers, each in effect once however often it is delivered. */
@Injectable()
export class JobProcessor {
  private readonly handlers = new Map<string, JobHandler>();

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly tx: Transactions,
    private readonly log: Logger,
  ) {}

  /** Makes a handler known. @throws Error when the job already has one. */
  register(handler: JobHandler): void {
    if (this.handlers.has(handler.job.name)) {
      throw new Error(`The job ${handler.job.name} has two handlers.`);
    }
    this.handlers.set(handler.job.name, handler);
  }

  /** Does one job by its outbox id; a job that is done or given up is passed over. */
  async process(id: Id): Promise<void> {
    try {
      const row = await this.tx.run(NO_ORGANISATION, () => this.outbox.find(id));
      if (!row) return;
      const handler = this.handlers.get(row.name);
      if (!handler) throw new DomainError('unavailable', 'job-without-handler', row.name);
      await (handler.transaction === 'one' ? this.inOne(handler, row) : this.inOwn(handler, row));
    } catch (error) {
      const failure = error instanceof DomainError ? error.code : 'unexpected';
      this.log.error('job.failed', { outboxId: id, failure, error });
      await this.outbox.markFailed(id, failure, error instanceof NoLaterTry);
    }
  }

  private inOne(handler: JobHandler, row: OutboxRow): Promise<void> {
    return this.tx.run(scopeOf(row.organisationId), async () => {
      if (!(await this.outbox.lock(row.id))) return;
      await this.handle(handler, row);
      await this.outbox.markDone(row.id);
    });
  }

  private async inOwn(handler: JobHandler, row: OutboxRow): Promise<void> {
    await this.handle(handler, row);
    await this.tx.run(NO_ORGANISATION, () => this.outbox.markDone(row.id));
  }

  private handle(handler: JobHandler, row: OutboxRow): Promise<void> {
    const payload = handler.job.payload.parse(row.payload);
    return handler.handle(payload, { outboxId: row.id, organisationId: row.organisationId });
  }
}
