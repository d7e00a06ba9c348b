import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Actor } from '#identity';
import { Acceptances, DraftReadingService, fileOfCase } from '#responses';
import {
  type AcceptanceBody,
  acceptanceBody,
  type DraftParams,
  draftParams,
} from '../../api/drafts/drafts.dto.js';
import { Action } from '../../http/action.js';
import { FormOf } from '../../http/form-redisplay.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther } from '../../http/view.interceptor.js';

/** The word of a doctor who has no page of their own, as an adviser records it. */
@Controller('cases/:reference/drafts/:id')
export class AcceptancePages {
  constructor(
    private readonly reading: DraftReadingService,
    private readonly acceptances: Acceptances,
  ) {}

  @Post('acceptance')
  @Action({ permission: 'draft:write', audit: 'draft.words-agreed' })
  @FormOf('/cases/:reference/drafts/:id')
  async record(
    @CurrentActor() actor: Actor,
    @Param({ schema: draftParams }) params: DraftParams,
    @Body({ schema: acceptanceBody }) recorded: AcceptanceBody,
  ): Promise<SeeOther> {
    const { reference, id } = params;
    fileOfCase(await this.reading.get(actor, id), params);
    await this.acceptances.record(actor, id, recorded);
    return seeOther(`/cases/${reference}/drafts/${id}`, 'It is recorded that the doctor agrees.');
  }
}
