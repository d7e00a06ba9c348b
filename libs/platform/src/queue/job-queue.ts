import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Id } from '#kernel';
import {
  Queue as RedisQueue,
  Worker as RedisWorker,
  withBackend,
  createPostgresBackend,
} from 'bullmq';
import { Pool } from 'pg';
import type { Config } from '../config/config.js';
import { poolSettings } from '../database/data-source.js';

/** Schema of the queue's own tables when PostgreSQL carries it. */
export const QUEUE_SCHEMA = 'bullmq';
/** The one queue. */
export const QUEUE = 'parapet';
const CONCURRENCY = 8;

const Postgres = withBackend(createPostgresBackend);

type Task = { outboxId: Id };

/**
 * The queue between outbox and worker: BullMQ on PostgreSQL, or on Redis where `REDIS_URL` is given.
 * It may lose everything: the outbox puts it back.
 */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private readonly pool: Pool | undefined;
  private queue: RedisQueue<Task> | undefined;
  private worker: RedisWorker<Task> | undefined;

  constructor(private readonly config: Config) {
    if (config.redisUrl) return;
    const settings = poolSettings(config.databaseUrl);
    this.pool = new Pool({
      ...settings,
      // The queue's listener rests for long, and its functions live in its own schema.
      options: `${settings.options} -c search_path=${QUEUE_SCHEMA} -c idle_in_transaction_session_timeout=0`,
      max: 6,
    });
    // A dropped connection is replaced by the pool; the relay meets the failure on its next turn.
    this.pool.on('error', () => undefined);
  }

  /** Puts jobs on the queue; one that is there already is left as it is. */
  async add(jobs: readonly { id: Id; name: string }[]): Promise<void> {
    this.queue ??= this.openQueue();
    await this.queue.addBulk(
      jobs.map(({ id, name }) => ({
        name,
        data: { outboxId: id },
        // Nothing is kept under the id once it has run, so that it can be put on again.
        opts: { jobId: id, removeOnComplete: true, removeOnFail: true },
      })),
    );
  }

  /** Starts taking jobs off the queue. */
  work(process: (outboxId: Id) => Promise<void>, onError: (error: Error) => void): void {
    const settings = { concurrency: CONCURRENCY, lockDuration: 30_000, stalledInterval: 10_000 };
    const run = (job: { data: Task }) => process(job.data.outboxId);
    this.worker = this.config.redisUrl
      ? new RedisWorker<Task>(QUEUE, run, { ...settings, connection: this.redis(null) })
      : (new Postgres.Worker<Task>(QUEUE, run, {
          ...settings,
          connection: this.pool as never,
        }) as unknown as RedisWorker<Task>);
    this.worker.on('error', onError);
  }

  /** Lets running jobs finish and closes. */
  async onApplicationShutdown(): Promise<void> {
    await this.worker?.close();
    await this.queue?.close();
    await this.pool?.end();
  }

  private openQueue(): RedisQueue<Task> {
    const queue = this.config.redisUrl
      ? new RedisQueue<Task>(QUEUE, { connection: this.redis(1) })
      : (new Postgres.Queue<Task>(QUEUE, {
          connection: this.pool as never,
        }) as unknown as RedisQueue<Task>);
    queue.on('error', () => undefined);
    return queue;
  }

  private redis(maxRetriesPerRequest: number | null) {
    return { url: this.config.redisUrl!, maxRetriesPerRequest };
  }
}
