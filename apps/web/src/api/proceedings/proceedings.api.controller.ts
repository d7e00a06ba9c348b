import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { HearingsService, type Proceeding, ProceedingsService, stagesOf } from '#cases';
import type { Actor } from '#identity';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import type { CaseParams } from '../casework/casework.dto.js';
import { firstStage } from './first-stage.js';
import {
  type AdjournmentBody,
  adjournmentBody,
  type EndingBody,
  endingBody,
  type HearingBody,
  hearingBody,
  type HearingParams,
  hearingParams,
  type ProceedingBody,
  proceedingBody,
  type ProceedingParams,
  proceedingParams,
  type StageBody,
  stageBody,
} from './proceedings.dto.js';

/** The proceedings about a case, and their hearings. Times of hearings are those of the clock on the wall. */
@Controller('api/v1/cases/:reference/proceedings')
export class ProceedingsApi {
  constructor(
    private readonly proceedings: ProceedingsService,
    private readonly hearings: HearingsService,
  ) {}

  @Get()
  @Action({ permission: 'case:read' })
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    const items = await this.proceedings.list(actor, reference);
    return { items: items.map(withStages), next: null };
  }

  @Post()
  @Action({ permission: 'case:write', audit: 'proceeding.added' })
  async add(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: proceedingBody }) body: ProceedingBody,
  ) {
    return withStages(await this.proceedings.add(actor, reference, firstStage(body)));
  }

  @Get(':id')
  @Action({ permission: 'case:read' })
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: proceedingParams }) { reference, id }: ProceedingParams,
  ) {
    const { proceeding, stages } = await this.proceedings.get(actor, reference, id);
    return { ...withStages(proceeding), history: stages };
  }

  @Post(':id/stages')
  @Action({ permission: 'case:write', audit: 'proceeding.moved' })
  async moveTo(
    @CurrentActor() actor: Actor,
    @Param({ schema: proceedingParams }) { reference, id }: ProceedingParams,
    @Body({ schema: stageBody }) body: StageBody,
  ) {
    return withStages(await this.proceedings.moveTo(actor, reference, { id, ...body }));
  }

  @Get(':id/hearings')
  @Action({ permission: 'case:read' })
  async listHearings(
    @CurrentActor() actor: Actor,
    @Param({ schema: proceedingParams }) { reference, id }: ProceedingParams,
  ) {
    return { items: await this.hearings.list(actor, reference, id), next: null };
  }

  @Post(':id/hearings')
  @Action({ permission: 'case:write', audit: 'hearing.listed' })
  addHearing(
    @CurrentActor() actor: Actor,
    @Param({ schema: proceedingParams }) { reference, id: proceedingId }: ProceedingParams,
    @Body({ schema: hearingBody }) body: HearingBody,
  ) {
    return this.hearings.add(actor, reference, { proceedingId, ...body });
  }

  @Get(':id/hearings/:hearingId')
  @Action({ permission: 'case:read' })
  showHearing(
    @CurrentActor() actor: Actor,
    @Param({ schema: hearingParams }) { reference, id, hearingId }: HearingParams,
  ) {
    return this.hearings.get(actor, reference, { proceedingId: id, id: hearingId });
  }

  /** Without `to` it is put off without a day. */
  @Post(':id/hearings/:hearingId/adjournment')
  @Action({ permission: 'case:write', audit: 'hearing.adjourned' })
  adjourn(
    @CurrentActor() actor: Actor,
    @Param({ schema: hearingParams }) { reference, id, hearingId }: HearingParams,
    @Body({ schema: adjournmentBody }) body: AdjournmentBody,
  ) {
    return this.hearings.adjourn(actor, reference, { proceedingId: id, id: hearingId, ...body });
  }

  @Post(':id/hearings/:hearingId/ending')
  @Action({ permission: 'case:write', audit: 'hearing.held' })
  end(
    @CurrentActor() actor: Actor,
    @Param({ schema: hearingParams }) { reference, id, hearingId }: HearingParams,
    @Body({ schema: endingBody }) body: EndingBody,
  ) {
    return this.hearings.end(actor, reference, { proceedingId: id, id: hearingId, ...body });
  }
}

/** One of the proceedings with the stages that it may come to, in words. */
function withStages(proceeding: Proceeding) {
  return { ...proceeding, stages: stagesOf(proceeding.kind) };
}
