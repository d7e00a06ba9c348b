import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Actor } from '#identity';
import {
  OwnWordsOfRequest,
  type OwnWordsBody,
  ownWordsBody,
  type OwnWordsParams,
  ownWordsParams,
} from '../../api/requests/own-words.js';
import { Action } from '../../http/action.js';
import { FormOf } from '../../http/form-redisplay.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther } from '../../http/view.interceptor.js';

/** What a doctor says of words in their own name, from the page of their request. */
@Controller('my/requests/:reference/words/:id')
export class OwnWordsPages {
  constructor(private readonly own: OwnWordsOfRequest) {}

  @Post()
  @Action({ permission: 'request:send', audit: 'draft.words-agreed' })
  @FormOf('/my/requests/:reference')
  async answer(
    @CurrentActor() actor: Actor,
    @Param({ schema: ownWordsParams }) params: OwnWordsParams,
    @Body({ schema: ownWordsBody }) given: OwnWordsBody,
  ): Promise<SeeOther> {
    await this.own.answer(actor, params, given);
    const here = `/my/requests/${params.reference}`;
    return given.answer === 'agree'
      ? seeOther(
          here,
          'You have agreed to these words.',
          'Your adviser is told, and takes the next step.',
        )
      : seeOther(
          here,
          'Your adviser is told what you would like to be changed.',
          'Other words come to you here. Nothing is sent until you agree.',
        );
  }
}
