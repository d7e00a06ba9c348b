import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type Hold, HoldsService } from '#cases';
import { EvidenceHolds } from '#evidence';
import type { Actor } from '#identity';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { type CaseParams, type PartParams, partParams } from '../casework/casework.dto.js';
import {
  type HoldBody,
  holdBody,
  type LiftDecisionBody,
  liftDecisionBody,
  type LiftRequestBody,
  liftRequestBody,
} from './holds.dto.js';

/** What must not be changed or deleted, for programs. Lifting is for people. */
@Controller('api/v1/cases/:reference/holds')
export class HoldsApi {
  constructor(
    private readonly holds: HoldsService,
    private readonly setting: EvidenceHolds,
  ) {}

  /** Those that last first. */
  @Get()
  @Action({ permission: 'case:read' })
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    return { items: await this.holds.list(actor, reference), next: null };
  }

  @Post()
  @Action({ permission: 'case:write', audit: 'hold.set' })
  set(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: holdBody }) body: HoldBody,
  ): Promise<Hold> {
    return this.setting.set(actor, reference, body);
  }

  @Get(':id')
  @Action({ permission: 'case:read' })
  show(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<Hold> {
    return this.holds.get(actor, reference, id);
  }

  @Post(':id/lift-request')
  @HttpCode(200)
  @Action({ permission: 'case:write', audit: 'hold.lift-asked' })
  askToLift(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: liftRequestBody }) { liftReason: reason, version }: LiftRequestBody,
  ): Promise<Hold> {
    return this.holds.askToLift(actor, reference, id, { reason, version });
  }

  @Post(':id/lift-decision')
  @HttpCode(200)
  @Action({ permission: 'hold:lift', audit: 'hold.lifted' })
  decide(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: liftDecisionBody })
    { decision, decisionReason: reason, version }: LiftDecisionBody,
  ): Promise<Hold> {
    const isLifted = decision === 'lift';
    return this.holds.decide(actor, reference, id, { isLifted, reason, version });
  }
}
