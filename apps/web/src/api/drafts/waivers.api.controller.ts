import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '#identity';
import { DraftReadingService, WaiversService } from '#responses';
import { Action } from '../../http/action.js';
import { idParams, type ListQuery, listQuery } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { draftAnswer, waitingWaiverAnswer } from './drafts.answers.js';
import {
  type SecondBody,
  secondBody,
  type WaiverBody,
  waiverBody,
  type WaiverParams,
  waiverParams,
} from './waivers.dto.js';

/** Letting findings pass that block a draft and name nobody. Two people answer for each: no token holds the right. */
@Controller('api/v1')
export class WaiversApi {
  constructor(
    private readonly waivers: WaiversService,
    private readonly reading: DraftReadingService,
  ) {}

  @Get('waivers')
  @Action({ permission: 'draft:approve-high' })
  async list(@CurrentActor() actor: Actor, @Query({ schema: listQuery }) query: ListQuery) {
    const { items, next } = await this.waivers.listWaiting(actor, query);
    return { items: items.map(waitingWaiverAnswer), next };
  }

  @Post('drafts/:id/waivers')
  @HttpCode(200)
  @Action({ permission: 'draft:approve-high', audit: 'draft.finding-waived' })
  async waive(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: waiverBody }) { textHash, reason, ...place }: WaiverBody,
  ) {
    await this.waivers.waive(actor, id, { readHash: textHash, place, reason });
    return draftAnswer(await this.reading.get(actor, id));
  }

  @Post('drafts/:id/waivers/:waiver/second')
  @HttpCode(200)
  @Action({ permission: 'draft:approve-high', audit: 'draft.waiver-seconded' })
  async second(
    @CurrentActor() actor: Actor,
    @Param({ schema: waiverParams }) { id, waiver }: WaiverParams,
    @Body({ schema: secondBody }) { textHash }: SecondBody,
  ) {
    await this.waivers.second(actor, id, { waiverId: waiver, readHash: textHash });
    return draftAnswer(await this.reading.get(actor, id));
  }
}
