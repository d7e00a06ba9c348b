import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { Actor } from '#identity';
import { PressStatementActs, PressStatementsService } from '#responses';
import { Action } from '../../http/action.js';
import { idParams, referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import type { CaseParams } from '../casework/casework.dto.js';
import { draftRowAnswer, templateAnswer } from '../drafts/drafts.answers.js';
import {
  type ApprovalBody,
  approvalBody,
  type CommentParams,
  commentParams,
  type DraftBody,
  draftBody,
  type EditBody,
  editBody,
  type PostingBody,
  postingBody,
  submissionBody,
} from '../drafts/drafts.dto.js';
import { statementAnswer } from './press.answers.js';

/**
 * Press statements for the press office's programs. Advisers find the same texts among the drafts of their case. A
 * person answers for approval and release, so no token holds the rights for them.
 */
@Controller('api/v1')
export class PressStatementsApi {
  constructor(
    private readonly statements: PressStatementsService,
    private readonly acts: PressStatementActs,
  ) {}

  @Get('press-cases/:reference/templates')
  @Action({ permission: 'case:read-press' })
  async offer(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    const templates = await this.statements.offer(actor, reference);
    return { items: templates.map(templateAnswer), next: null };
  }

  @Get('press-cases/:reference/statements')
  @Action({ permission: 'case:read-press' })
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    const rows = await this.statements.list(actor, reference);
    return { items: rows.map(draftRowAnswer), next: null };
  }

  @Post('press-cases/:reference/statements')
  @Action({ permission: 'press:write', audit: 'draft.created' })
  async create(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: draftBody }) { template, inputs, facts, body }: DraftBody,
  ) {
    const wanted = { template, given: { inputs, facts }, bodyId: body };
    return statementAnswer(await this.acts.create(actor, reference, wanted));
  }

  @Get('press-statements/:id')
  @Action({ permission: 'case:read-press' })
  async show(@CurrentActor() actor: Actor, @Param({ schema: idParams }) { id }: { id: string }) {
    return statementAnswer(await this.statements.get(actor, id));
  }

  @Patch('press-statements/:id')
  @Action({ permission: 'press:write', audit: 'draft.edited' })
  async edit(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: editBody }) change: EditBody,
  ) {
    return statementAnswer(await this.acts.edit(actor, id, change));
  }

  @Post('press-statements/:id/check')
  @HttpCode(200)
  @Action({ permission: 'press:write', audit: 'draft.checked' })
  async check(@CurrentActor() actor: Actor, @Param({ schema: idParams }) { id }: { id: string }) {
    return statementAnswer(await this.acts.recheck(actor, id));
  }

  @Post('press-statements/:id/submission')
  @HttpCode(200)
  @Action({ permission: 'press:write', audit: 'draft.submitted' })
  async submit(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: submissionBody.prefault({}) }) body: { warningsReason: string },
  ) {
    return statementAnswer(await this.acts.submit(actor, id, body.warningsReason));
  }

  @Post('press-statements/:id/approval')
  @HttpCode(200)
  @Action({ permission: 'draft:approve-press', audit: 'draft.approved' })
  async decide(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: approvalBody }) { decision, textHash, ...told }: ApprovalBody,
  ) {
    return statementAnswer(
      decision === 'approve'
        ? await this.acts.approve(actor, id, textHash, told.confirmed)
        : await this.acts.giveBack(actor, id, { ...told, readHash: textHash }),
    );
  }

  @Post('press-statements/:id/comments/:comment/done')
  @HttpCode(200)
  @Action({ permission: 'press:write', audit: 'draft.comment-done' })
  async markDone(
    @CurrentActor() actor: Actor,
    @Param({ schema: commentParams }) { id, comment }: CommentParams,
  ) {
    return statementAnswer(await this.acts.markDone(actor, id, comment));
  }

  @Post('press-statements/:id/release')
  @HttpCode(200)
  @Action({ permission: 'release:make-press', audit: 'draft.released' })
  async release(@CurrentActor() actor: Actor, @Param({ schema: idParams }) { id }: { id: string }) {
    return statementAnswer(await this.acts.release(actor, id));
  }

  @Post('press-statements/:id/posting')
  @HttpCode(200)
  @Action({ permission: 'release:make-press', audit: 'draft.posted' })
  async record(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: postingBody }) note: PostingBody,
  ) {
    return statementAnswer(await this.acts.record(actor, id, note));
  }
}
