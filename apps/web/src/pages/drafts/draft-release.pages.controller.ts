import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CaseReadingService } from '#cases';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import {
  DraftApprovalService,
  DraftReadingService,
  DraftReleaseService,
  fileOfCase,
} from '#responses';
import {
  type ApprovalBody,
  approvalBody,
  type DraftParams,
  draftParams,
  type PostingBody,
  postingBody,
} from '../../api/drafts/drafts.dto.js';
import { Action } from '../../http/action.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { approvalView } from './draft.view.js';

/** From a waiting draft to a text that is out: approval, release, and where it went. */
@Controller('cases/:reference/drafts/:id')
export class DraftReleasePages {
  constructor(
    private readonly reading: DraftReadingService,
    private readonly approvals: DraftApprovalService,
    private readonly releases: DraftReleaseService,
    private readonly cases: CaseReadingService,
    private readonly clock: Clock,
  ) {}

  @Get('approval')
  @Action({ permission: 'case:read' })
  @View('drafts/approval')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: draftParams }) params: DraftParams,
  ): Promise<PageView> {
    const today = this.clock.now().toISOString().slice(0, 10);
    const file = fileOfCase(await this.reading.get(actor, params.id), params);
    const standing = await this.cases.standing(actor, file.found);
    return approvalView(file, actor, { today, standing });
  }

  @Post('approval')
  @Action({ permission: ['draft:approve-low', 'draft:approve-high'], audit: 'draft.approved' })
  @FormOf('/cases/:reference/drafts/:id/approval')
  async decide(
    @CurrentActor() actor: Actor,
    @Param({ schema: draftParams }) params: DraftParams,
    @Body({ schema: approvalBody }) { decision, textHash, comment }: ApprovalBody,
  ): Promise<SeeOther> {
    const { reference, id } = await this.inCase(actor, params);
    if (decision === 'return') {
      await this.approvals.giveBack(actor, id, { readHash: textHash, comment });
      return seeOther('/approvals', `The draft of ${reference} went back to its author.`);
    }
    await this.approvals.approve(actor, id, textHash);
    return seeOther(
      `/cases/${reference}/drafts/${id}`,
      'The text is approved.',
      'It can be released now.',
    );
  }

  @Post('release')
  @Action({ permission: 'release:make', audit: 'draft.released' })
  @FormOf('/cases/:reference/drafts/:id')
  async release(
    @CurrentActor() actor: Actor,
    @Param({ schema: draftParams }) params: DraftParams,
  ): Promise<SeeOther> {
    const { reference, id } = await this.inCase(actor, params);
    await this.releases.release(actor, id);
    return seeOther(
      `/cases/${reference}/drafts/${id}`,
      'The text is released.',
      'Copy it, and record here when and where it was posted or sent.',
    );
  }

  @Post('posting')
  @Action({ permission: 'release:make', audit: 'draft.posted' })
  @FormOf('/cases/:reference/drafts/:id')
  async record(
    @CurrentActor() actor: Actor,
    @Param({ schema: draftParams }) params: DraftParams,
    @Body({ schema: postingBody }) note: PostingBody,
  ): Promise<SeeOther> {
    const { reference, id } = await this.inCase(actor, params);
    await this.releases.record(actor, id, note);
    return seeOther(`/cases/${reference}/drafts/${id}`, 'It is recorded where the text went.');
  }

  /** @throws NotFound `draft-not-found` when the draft belongs to another case than the address says. */
  private async inCase(actor: Actor, params: DraftParams): Promise<DraftParams> {
    fileOfCase(await this.reading.get(actor, params.id), params);
    return params;
  }
}
