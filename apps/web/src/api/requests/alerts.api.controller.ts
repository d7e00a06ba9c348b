import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '#identity';
import { AlertAnsweringService } from '#intake';
import { Action } from '../../http/action.js';
import { AlertCount } from '../../http/alert-count.js';
import { idParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { type DutyForm, dutyForm } from './requests.dto.js';

/**
 * Alerts that somebody is in danger, and being on duty for them, for programs. Tokens only read: whoever
 * raised an alert is told that a person has seen it.
 */
@Controller('api/v1/alerts')
export class AlertsApi {
  constructor(
    private readonly answering: AlertAnsweringService,
    private readonly count: AlertCount,
  ) {}

  /** Those that wait, oldest first: never cut into pages. */
  @Get()
  @Action({ permission: ['alert:read', 'alert:acknowledge'] })
  async list(@CurrentActor() actor: Actor) {
    const { open } = await this.answering.list(actor);
    return { items: open, next: null };
  }

  @Post(':id/acknowledgement')
  @HttpCode(200)
  @Action({ permission: 'alert:acknowledge', audit: 'alert.acknowledged' })
  async acknowledge(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
  ) {
    const alert = await this.answering.acknowledge(actor, id);
    this.count.forget(actor);
    return alert;
  }

  @Get('duty')
  @Action({ permission: ['alert:read', 'alert:acknowledge'] })
  async listOnDuty(@CurrentActor() actor: Actor) {
    const onDuty = await this.answering.listOnDuty(actor);
    return { items: onDuty.map(({ name, until }) => ({ name, until })), next: null };
  }

  /** Puts the token's owner on duty. */
  @Post('duty')
  @HttpCode(200)
  @Action({ permission: 'alert:acknowledge', audit: 'duty.begun' })
  async goOnDuty(@CurrentActor() actor: Actor, @Body({ schema: dutyForm }) { hours }: DutyForm) {
    return { until: await this.answering.goOnDuty(actor, hours) };
  }

  @Delete('duty')
  @HttpCode(204)
  @Action({ permission: 'alert:acknowledge', audit: 'duty.ended' })
  goOffDuty(@CurrentActor() actor: Actor) {
    return this.answering.goOffDuty(actor);
  }
}
