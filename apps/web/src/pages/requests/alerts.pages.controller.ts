import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '#identity';
import { AlertAnsweringService } from '#intake';
import { type DutyForm, dutyForm } from '../../api/requests/requests.dto.js';
import { Action } from '../../http/action.js';
import { AlertCount } from '../../http/alert-count.js';
import { idParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { formatDateTime } from '../../views/filters.js';
import { alertsView } from './alerts.view.js';

/** Alerts that somebody is in danger, and who is on duty for them. */
@Controller('alerts')
export class AlertsPages {
  constructor(
    private readonly answering: AlertAnsweringService,
    private readonly count: AlertCount,
  ) {}

  @Get()
  @Action({ permission: ['alert:read', 'alert:acknowledge'] })
  @View('alerts/alerts')
  async list(@CurrentActor() actor: Actor): Promise<PageView> {
    const onDuty = await this.answering.listOnDuty(actor);
    return alertsView(await this.answering.list(actor), onDuty, actor.personId);
  }

  @Post(':id/acknowledge')
  @Action({ permission: 'alert:acknowledge', audit: 'alert.acknowledged' })
  @FormOf('/alerts')
  async acknowledge(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
  ): Promise<SeeOther> {
    await this.answering.acknowledge(actor, id);
    this.count.forget(actor);
    return seeOther(
      '/alerts',
      'You have acknowledged the alert.',
      'The page of the one who raised it says so now. Call them if they left a number.',
    );
  }

  @Post('duty')
  @Action({ permission: 'alert:acknowledge', audit: 'duty.begun' })
  @FormOf('/alerts')
  async begin(
    @CurrentActor() actor: Actor,
    @Body({ schema: dutyForm }) { hours }: DutyForm,
  ): Promise<SeeOther> {
    const until = await this.answering.goOnDuty(actor, hours);
    return seeOther('/alerts', `You are on duty until ${formatDateTime(until)}.`);
  }

  @Post('duty/end')
  @Action({ permission: 'alert:acknowledge', audit: 'duty.ended' })
  async end(@CurrentActor() actor: Actor): Promise<SeeOther> {
    await this.answering.goOffDuty(actor);
    return seeOther('/alerts', 'You are off duty.');
  }
}
