import { Controller, Get } from '@nestjs/common';
import { DomainError } from '#kernel';
import { NO_ORGANISATION, Transactions } from '#platform';
import { Action } from './action.js';

/** Whether the process lives, and whether it can serve. Says nothing else. */
@Controller('health')
export class HealthController {
  constructor(private readonly tx: Transactions) {}

  @Get('live')
  @Action({ permission: 'public' })
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @Action({ permission: 'public' })
  async ready() {
    await this.tx
      .run(NO_ORGANISATION, () => this.tx.query('select 1 from installation'))
      .catch(() => {
        throw new DomainError('unavailable', 'not-ready', 'The database cannot be reached.');
      });
    return { status: 'ready' };
  }
}
