import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CaseDeadlinesService, CaseReadingService } from '#cases';
import type { Actor } from '#identity';
import { type Id, NotFound } from '#kernel';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import {
  clockParams,
  type NewClockForm,
  pauseForm,
  type PauseForm,
  newClockForm,
  toldClock,
  type ToldForm,
  toldForm,
  type WithdrawForm,
  withdrawForm,
} from './deadline-forms.js';
import { deadlinesView, deadlineView } from './deadlines.view.js';

interface OfClock {
  reference: string;
  id: Id;
}

/** The deadlines of a case. */
@Controller('cases/:reference/deadlines')
export class DeadlinePages {
  constructor(
    private readonly deadlines: CaseDeadlinesService,
    private readonly reading: CaseReadingService,
  ) {}

  @Get()
  @Action({ permission: 'case:read' })
  @View('cases/deadlines')
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
  ): Promise<PageView> {
    const known = await this.deadlines.read(actor, reference);
    return deadlinesView(known, await this.reading.standing(actor, known.found));
  }

  @Post()
  @Action({ permission: 'case:write', audit: 'deadline.started' })
  @FormOf('/cases/:reference/deadlines')
  async start(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
    @Body({ schema: newClockForm }) { deadline }: NewClockForm,
  ): Promise<SeeOther> {
    const { id } = await this.deadlines.start(actor, reference, deadline, {});
    return seeOther(`/cases/${reference}/deadlines/${id}`, 'The deadline is on the case.');
  }

  @Get(':id')
  @Action({ permission: 'case:read' })
  @View('cases/deadlines/show')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: clockParams }) { reference, id }: OfClock,
  ): Promise<PageView> {
    const known = await this.deadlines.read(actor, reference);
    const clock = known.deadlines.find((one) => one.id === id);
    if (!clock) throw new NotFound('deadline-not-found');
    return deadlineView(known, clock, await this.reading.standing(actor, known.found));
  }

  @Post(':id')
  @Action({ permission: 'case:write', audit: 'deadline.started' })
  @FormOf('/cases/:reference/deadlines/:id')
  async restate(
    @CurrentActor() actor: Actor,
    @Param({ schema: clockParams }) { reference, id }: OfClock,
    @Body({ schema: toldForm }) form: ToldForm,
  ): Promise<SeeOther> {
    await this.deadlines.restate(actor, reference, id, toldClock(form));
    return seeOther(`/cases/${reference}/deadlines`, 'The deadline has been worked out again.');
  }

  @Post(':id/met')
  @Action({ permission: 'case:write', audit: 'deadline.met' })
  @FormOf('/cases/:reference/deadlines/:id')
  async meet(
    @CurrentActor() actor: Actor,
    @Param({ schema: clockParams }) { reference, id }: OfClock,
  ): Promise<SeeOther> {
    const { title } = await this.deadlines.meet(actor, reference, id);
    return seeOther(`/cases/${reference}/deadlines`, `“${title}” is marked as met.`);
  }

  @Post(':id/withdrawn')
  @Action({ permission: 'case:write', audit: 'deadline.withdrawn' })
  @FormOf('/cases/:reference/deadlines/:id')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: clockParams }) { reference, id }: OfClock,
    @Body({ schema: withdrawForm }) { reason }: WithdrawForm,
  ): Promise<SeeOther> {
    const { title } = await this.deadlines.withdraw(actor, reference, id, reason);
    return seeOther(`/cases/${reference}/deadlines`, `“${title}” is withdrawn.`);
  }

  @Post(':id/paused')
  @Action({ permission: 'case:write', audit: 'deadline.paused' })
  @FormOf('/cases/:reference/deadlines/:id')
  async pause(
    @CurrentActor() actor: Actor,
    @Param({ schema: clockParams }) { reference, id }: OfClock,
    @Body({ schema: pauseForm }) { pauseReason }: PauseForm,
  ): Promise<SeeOther> {
    const { title } = await this.deadlines.pause(actor, reference, id, pauseReason);
    return seeOther(`/cases/${reference}/deadlines`, `“${title}” is paused.`);
  }

  @Post(':id/resumed')
  @Action({ permission: 'case:write', audit: 'deadline.resumed' })
  @FormOf('/cases/:reference/deadlines/:id')
  async resume(
    @CurrentActor() actor: Actor,
    @Param({ schema: clockParams }) { reference, id }: OfClock,
  ): Promise<SeeOther> {
    const { title } = await this.deadlines.resume(actor, reference, id);
    return seeOther(`/cases/${reference}/deadlines`, `“${title}” goes on.`);
  }
}
