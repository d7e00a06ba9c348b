import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { type Actor, FailedJobs } from '#identity';
import type { Id } from '#kernel';
import { Action } from '../../http/action.js';
import { idParams, type ListQuery, listQuery } from '../../http/field-schemas.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { jobsView } from './jobs.view.js';

/** Background work: what waits, and what was given up. */
@Controller('admin/jobs')
export class JobsPages {
  constructor(private readonly jobs: FailedJobs) {}

  @Get()
  @Action({ permission: 'job:manage' })
  @View('admin/jobs')
  async show(
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<PageView> {
    return jobsView(await this.jobs.count(actor), await this.jobs.list(actor, query));
  }

  @Post(':id/retry')
  @Action({ permission: 'job:manage', audit: 'job.retried' })
  async retry(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
  ): Promise<SeeOther> {
    await this.jobs.retry(actor, id);
    return seeOther('/admin/jobs', 'The work is tried again now.');
  }
}
