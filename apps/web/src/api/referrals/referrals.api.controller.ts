import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '#identity';
import { ReferralsService } from '#referrals';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { type CaseParams, type PartParams, partParams } from '../casework/casework.dto.js';
import {
  type AnswerBody,
  answerBody,
  type ReferralBody,
  referralBody,
  type SendingBody,
  sendingBody,
  type WithdrawalBody,
  withdrawalBody,
} from './referrals.dto.js';

/** Referrals for programs. Nothing is sent: each call records what a person decided or did. */
@Controller('api/v1/cases/:reference/referrals')
export class ReferralsApi {
  constructor(private readonly referrals: ReferralsService) {}

  @Get()
  @Action({ permission: 'case:read' })
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    return { items: await this.referrals.list(actor, reference), next: null };
  }

  @Post()
  @Action({ permission: 'case:write', audit: 'referral.made' })
  make(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: referralBody }) body: ReferralBody,
  ) {
    return this.referrals.make(actor, reference, body);
  }

  @Get(':id')
  @Action({ permission: 'case:read' })
  show(@CurrentActor() actor: Actor, @Param({ schema: partParams }) { reference, id }: PartParams) {
    return this.referrals.get(actor, reference, id);
  }

  @Post(':id/sending')
  @Action({ permission: 'case:write', audit: 'referral.sent' })
  send(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: sendingBody }) body: SendingBody,
  ) {
    return this.referrals.send(actor, reference, { id, ...body });
  }

  @Post(':id/answer')
  @Action({ permission: 'case:write', audit: 'referral.answered' })
  answer(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: answerBody }) body: AnswerBody,
  ) {
    return this.referrals.answer(actor, reference, { id, ...body });
  }

  @Post(':id/withdrawal')
  @Action({ permission: 'case:write', audit: 'referral.withdrawn' })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: withdrawalBody }) body: WithdrawalBody,
  ) {
    return this.referrals.withdraw(actor, reference, { id, ...body });
  }
}
