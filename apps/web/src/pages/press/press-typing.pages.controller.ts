import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '#identity';
import { WorkingCopiesService } from '#responses';
import { type TypedBody, typedBody } from '../../api/drafts/drafts.dto.js';
import { type PressPartParams, pressPartParams } from '../../api/press/press.dto.js';
import { Action } from '../../http/action.js';
import { NotKept } from '../../http/not-kept.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther } from '../../http/view.interceptor.js';
import { deskView } from '../drafts/draft-editing.view.js';

/**
 * What the script of the press office's editor asks for while somebody types. Words are kept and not checked: an answer
 * to each key would let a reader guess what rests on the case, one word after the other, and nobody could see it.
 */
@Controller('press/:reference/statements/:id')
export class PressTypingPages {
  constructor(private readonly copies: WorkingCopiesService) {}

  @Post('working-copy')
  @HttpCode(200)
  @NotKept()
  @Action({ permission: 'press:write' })
  async keep(
    @CurrentActor() actor: Actor,
    @Param({ schema: pressPartParams }) { id }: PressPartParams,
    @Body({ schema: typedBody }) typed: TypedBody,
  ) {
    return deskView(await this.copies.keep(actor, id, typed));
  }

  @Post('working-copy/discarding')
  @Action({ permission: 'press:write' })
  async discard(
    @CurrentActor() actor: Actor,
    @Param({ schema: pressPartParams }) { reference, id }: PressPartParams,
  ): Promise<SeeOther> {
    await this.copies.discard(actor, id);
    return seeOther(`/press/${reference}/statements/${id}`, 'What you had typed is gone.');
  }

  @Post('presence')
  @HttpCode(200)
  @NotKept()
  @Action({ permission: 'press:write' })
  async beat(
    @CurrentActor() actor: Actor,
    @Param({ schema: pressPartParams }) { id }: PressPartParams,
  ) {
    return deskView(await this.copies.beat(actor, id));
  }

  @Post('presence/leaving')
  @HttpCode(204)
  @NotKept()
  @Action({ permission: 'press:write' })
  async leave(
    @CurrentActor() actor: Actor,
    @Param({ schema: pressPartParams }) { id }: PressPartParams,
  ): Promise<void> {
    await this.copies.leave(actor, id);
  }
}
