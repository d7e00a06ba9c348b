import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Actor, FailedJobs } from '#identity';
import type { Id } from '#kernel';
import { Action } from '../../http/action.js';
import { idParams, type ListQuery, listQuery } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';

/** Background work that was given up, for programs that watch over it. */
@Controller('api/v1/jobs/failed')
export class JobsApi {
  constructor(private readonly jobs: FailedJobs) {}

  @Get()
  @Action({ permission: 'job:manage' })
  list(@CurrentActor() actor: Actor, @Query({ schema: listQuery }) query: ListQuery) {
    return this.jobs.list(actor, query);
  }

  @Post(':id/retry')
  @HttpCode(202)
  @Action({ permission: 'job:manage', audit: 'job.retried' })
  async retry(@CurrentActor() actor: Actor, @Param({ schema: idParams }) { id }: { id: Id }) {
    await this.jobs.retry(actor, id);
    return { id, state: 'waiting' };
  }
}
