import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CaseReadingService, TasksService } from '#cases';
import { type Actor, can } from '#identity';
import { type CaseParams, type PartParams, partParams } from '../../api/casework/casework.dto.js';
import {
  type CancellationBody,
  cancellationBody,
  changeOf,
  type TaskBody,
  taskBody,
  type TaskChange,
  taskChange,
} from '../../api/tasks/tasks.dto.js';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { tasksView, taskView } from './tasks.view.js';

/** What has to be done on a case. */
@Controller('cases/:reference/tasks')
export class TasksPages {
  constructor(
    private readonly reading: CaseReadingService,
    private readonly tasks: TasksService,
  ) {}

  @Get()
  @Action({ permission: 'case:read' })
  @View('cases/tasks')
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const people = await this.candidates(actor, reference);
    return tasksView(overview, await this.tasks.list(actor, reference), { actor, people });
  }

  @Post()
  @Action({ permission: 'case:write', audit: 'task.made' })
  @FormOf('/cases/:reference/tasks')
  async make(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: taskBody }) body: TaskBody,
  ): Promise<SeeOther> {
    await this.tasks.make(actor, reference, body);
    return seeOther(`/cases/${reference}/tasks`, 'Task added.');
  }

  @Get(':id')
  @Action({ permission: 'case:read' })
  @View('cases/task')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const people = await this.candidates(actor, reference);
    return taskView(overview, await this.tasks.get(actor, reference, id), { actor, people });
  }

  @Post(':id')
  @Action({ permission: 'case:write', audit: 'task.changed' })
  @FormOf('/cases/:reference/tasks/:id')
  async change(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: taskChange }) body: TaskChange,
  ): Promise<SeeOther> {
    await this.tasks.change(actor, reference, { id, ...changeOf(body) });
    return seeOther(`/cases/${reference}/tasks`, 'Task changed.');
  }

  @Post(':id/completion')
  @Action({ permission: 'case:write', audit: 'task.done' })
  @FormOf('/cases/:reference/tasks/:id')
  async finish(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<SeeOther> {
    await this.tasks.finish(actor, reference, id);
    return seeOther(`/cases/${reference}/tasks`, 'Task done.');
  }

  @Post(':id/cancellation')
  @Action({ permission: 'case:write', audit: 'task.cancelled' })
  @FormOf('/cases/:reference/tasks/:id')
  async cancel(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: cancellationBody }) { reason }: CancellationBody,
  ): Promise<SeeOther> {
    await this.tasks.cancel(actor, reference, id, reason);
    return seeOther(`/cases/${reference}/tasks`, 'Task cancelled.');
  }

  private candidates(actor: Actor, reference: string) {
    return can(actor, 'case:write') ? this.tasks.listCandidates(actor, reference) : [];
  }
}
