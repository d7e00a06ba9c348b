import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '#identity';
import { WorksheetPrefills } from '#referrals';
import {
  DraftCheckService,
  DraftCompositionService,
  DraftReadingService,
  ReturnComments,
} from '#responses';
import { Action } from '../../http/action.js';
import { idParams, referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { draftAnswer, draftRowAnswer } from './drafts.answers.js';
import {
  type CommentParams,
  commentParams,
  type DraftBody,
  draftBody,
  type EditBody,
  editBody,
  type PrefillsQuery,
  prefillsQuery,
  submissionBody,
} from './drafts.dto.js';

/** Drafts for programs: written, checked and sent for approval. */
@Controller('api/v1')
export class DraftsApi {
  constructor(
    private readonly composition: DraftCompositionService,
    private readonly checks: DraftCheckService,
    private readonly reading: DraftReadingService,
    private readonly comments: ReturnComments,
    private readonly prefills: WorksheetPrefills,
  ) {}

  @Get('cases/:reference/drafts')
  @Action({ permission: 'case:read' })
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
  ) {
    const { drafts } = await this.reading.listOfCase(actor, reference);
    return { items: drafts.map(draftRowAnswer), next: null };
  }

  /** What the worksheets of the case already say of what a template asks for: offered, and put into no draft by itself. */
  @Get('cases/:reference/drafts/prefills')
  @Action({ permission: 'draft:write' })
  async listPrefills(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
    @Query({ schema: prefillsQuery }) { template }: PrefillsQuery,
  ) {
    return { items: await this.prefills.list(actor, reference, template), next: null };
  }

  @Post('cases/:reference/drafts')
  @Action({ permission: 'draft:write', audit: 'draft.created' })
  async create(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
    @Body({ schema: draftBody }) { template, inputs, facts, body, isDoctorsWords }: DraftBody,
  ) {
    const wanted = { template, given: { inputs, facts }, bodyId: body, isDoctorsWords };
    const draft = await this.composition.createFromTemplate(actor, reference, wanted);
    return this.answer(actor, draft.id);
  }

  @Get('drafts/:id')
  @Action({ permission: 'case:read' })
  show(@CurrentActor() actor: Actor, @Param({ schema: idParams }) { id }: { id: string }) {
    return this.answer(actor, id);
  }

  @Patch('drafts/:id')
  @Action({ permission: 'draft:write', audit: 'draft.edited' })
  async edit(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: editBody }) change: EditBody,
  ) {
    await this.composition.edit(actor, id, change);
    return this.answer(actor, id);
  }

  @Post('drafts/:id/check')
  @HttpCode(200)
  @Action({ permission: 'draft:write', audit: 'draft.checked' })
  async check(@CurrentActor() actor: Actor, @Param({ schema: idParams }) { id }: { id: string }) {
    await this.checks.recheck(actor, id);
    return this.answer(actor, id);
  }

  @Post('drafts/:id/submission')
  @HttpCode(200)
  @Action({ permission: 'draft:write', audit: 'draft.submitted' })
  async submit(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: submissionBody.prefault({}) }) body: { warningsReason: string },
  ) {
    await this.checks.submit(actor, id, body.warningsReason);
    return this.answer(actor, id);
  }

  @Post('drafts/:id/comments/:comment/done')
  @HttpCode(200)
  @Action({ permission: 'draft:write', audit: 'draft.comment-done' })
  async markDone(
    @CurrentActor() actor: Actor,
    @Param({ schema: commentParams }) { id, comment }: CommentParams,
  ) {
    await this.comments.markDone(actor, id, comment);
    return this.answer(actor, id);
  }

  private async answer(actor: Actor, id: string) {
    return draftAnswer(await this.reading.get(actor, id));
  }
}
