import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '#identity';
import { GuidanceReviews } from '#knowledge';
import { TypedTextService, WorkingCopiesService } from '#responses';
import {
  type DraftParams,
  draftParams,
  tryBody,
  type TypedBody,
  typedBody,
} from '../../api/drafts/drafts.dto.js';
import { Action } from '../../http/action.js';
import { NotKept } from '../../http/not-kept.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther } from '../../http/view.interceptor.js';
import { deskView } from './draft-editing.view.js';
import { countWords } from './draft-words.js';
import { markedFindings } from './findings.view.js';

/** What the script of the editor asks for while somebody types. */
@Controller('cases/:reference/drafts/:id')
export class DraftTypingPages {
  constructor(
    private readonly typing: TypedTextService,
    private readonly copies: WorkingCopiesService,
    private readonly reviews: GuidanceReviews,
  ) {}

  /** What would be found in the words, and asked about them; keeps nothing. */
  @Post('check')
  @HttpCode(200)
  @NotKept()
  @Action({ permission: 'draft:write' })
  async check(
    @CurrentActor() actor: Actor,
    @Param({ schema: draftParams }) { id }: DraftParams,
    @Body({ schema: tryBody }) { text }: { text: string },
  ) {
    const { report, asked } = await this.typing.try(actor, id, text);
    const sources = await this.reviews.rechecks(actor);
    const marked = markedFindings(text, report.findings, sources);
    const sentences = asked.map((sentence) => sentence.text);
    return { verdict: report.verdict, words: countWords(text), asked: sentences, ...marked };
  }

  /** Keeps the words as they are typed. */
  @Post('working-copy')
  @HttpCode(200)
  @NotKept()
  @Action({ permission: 'draft:write' })
  async keep(
    @CurrentActor() actor: Actor,
    @Param({ schema: draftParams }) { id }: DraftParams,
    @Body({ schema: typedBody }) typed: TypedBody,
  ) {
    return deskView(await this.copies.keep(actor, id, typed));
  }

  /** The button under words that were kept: the saved text stands in the box again. */
  @Post('working-copy/discarding')
  @Action({ permission: 'draft:write' })
  async discard(
    @CurrentActor() actor: Actor,
    @Param({ schema: draftParams }) { reference, id }: DraftParams,
  ): Promise<SeeOther> {
    await this.copies.discard(actor, id);
    return seeOther(`/cases/${reference}/drafts/${id}`, 'What you had typed is gone.');
  }

  @Post('presence')
  @HttpCode(200)
  @NotKept()
  @Action({ permission: 'draft:write' })
  async beat(@CurrentActor() actor: Actor, @Param({ schema: draftParams }) { id }: DraftParams) {
    return deskView(await this.copies.beat(actor, id));
  }

  @Post('presence/leaving')
  @HttpCode(204)
  @NotKept()
  @Action({ permission: 'draft:write' })
  async leave(
    @CurrentActor() actor: Actor,
    @Param({ schema: draftParams }) { id }: DraftParams,
  ): Promise<void> {
    await this.copies.leave(actor, id);
  }
}
