import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '#identity';
import { GuidanceReviews } from '#knowledge';
import { PressStatementActs, PressStatementsService, statementOfCase } from '#responses';
import {
  approvalBody,
  commentParams,
  type PostingBody,
  postingBody,
} from '../../api/drafts/drafts.dto.js';
import { type PressPartParams, pressPartParams } from '../../api/press/press.dto.js';
import { Action } from '../../http/action.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor, TypedBefore } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { commentRows, commentsInForm } from '../drafts/comment-rows.js';
import { approvedWords } from '../drafts/draft-words.js';
import { statementApprovalView } from './statement.view.js';

const approvalForm = approvalBody.omit({ comments: true }).extend(commentRows);

const doneParams = pressPartParams.extend(commentParams.shape);

/** From a waiting press statement to one that is out. */
@Controller('press/:reference/statements/:id')
export class PressReleasePages {
  constructor(
    private readonly statements: PressStatementsService,
    private readonly acts: PressStatementActs,
    private readonly reviews: GuidanceReviews,
  ) {}

  @Get('approval')
  @Action({ permission: 'case:read-press' })
  @View('press/approval')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: pressPartParams }) params: PressPartParams,
    @TypedBefore() typed: Readonly<Record<string, unknown>>,
  ): Promise<PageView> {
    const statement = statementOfCase(await this.statements.get(actor, params.id), params);
    return statementApprovalView(statement, await this.reviews.rechecks(actor), typed);
  }

  @Post('approval')
  @Action({ permission: 'draft:approve-press', audit: 'draft.approved' })
  @FormOf('/press/:reference/statements/:id/approval')
  async decide(
    @CurrentActor() actor: Actor,
    @Param({ schema: pressPartParams }) params: PressPartParams,
    @Body({ schema: approvalForm }) form: z.output<typeof approvalForm>,
  ): Promise<SeeOther> {
    const { reference, id } = params;
    const { decision, textHash, confirmed, comment } = form;
    const { text } = statementOfCase(await this.statements.get(actor, id), params);
    if (decision === 'return') {
      const comments = commentsInForm(form, text);
      await this.acts.giveBack(actor, id, { readHash: textHash, comment, comments, confirmed });
      return seeOther('/approvals', `The statement on ${reference} went back to its author.`);
    }
    const ruled = await this.acts.approve(actor, id, textHash, confirmed);
    return seeOther(`/press/${reference}/statements/${id}`, ...approvedWords(ruled));
  }

  @Post('comments/:comment/done')
  @Action({ permission: 'press:write', audit: 'draft.comment-done' })
  @FormOf('/press/:reference/statements/:id')
  async markDone(
    @CurrentActor() actor: Actor,
    @Param({ schema: doneParams }) params: z.output<typeof doneParams>,
  ): Promise<SeeOther> {
    const { reference, id } = await this.inCase(actor, params);
    await this.acts.markDone(actor, id, params.comment);
    return seeOther(`/press/${reference}/statements/${id}`, 'The comment is marked as done.');
  }

  @Post('release')
  @Action({ permission: 'release:make-press', audit: 'draft.released' })
  @FormOf('/press/:reference/statements/:id')
  async release(
    @CurrentActor() actor: Actor,
    @Param({ schema: pressPartParams }) params: PressPartParams,
  ): Promise<SeeOther> {
    const { reference, id } = await this.inCase(actor, params);
    await this.acts.release(actor, id);
    return seeOther(
      `/press/${reference}/statements/${id}`,
      'The statement is released.',
      'Copy it, and record here when and to whom it went.',
    );
  }

  @Post('posting')
  @Action({ permission: 'release:make-press', audit: 'draft.posted' })
  @FormOf('/press/:reference/statements/:id')
  async record(
    @CurrentActor() actor: Actor,
    @Param({ schema: pressPartParams }) params: PressPartParams,
    @Body({ schema: postingBody }) note: PostingBody,
  ): Promise<SeeOther> {
    const { reference, id } = await this.inCase(actor, params);
    await this.acts.record(actor, id, note);
    const here = `/press/${reference}/statements/${id}`;
    return seeOther(here, 'It is recorded where the statement went.');
  }

  /** @throws NotFound `draft-not-found` when the statement belongs to another case than the address says. */
  private async inCase(actor: Actor, params: PressPartParams): Promise<PressPartParams> {
    statementOfCase(await this.statements.get(actor, params.id), params);
    return params;
  }
}
