import { Injectable } from '@nestjs/common';
import { OutboxRelay } from '#platform';
import type { Timer } from './schedules.js';

/** Carries the outbox to the queue, several times a second. */
@Injectable()
export class Relay implements Timer {
  readonly name = 'relay-outbox';
  readonly every = 300;

  constructor(private readonly outbox: OutboxRelay) {}

  async run(): Promise<void> {
    while ((await this.outbox.relay()) > 0);
  }
}
