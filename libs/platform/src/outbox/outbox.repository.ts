import { Injectable } from '@nestjs/common';
import {
  type Id,
  Keyset,
  newId,
  type OrganisationId,
  type Page,
  type PageQuery,
  type Placed,
} from '#kernel';
import { NO_ORGANISATION } from '../database/scope.js';
import { Transactions } from '../database/transactions.js';
import type { JobDefinition } from './job.js';

/** A job as it waits in the outbox. */
export interface OutboxRow {
  id: Id;
  organisationId: OrganisationId;
  name: string;
  payload: unknown;
  attempts: number;
}

/** A job that was given up, as the administrator sees it: nothing of its content. */
export interface FailedJob {
  id: Id;
  name: string;
  attempts: number;
  failure: string;
  createdAt: Date;
  failedAt: Date;
}

/** How much background work of one organisation is in which state. */
export interface JobCounts {
  waiting: number;
  failed: number;
  /** Done within the last day. */
  done: number;
  /** When the one that has waited longest was asked for; null when none waits. */
  oldestWaiting: Date | null;
}

/** Tries before a job is given up, and the wait in seconds before each next one. */
const WAITS_BEFORE_RETRY = [2, 10, 60, 300] as const;
/** After this many seconds without a result a job is put on the queue again. */
const ENQUEUE_AGAIN_AFTER = 60;

const WAITING = `done_at is null and failed_at is null`;

const NEWEST_FIRST = new Keyset('descending', 'instant', 'id');

const COLUMNS = `id, organisation_id as "organisationId", name, payload, attempts`;

/**
 * Messages that leave with the change that caused them: written in its transaction, relayed afterwards.
 * Ids only, so the table needs no row-level security.
 */
@Injectable()
export class OutboxRepository {
  constructor(private readonly tx: Transactions) {}

  /** Asks for work in the running transaction. @throws OutsideTransaction */
  async add<Payload>(
    organisationId: OrganisationId,
    job: JobDefinition<Payload>,
    payload: Payload,
  ): Promise<Id> {
    const id = newId();
    await this.tx.query(
      `insert into outbox (id, organisation_id, name, payload) values ($1, $2, $3, $4)`,
      [id, organisationId, job.name, JSON.stringify(job.payload.parse(payload))],
    );
    return id;
  }

  /** Takes the jobs that are due for the queue, each by one relay only. */
  claim(limit: number): Promise<Pick<OutboxRow, 'id' | 'name'>[]> {
    return this.tx.run(NO_ORGANISATION, () =>
      this.rows(
        `update outbox set enqueued_at = now()
          where id in (
            select id from outbox
             where done_at is null and failed_at is null and not_before <= now()
               and (enqueued_at is null or enqueued_at < now() - interval '${ENQUEUE_AGAIN_AFTER} seconds')
             order by id limit $1 for update skip locked)
        returning id, name`,
        [limit],
      ),
    );
  }

  /** Reads and locks a job that is still to be done; undefined when it is done or given up. */
  async lock(id: Id): Promise<OutboxRow | undefined> {
    const rows = await this.tx.query<OutboxRow>(
      `select ${COLUMNS} from outbox
        where id = $1 and done_at is null and failed_at is null for update`,
      [id],
    );
    return rows[0];
  }

  /** Finds a job without locking it. */
  async find(id: Id): Promise<OutboxRow | undefined> {
    const rows = await this.tx.query<OutboxRow>(
      `select ${COLUMNS} from outbox where id = $1 and done_at is null and failed_at is null`,
      [id],
    );
    return rows[0];
  }

  /** Marks a job done in the running transaction. */
  async markDone(id: Id): Promise<void> {
    await this.tx.query(
      `update outbox set done_at = now(), attempts = attempts + 1 where id = $1`,
      [id],
    );
  }

  /**
   * Notes a failed try: another follows after a wait, or the job is given up.
   *
   * @param failure a code, no content. @param isFinal whether no later try can mend it.
   */
  async markFailed(id: Id, failure: string, isFinal = false): Promise<void> {
    const waits = `(array[${WAITS_BEFORE_RETRY.join(',')}])[attempts + 1]`;
    await this.tx.run(NO_ORGANISATION, () =>
      this.tx.query(
        `update outbox set attempts = attempts + 1, failure = $2, enqueued_at = null,
                not_before = now() + make_interval(secs => coalesce(${waits}, 0)),
                failed_at = case when $3::boolean or attempts >= ${WAITS_BEFORE_RETRY.length} then now() end
          where id = $1 and done_at is null`,
        [id, failure, isFinal],
      ),
    );
  }

  /** The jobs of one organisation that were given up, newest first. @throws Unreadable `cursor-wrong` */
  async listFailed(
    organisationId: OrganisationId,
    { limit, cursor }: PageQuery,
  ): Promise<Page<FailedJob>> {
    const rows = await this.tx.query<FailedJob & Placed>(
      `select id, name, attempts, failure, created_at as "createdAt", failed_at as "failedAt",
              array[failed_at::text, id::text] as key
         from outbox where organisation_id = $1 and failed_at is not null
          and (failed_at, id) < ($2::timestamptz, $3::uuid)
        order by failed_at desc, id desc limit $4`,
      [organisationId, ...NEWEST_FIRST.after(cursor), limit + 1],
    );
    return NEWEST_FIRST.page<FailedJob>(rows, limit);
  }

  /** Lets a job that was given up be tried afresh. @returns whether there was such a job. */
  async retry(organisationId: OrganisationId, id: Id): Promise<boolean> {
    const rows = await this.rows(
      `update outbox set failed_at = null, attempts = 0, enqueued_at = null, not_before = now()
        where organisation_id = $1 and id = $2 and failed_at is not null returning id`,
      [organisationId, id],
    );
    return rows.length === 1;
  }

  /** Counts by state for one organisation. */
  async countOf(organisationId: OrganisationId): Promise<JobCounts> {
    const rows = await this.tx.query<JobCounts>(
      `select
         (select count(*)::int from outbox where organisation_id = $1 and ${WAITING}) as waiting,
         (select count(*)::int from outbox where organisation_id = $1 and failed_at is not null) as failed,
         (select count(*)::int from outbox
           where organisation_id = $1 and done_at > now() - interval '1 day') as done,
         (select min(created_at) from outbox where organisation_id = $1 and ${WAITING}) as "oldestWaiting"`,
      [organisationId],
    );
    return rows[0]!;
  }

  /** Counts by state, for metrics. */
  async count(): Promise<{ waiting: number; failed: number }> {
    const rows = await this.tx.run(NO_ORGANISATION, () =>
      this.tx.query<{ waiting: number; failed: number }>(
        `select count(*) filter (where failed_at is null)::int as waiting,
                count(*) filter (where failed_at is not null)::int as failed
           from outbox where done_at is null`,
      ),
    );
    return rows[0]!;
  }

  /** Forgets what was done more than a week ago. */
  async sweep(): Promise<void> {
    await this.tx.run(NO_ORGANISATION, () =>
      this.tx.query(`delete from outbox where done_at < now() - interval '7 days'`),
    );
  }

  /** `update … returning` comes back from the driver as rows and a count. */
  private async rows(sql: string, parameters: unknown[]): Promise<OutboxRow[]> {
    const result = await this.tx.manager.query<[OutboxRow[], number]>(sql, parameters);
    return result[0];
  }
}
