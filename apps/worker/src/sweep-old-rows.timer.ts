import { Injectable } from '@nestjs/common';
import { SessionsRepository } from '#identity';
import { OutboxRepository } from '#platform';
import type { Timer } from './schedules.js';

/** Forgets what has had its time: ended sessions, jobs that were done a week ago. */
@Injectable()
export class SweepOldRows implements Timer {
  readonly name = 'sweep-old-rows';
  readonly every = 10 * 60_000;

  constructor(
    private readonly sessions: SessionsRepository,
    private readonly outbox: OutboxRepository,
  ) {}

  async run(): Promise<void> {
    await this.sessions.sweep();
    await this.outbox.sweep();
  }
}
