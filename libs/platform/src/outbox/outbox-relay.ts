import { Injectable } from '@nestjs/common';
import { JobQueue } from '../queue/job-queue.js';
import { OutboxRepository } from './outbox.repository.js';

const BATCH = 200;

/** Carries what waits in the outbox to the queue. Any number of relays may run. */
@Injectable()
export class OutboxRelay {
  constructor(
    private readonly outbox: OutboxRepository,
    private readonly queue: JobQueue,
  ) {}

  /** Relays one batch. @returns how many jobs were put on the queue. */
  async relay(): Promise<number> {
    const claimed = await this.outbox.claim(BATCH);
    if (claimed.length > 0) await this.queue.add(claimed);
    return claimed.length;
  }
}
