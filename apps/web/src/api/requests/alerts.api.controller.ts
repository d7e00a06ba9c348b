import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '#identity';
import { AlertAnsweringService } from '#intake';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';

/** Alerts that somebody is in danger, for programs. */
@Controller('api/v1/alerts')
export class AlertsApi {
  constructor(private readonly answering: AlertAnsweringService) {}

  /** Those that wait, oldest first: all of them, never cut into pages. */
  @Get()
  @Action({ permission: 'alert:acknowledge' })
  async list(@CurrentActor() actor: Actor) {
    const { open } = await this.answering.list(actor);
    return { items: open, next: null };
  }

  @Post(':id/acknowledgement')
  @HttpCode(200)
  @Action({ permission: 'alert:acknowledge', audit: 'alert.acknowledged' })
  acknowledge(@CurrentActor() actor: Actor, @Param({ schema: idParams }) { id }: { id: string }) {
    return this.answering.acknowledge(actor, id);
  }
}
