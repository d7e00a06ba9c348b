import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CaseReadingService } from '#cases';
import type { Actor } from '#identity';
import { ReferralsService } from '#referrals';
import { type CaseParams, type PartParams, partParams } from '../../api/casework/casework.dto.js';
import {
  type AnswerBody,
  answerBody,
  type ReferralBody,
  referralBody,
  type SendingBody,
  sendingBody,
  type WithdrawalBody,
  withdrawalBody,
} from '../../api/referrals/referrals.dto.js';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { referralsView, referralView } from './referrals.view.js';

/** What is referred to others on a case, and what came back. */
@Controller('cases/:reference/referrals')
export class ReferralsPages {
  constructor(
    private readonly reading: CaseReadingService,
    private readonly referrals: ReferralsService,
  ) {}

  @Get()
  @Action({ permission: 'case:read' })
  @View('cases/referrals')
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    return referralsView(overview, await this.referrals.list(actor, reference), actor);
  }

  @Post()
  @Action({ permission: 'case:write', audit: 'referral.made' })
  @FormOf('/cases/:reference/referrals')
  async make(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: referralBody }) body: ReferralBody,
  ): Promise<SeeOther> {
    const { id } = await this.referrals.make(actor, reference, body);
    const url = `/cases/${reference}/referrals/${id}`;
    return seeOther(url, 'Referral made.', 'Nothing was sent. Send it, then record it here.');
  }

  @Get(':id')
  @Action({ permission: 'case:read' })
  @View('cases/referral')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    return referralView(overview, await this.referrals.get(actor, reference, id), actor);
  }

  @Post(':id/sending')
  @Action({ permission: 'case:write', audit: 'referral.sent' })
  @FormOf('/cases/:reference/referrals/:id')
  async send(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: sendingBody }) body: SendingBody,
  ): Promise<SeeOther> {
    await this.referrals.send(actor, reference, { id, ...body });
    return seeOther(`/cases/${reference}/referrals/${id}`, 'Recorded as sent.');
  }

  @Post(':id/answer')
  @Action({ permission: 'case:write', audit: 'referral.answered' })
  @FormOf('/cases/:reference/referrals/:id')
  async answer(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: answerBody }) body: AnswerBody,
  ): Promise<SeeOther> {
    await this.referrals.answer(actor, reference, { id, ...body });
    return seeOther(`/cases/${reference}/referrals/${id}`, 'Answer recorded.');
  }

  @Post(':id/withdrawal')
  @Action({ permission: 'case:write', audit: 'referral.withdrawn' })
  @FormOf('/cases/:reference/referrals/:id')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: withdrawalBody }) body: WithdrawalBody,
  ): Promise<SeeOther> {
    await this.referrals.withdraw(actor, reference, { id, ...body });
    return seeOther(`/cases/${reference}/referrals/${id}`, 'Referral withdrawn.');
  }
}
