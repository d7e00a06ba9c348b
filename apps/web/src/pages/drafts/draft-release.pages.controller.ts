import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { CaseReadingService } from '#cases';
import type { Actor } from '#identity';
import { Invalid } from '#kernel';
import { GuidanceReviews } from '#knowledge';
import {
  type Draft,
  DraftApprovalService,
  DraftReadingService,
  DraftReleaseService,
  fileOfCase,
} from '#responses';
import {
  approvalBody,
  DRAFT_LIMIT,
  type DraftParams,
  draftParams,
  type PostingBody,
  postingBody,
} from '../../api/drafts/drafts.dto.js';
import { Action } from '../../http/action.js';
import { tick } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor, TypedBefore } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { commentRows, commentsInForm } from './comment-rows.js';
import { approvalView } from './draft.view.js';
import { isSameText } from './same-text.js';
import { approvedWords } from './draft-words.js';

const approvalForm = approvalBody.omit({ comments: true }).extend({
  ...commentRows,
  /** The words that this person was shown first. Forms write each end of a line in two characters. */
  wordsRead: z
    .string()
    .max(2 * DRAFT_LIMIT)
    .optional(),
  hasReadNewWords: tick,
});
type ApprovalForm = z.output<typeof approvalForm>;

/** From a waiting draft to a text that is out: approval, release, and where it went. */
@Controller('cases/:reference/drafts/:id')
export class DraftReleasePages {
  constructor(
    private readonly reading: DraftReadingService,
    private readonly approvals: DraftApprovalService,
    private readonly releases: DraftReleaseService,
    private readonly cases: CaseReadingService,
    private readonly reviews: GuidanceReviews,
  ) {}

  @Get('approval')
  @Action({ permission: 'case:read' })
  @View('drafts/approval')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: draftParams }) params: DraftParams,
    @TypedBefore() typed: Readonly<Record<string, unknown>>,
  ): Promise<PageView> {
    const sources = await this.reviews.rechecks(actor);
    const file = fileOfCase(await this.reading.get(actor, params.id), params);
    const standing = await this.cases.standing(actor, file.found);
    return approvalView(file, actor, { sources, standing, typed });
  }

  @Post('approval')
  @Action({
    permission: ['draft:approve-low', 'draft:approve-high', 'worksheet:sign-legal'],
    audit: 'draft.approved',
  })
  @FormOf('/cases/:reference/drafts/:id/approval')
  async decide(
    @CurrentActor() actor: Actor,
    @Param({ schema: draftParams }) params: DraftParams,
    @Body({ schema: approvalForm }) form: ApprovalForm,
  ): Promise<SeeOther> {
    const { reference, id } = params;
    const { decision, textHash, comment, confirmed } = form;
    const { draft } = fileOfCase(await this.reading.get(actor, id), params);
    if (decision === 'return') {
      const comments = commentsInForm(form, draft.text);
      const told = { readHash: textHash, comment, comments, confirmed };
      await this.approvals.giveBack(actor, id, told);
      return seeOther('/approvals', `The draft of ${reference} went back to its author.`);
    }
    requireNewWordsRead(draft, form);
    const ruled = await this.approvals.approve(actor, id, textHash, confirmed);
    return seeOther(`/cases/${reference}/drafts/${id}`, ...approvedWords(ruled));
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

/** A second press of the same button is no reading: who was shown other words first says that these are read. */
function requireNewWordsRead({ text, textHash }: Draft, form: ApprovalForm): void {
  if (form.textHash !== textHash || form.hasReadNewWords) return;
  if (form.wordsRead === undefined || isSameText(form.wordsRead, text)) return;
  const message = 'Read the new words, then tick that you have read them';
  throw new Invalid('new-words-not-read', message, [{ field: 'hasReadNewWords', message }]);
}
