import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import type { Actor } from '#identity';
import {
  OwnLetters,
  type OwnLetterParams,
  ownLetterParams,
} from '../../api/letters/own-letters.js';
import { Action } from '../../http/action.js';
import { CurrentActor } from '../../http/request-context.js';

/** Letters to a doctor as files, from the page of their request. */
@Controller('my/requests/:reference/letters/:id')
export class OwnLettersPages {
  constructor(private readonly own: OwnLetters) {}

  @Get('letter.pdf')
  @Action({ permission: 'request:send', audit: 'draft.letter-downloaded' })
  pdf(
    @CurrentActor() actor: Actor,
    @Param({ schema: ownLetterParams }) params: OwnLetterParams,
  ): Promise<StreamableFile> {
    return this.own.file(actor, params, 'pdf');
  }

  @Get('letter.docx')
  @Action({ permission: 'request:send', audit: 'draft.letter-downloaded' })
  docx(
    @CurrentActor() actor: Actor,
    @Param({ schema: ownLetterParams }) params: OwnLetterParams,
  ): Promise<StreamableFile> {
    return this.own.file(actor, params, 'docx');
  }
}
