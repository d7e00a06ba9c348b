import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CaseReadingService, HearingsService, ProceedingsService } from '#cases';
import type { Actor } from '#identity';
import {
  type AdjournmentBody,
  adjournmentBody,
  type EndingBody,
  endingBody,
  type HearingBody,
  hearingBody,
  type HearingParams,
  hearingParams,
  type ProceedingParams,
  proceedingParams,
} from '../../api/proceedings/proceedings.dto.js';
import { Action } from '../../http/action.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { hearingView, newHearingView } from './hearings.view.js';

/** Hearings of tribunals, courts and panels. */
@Controller('cases/:reference/proceedings/:id/hearings')
export class HearingsPages {
  constructor(
    private readonly reading: CaseReadingService,
    private readonly proceedings: ProceedingsService,
    private readonly hearings: HearingsService,
  ) {}

  @Get('new')
  @Action({ permission: 'case:write' })
  @View('cases/new-hearing')
  async start(
    @CurrentActor() actor: Actor,
    @Param({ schema: proceedingParams }) { reference, id }: ProceedingParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    return newHearingView(overview, await this.proceedings.get(actor, reference, id));
  }

  @Post('new')
  @Action({ permission: 'case:write', audit: 'hearing.listed' })
  @FormOf('/cases/:reference/proceedings/:id/hearings/new')
  async add(
    @CurrentActor() actor: Actor,
    @Param({ schema: proceedingParams }) { reference, id }: ProceedingParams,
    @Body({ schema: hearingBody }) body: HearingBody,
  ): Promise<SeeOther> {
    const made = await this.hearings.add(actor, reference, { proceedingId: id, ...body });
    const url = `/cases/${reference}/proceedings/${id}/hearings/${made.id}`;
    return seeOther(url, 'Hearing listed.', 'Its day is among the deadlines.');
  }

  @Get(':hearingId')
  @Action({ permission: 'case:read' })
  @View('cases/hearing')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: hearingParams }) { reference, id, hearingId }: HearingParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const place = { proceedingId: id, id: hearingId };
    return hearingView(overview, await this.hearings.get(actor, reference, place), actor);
  }

  @Post(':hearingId/adjournment')
  @Action({ permission: 'case:write', audit: 'hearing.adjourned' })
  @FormOf('/cases/:reference/proceedings/:id/hearings/:hearingId')
  async adjourn(
    @CurrentActor() actor: Actor,
    @Param({ schema: hearingParams }) { reference, id, hearingId }: HearingParams,
    @Body({ schema: adjournmentBody }) body: AdjournmentBody,
  ): Promise<SeeOther> {
    const place = { proceedingId: id, id: hearingId };
    await this.hearings.adjourn(actor, reference, { ...place, ...body });
    return seeOther(`/cases/${reference}/proceedings/${id}/hearings/${hearingId}`, 'Recorded.');
  }

  @Post(':hearingId/ending')
  @Action({ permission: 'case:write', audit: 'hearing.held' })
  @FormOf('/cases/:reference/proceedings/:id/hearings/:hearingId')
  async end(
    @CurrentActor() actor: Actor,
    @Param({ schema: hearingParams }) { reference, id, hearingId }: HearingParams,
    @Body({ schema: endingBody }) body: EndingBody,
  ): Promise<SeeOther> {
    await this.hearings.end(actor, reference, { proceedingId: id, id: hearingId, ...body });
    return seeOther(`/cases/${reference}/proceedings/${id}/hearings/${hearingId}`, 'Recorded.');
  }
}
