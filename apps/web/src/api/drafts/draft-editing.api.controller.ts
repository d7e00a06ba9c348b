import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '#identity';
import { type DeskNow, TypedTextService, WorkingCopiesService } from '#responses';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { NotKept } from '../../http/not-kept.js';
import { CurrentActor } from '../../http/request-context.js';
import { checkAnswer, deskAnswer } from './drafts.answers.js';
import { tryBody, type TypedBody, typedBody } from './drafts.dto.js';

/** A draft while it is edited: words that are not saved as a version, and who is at work. */
@Controller('api/v1/drafts/:id')
export class DraftEditingApi {
  constructor(
    private readonly typing: TypedTextService,
    private readonly copies: WorkingCopiesService,
  ) {}

  /** What the check would find in other words for the draft, and the approver be asked about; keeps nothing. */
  @Post('trial')
  @HttpCode(200)
  @NotKept()
  @Action({ permission: 'draft:write' })
  async try(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: tryBody }) { text }: { text: string },
  ) {
    const { report, asked, limit } = await this.typing.try(actor, id, text);
    return { check: checkAnswer(report), sentences: asked, limit: limit ?? null };
  }

  /** Keeps what the asking person has typed, in the place of what they typed before. It is no version of the draft. */
  @Put('working-copy')
  @Action({ permission: ['draft:write', 'press:write'] })
  async keep(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: typedBody }) typed: TypedBody,
  ) {
    return answer(await this.copies.keep(actor, id, typed));
  }

  @Delete('working-copy')
  @HttpCode(204)
  @Action({ permission: ['draft:write', 'press:write'] })
  discard(@CurrentActor() actor: Actor, @Param({ schema: idParams }) { id }: { id: string }) {
    return this.copies.discard(actor, id);
  }

  /** A sign that the asking person is at work on the draft; it holds for a minute. */
  @Put('presence')
  @Action({ permission: ['draft:write', 'press:write'] })
  async beat(@CurrentActor() actor: Actor, @Param({ schema: idParams }) { id }: { id: string }) {
    return answer(await this.copies.beat(actor, id));
  }

  @Delete('presence')
  @HttpCode(204)
  @Action({ permission: ['draft:write', 'press:write'] })
  leave(@CurrentActor() actor: Actor, @Param({ schema: idParams }) { id }: { id: string }) {
    return this.copies.leave(actor, id);
  }
}

function answer(desk: DeskNow) {
  return { ...deskAnswer(desk), version: desk.version };
}
