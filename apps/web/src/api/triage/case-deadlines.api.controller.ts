import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { CaseDeadlinesService } from '#cases';
import type { Actor } from '#identity';
import type { Id } from '#kernel';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { deadlineView } from './triage.api-view.js';
import {
  type DeadlineChangeBody,
  deadlineChangeBody,
  deadlineParams,
  type NewDeadlineBody,
  newDeadlineBody,
} from './triage.dto.js';

const clockParams = referenceParams.extend(deadlineParams.shape);

/** The clocks of a case, for programs. */
@Controller('api/v1/cases/:reference/deadlines')
export class CaseDeadlinesApi {
  constructor(private readonly deadlines: CaseDeadlinesService) {}

  @Get()
  @Action({ permission: 'case:read' })
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
  ) {
    const { deadlines } = await this.deadlines.read(actor, reference);
    return { items: deadlines.map(deadlineView), next: null };
  }

  @Post()
  @Action({ permission: 'case:write', audit: 'deadline.started' })
  async start(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
    @Body({ schema: newDeadlineBody }) { deadline, ...told }: NewDeadlineBody,
  ) {
    return deadlineView(await this.deadlines.start(actor, reference, deadline, told));
  }

  @Patch(':id')
  @Action({ permission: 'case:write', audit: 'deadline.started' })
  async change(
    @CurrentActor() actor: Actor,
    @Param({ schema: clockParams }) { reference, id }: { reference: string; id: Id },
    @Body({ schema: deadlineChangeBody }) body: DeadlineChangeBody,
  ) {
    return deadlineView(await this.apply(actor, { reference, id }, body));
  }

  private apply(
    actor: Actor,
    { reference, id }: { reference: string; id: Id },
    body: DeadlineChangeBody,
  ) {
    if (!('state' in body)) return this.deadlines.restate(actor, reference, id, body);
    if (body.state === 'paused') {
      return this.deadlines.pause(actor, reference, id, body.reason);
    }
    if (body.state === 'running') return this.deadlines.resume(actor, reference, id);
    if (body.state === 'met') return this.deadlines.meet(actor, reference, id);
    return this.deadlines.withdraw(actor, reference, id, body.reason);
  }
}
