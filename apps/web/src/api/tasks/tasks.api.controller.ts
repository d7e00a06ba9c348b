import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { TasksService } from '#cases';
import type { Actor } from '#identity';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { type CaseParams, type PartParams, partParams } from '../casework/casework.dto.js';
import {
  type CancellationBody,
  cancellationBody,
  changeOf,
  type TaskBody,
  taskBody,
  type TaskChange,
  taskChange,
} from './tasks.dto.js';

/** The tasks of a case. */
@Controller('api/v1/cases/:reference/tasks')
export class TasksApi {
  constructor(private readonly tasks: TasksService) {}

  /** Open tasks first, by day. */
  @Get()
  @Action({ permission: 'case:read' })
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    return { items: await this.tasks.list(actor, reference), next: null };
  }

  @Post()
  @Action({ permission: 'case:write', audit: 'task.made' })
  make(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: taskBody }) body: TaskBody,
  ) {
    return this.tasks.make(actor, reference, body);
  }

  @Get(':id')
  @Action({ permission: 'case:read' })
  show(@CurrentActor() actor: Actor, @Param({ schema: partParams }) { reference, id }: PartParams) {
    return this.tasks.get(actor, reference, id);
  }

  /** Needs the `version` that was read; fields left out stay. */
  @Patch(':id')
  @Action({ permission: 'case:write', audit: 'task.changed' })
  change(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: taskChange }) body: TaskChange,
  ) {
    return this.tasks.change(actor, reference, { id, ...changeOf(body) });
  }

  @Post(':id/completion')
  @Action({ permission: 'case:write', audit: 'task.done' })
  finish(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ) {
    return this.tasks.finish(actor, reference, id);
  }

  @Post(':id/cancellation')
  @Action({ permission: 'case:write', audit: 'task.cancelled' })
  cancel(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: cancellationBody }) { reason }: CancellationBody,
  ) {
    return this.tasks.cancel(actor, reference, id, reason);
  }
}
