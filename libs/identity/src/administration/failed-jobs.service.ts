import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Id, NotFound, type Page, type PageQuery } from '#kernel';
import { type FailedJob, type JobCounts, OutboxRepository, Transactions } from '#platform';
import { type Actor, requirePermission, scopeOfActor } from '../actor.js';

/** Background work that was given up, for those who look after the installation. */
@Injectable()
export class FailedJobs {
  constructor(
    private readonly tx: Transactions,
    private readonly outbox: OutboxRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** The organisation's jobs that were given up, newest first. @throws Forbidden `permission-missing`; Unreadable `cursor-wrong` */
  list(actor: Actor, query: PageQuery): Promise<Page<FailedJob>> {
    requirePermission(actor, 'job:manage');
    return this.tx.run(scopeOfActor(actor), () =>
      this.outbox.listFailed(actor.organisationId, query),
    );
  }

  /** How many of the organisation's jobs wait, have failed and were done of late. */
  count(actor: Actor): Promise<JobCounts> {
    requirePermission(actor, 'job:manage');
    return this.tx.run(scopeOfActor(actor), () => this.outbox.countOf(actor.organisationId));
  }

  /** Has a job tried afresh. @throws NotFound `job-not-found`, also for one that has not failed. */
  retry(actor: Actor, id: Id): Promise<void> {
    requirePermission(actor, 'job:manage');
    return this.tx.run(scopeOfActor(actor), async () => {
      if (!(await this.outbox.retry(actor.organisationId, id))) {
        throw new NotFound('job-not-found', 'We could not find a failed job of that kind.');
      }
      await this.trail.record(actor, 'job.retried', { type: 'job', id });
    });
  }
}
