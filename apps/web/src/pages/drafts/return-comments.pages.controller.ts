import { Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '#identity';
import { DraftReadingService, fileOfCase, ReturnComments } from '#responses';
import { commentParams, draftParams } from '../../api/drafts/drafts.dto.js';
import { Action } from '../../http/action.js';
import { FormOf } from '../../http/form-redisplay.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther } from '../../http/view.interceptor.js';

const doneParams = draftParams.extend(commentParams.shape);

/** The comments with which a draft came back to its author. */
@Controller('cases/:reference/drafts/:id')
export class ReturnCommentsPages {
  constructor(
    private readonly reading: DraftReadingService,
    private readonly comments: ReturnComments,
  ) {}

  @Post('comments/:comment/done')
  @Action({ permission: 'draft:write', audit: 'draft.comment-done' })
  @FormOf('/cases/:reference/drafts/:id')
  async markDone(
    @CurrentActor() actor: Actor,
    @Param({ schema: doneParams }) params: z.output<typeof doneParams>,
  ): Promise<SeeOther> {
    const { reference, id, comment } = params;
    fileOfCase(await this.reading.get(actor, id), params);
    await this.comments.markDone(actor, id, comment);
    return seeOther(`/cases/${reference}/drafts/${id}`, 'The comment is marked as done.');
  }
}
