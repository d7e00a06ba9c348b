import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '#identity';
import {
  Acceptances,
  DraftApprovalService,
  DraftReadingService,
  DraftReleaseService,
  WaitingDraftsService,
} from '#responses';
import { Action } from '../../http/action.js';
import { idParams, type ListQuery, listQuery } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { draftAnswer, waitingAnswer } from './drafts.answers.js';
import {
  type AcceptanceBody,
  acceptanceBody,
  type ApprovalBody,
  approvalBody,
  type PostingBody,
  postingBody,
} from './drafts.dto.js';

/**
 * Approval and release. A person answers for these, so no token holds the rights: programs are refused
 * here whatever their scopes, and can read what waits.
 */
@Controller('api/v1')
export class ApprovalsApi {
  constructor(
    private readonly approvals: DraftApprovalService,
    private readonly releases: DraftReleaseService,
    private readonly reading: DraftReadingService,
    private readonly waiting: WaitingDraftsService,
    private readonly acceptances: Acceptances,
  ) {}

  @Get('approvals')
  @Action({ permission: ['case:read', 'case:read-press'] })
  async list(@CurrentActor() actor: Actor, @Query({ schema: listQuery }) query: ListQuery) {
    const { items, next } = await this.waiting.listWaiting(actor, query);
    return { items: items.map(waitingAnswer), next };
  }

  @Post('drafts/:id/approval')
  @HttpCode(200)
  @Action({
    permission: ['draft:approve-low', 'draft:approve-high', 'worksheet:sign-legal'],
    audit: 'draft.approved',
  })
  async decide(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: approvalBody }) { decision, textHash, ...told }: ApprovalBody,
  ) {
    if (decision === 'approve') await this.approvals.approve(actor, id, textHash, told.confirmed);
    else await this.approvals.giveBack(actor, id, { ...told, readHash: textHash });
    return this.answer(actor, id);
  }

  /** Records the word of a doctor who has no page of their own. */
  @Post('drafts/:id/acceptance')
  @HttpCode(200)
  @Action({ permission: 'draft:write', audit: 'draft.words-agreed' })
  async recordAcceptance(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: acceptanceBody }) recorded: AcceptanceBody,
  ) {
    await this.acceptances.record(actor, id, recorded);
    return this.answer(actor, id);
  }

  @Post('drafts/:id/release')
  @HttpCode(200)
  @Action({ permission: 'release:make', audit: 'draft.released' })
  async release(@CurrentActor() actor: Actor, @Param({ schema: idParams }) { id }: { id: string }) {
    await this.releases.release(actor, id);
    return this.answer(actor, id);
  }

  @Post('drafts/:id/posting')
  @HttpCode(200)
  @Action({ permission: 'release:make', audit: 'draft.posted' })
  async record(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: postingBody }) note: PostingBody,
  ) {
    await this.releases.record(actor, id, note);
    return this.answer(actor, id);
  }

  private async answer(actor: Actor, id: string) {
    return draftAnswer(await this.reading.get(actor, id));
  }
}
