import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '#identity';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import {
  OwnWordsOfRequest,
  type OwnWordsBody,
  ownWordsBody,
  type OwnWordsParams,
  ownWordsParams,
} from './own-words.js';

/** Words in a doctor's own name, for programs: what they are asked about, and their answer. */
@Controller('api/v1/requests/:reference/words')
export class OwnWordsApi {
  constructor(private readonly own: OwnWordsOfRequest) {}

  @Get()
  @Action({ permission: 'request:send' })
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
  ) {
    return { items: await this.own.list(actor, reference), next: null };
  }

  @Post(':id')
  @HttpCode(200)
  @Action({ permission: 'request:send', audit: 'draft.words-agreed' })
  async answer(
    @CurrentActor() actor: Actor,
    @Param({ schema: ownWordsParams }) params: OwnWordsParams,
    @Body({ schema: ownWordsBody }) given: OwnWordsBody,
  ) {
    await this.own.answer(actor, params, given);
    return { items: await this.own.list(actor, params.reference), next: null };
  }
}
