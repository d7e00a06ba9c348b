import { Controller, Get, Header, Param, type StreamableFile } from '@nestjs/common';
import type { Actor } from '#identity';
import { MEDIA_TYPES } from '#platform';
import { Action } from '../../http/action.js';
import { CurrentActor } from '../../http/request-context.js';
import { OwnLetters, type OwnLetterParams, ownLetterParams } from './own-letters.js';

/** Letters to a doctor as files, for programs. */
@Controller('api/v1/requests/:reference/letters/:id')
export class OwnLettersApi {
  constructor(private readonly own: OwnLetters) {}

  @Get('letter.pdf')
  @Header('content-type', MEDIA_TYPES.pdf)
  @Action({ permission: 'request:send', audit: 'draft.letter-downloaded' })
  pdf(
    @CurrentActor() actor: Actor,
    @Param({ schema: ownLetterParams }) params: OwnLetterParams,
  ): Promise<StreamableFile> {
    return this.own.file(actor, params, 'pdf');
  }

  @Get('letter.docx')
  @Header('content-type', MEDIA_TYPES.docx)
  @Action({ permission: 'request:send', audit: 'draft.letter-downloaded' })
  docx(
    @CurrentActor() actor: Actor,
    @Param({ schema: ownLetterParams }) params: OwnLetterParams,
  ): Promise<StreamableFile> {
    return this.own.file(actor, params, 'docx');
  }
}
