import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { CaseReadingService, HoldsService } from '#cases';
import { EvidenceHolds, EvidenceReading } from '#evidence';
import type { Actor } from '#identity';
import { type CaseParams, type PartParams, partParams } from '../../api/casework/casework.dto.js';
import {
  type HoldBody,
  holdBody,
  type LiftDecisionBody,
  liftDecisionBody,
  type LiftRequestBody,
  liftRequestBody,
} from '../../api/holds/holds.dto.js';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { holdsView, holdView } from './holds.view.js';

const listQuery = z.object({
  item: z
    .union([z.literal(''), z.uuid()])
    .catch('')
    .default(''),
});

/** What of a case must be kept as it is. One person sets a hold or asks to lift it, another lifts it. */
@Controller('cases/:reference/holds')
export class HoldsPages {
  constructor(
    private readonly cases: CaseReadingService,
    private readonly evidence: EvidenceReading,
    private readonly setting: EvidenceHolds,
    private readonly holds: HoldsService,
  ) {}

  @Get()
  @Action({ permission: 'case:read' })
  @View('cases/holds')
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Query({ schema: listQuery }) { item }: z.output<typeof listQuery>,
  ): Promise<PageView> {
    const overview = await this.cases.overview(actor, reference);
    const holds = await this.holds.list(actor, reference);
    const items = await this.evidence.list(actor, reference);
    return holdsView(overview, { holds, items, item }, actor);
  }

  @Post()
  @Action({ permission: 'case:write', audit: 'hold.set' })
  @FormOf('/cases/:reference/holds')
  async set(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: holdBody }) body: HoldBody,
  ): Promise<SeeOther> {
    await this.setting.set(actor, reference, body);
    const detail = 'Nothing that it covers can be deleted until another person lifts it.';
    return seeOther(`/cases/${reference}/holds`, 'The hold is set.', detail);
  }

  @Get(':id')
  @Action({ permission: 'case:read' })
  @View('cases/hold')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<PageView> {
    const overview = await this.cases.overview(actor, reference);
    const hold = await this.holds.get(actor, reference, id);
    return holdView(overview, { hold, items: await this.evidence.list(actor, reference) }, actor);
  }

  @Post(':id/lift-request')
  @Action({ permission: 'case:write', audit: 'hold.lift-asked' })
  @FormOf('/cases/:reference/holds/:id')
  async askToLift(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: liftRequestBody }) { liftReason: reason, version }: LiftRequestBody,
  ): Promise<SeeOther> {
    await this.holds.askToLift(actor, reference, id, { reason, version });
    return seeOther(`/cases/${reference}/holds`, 'Asked. Another person decides.');
  }

  @Post(':id/lift-decision')
  @Action({ permission: 'hold:lift', audit: 'hold.lifted' })
  @FormOf('/cases/:reference/holds/:id')
  async decide(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: liftDecisionBody })
    { decision, decisionReason: reason, version }: LiftDecisionBody,
  ): Promise<SeeOther> {
    const isLifted = decision === 'lift';
    await this.holds.decide(actor, reference, id, { isLifted, reason, version });
    const text = isLifted ? 'The hold is lifted.' : 'The hold stays on.';
    return seeOther(`/cases/${reference}/holds`, text);
  }
}
