import { Controller, Get, Header, Param, type StreamableFile } from '@nestjs/common';
import type { Actor } from '#identity';
import { type DocumentFormat, MEDIA_TYPES } from '#platform';
import { LettersService } from '#responses';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { letterDownload } from './letter-download.js';

/** Released letters as files, for programs. */
@Controller('api/v1/drafts/:id')
export class LettersApi {
  constructor(private readonly letters: LettersService) {}

  @Get('letter.pdf')
  @Header('content-type', MEDIA_TYPES.pdf)
  @Action({ permission: 'case:read', audit: 'draft.letter-downloaded' })
  pdf(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
  ): Promise<StreamableFile> {
    return this.file(actor, id, 'pdf');
  }

  @Get('letter.docx')
  @Header('content-type', MEDIA_TYPES.docx)
  @Action({ permission: 'case:read', audit: 'draft.letter-downloaded' })
  docx(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
  ): Promise<StreamableFile> {
    return this.file(actor, id, 'docx');
  }

  private async file(actor: Actor, id: string, format: DocumentFormat): Promise<StreamableFile> {
    return letterDownload(await this.letters.take(actor, id, format));
  }
}
