import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import type { Actor } from '#identity';
import type { DocumentFormat } from '#platform';
import { DraftReadingService, fileOfCase, LettersService } from '#responses';
import { type DraftParams, draftParams } from '../../api/drafts/drafts.dto.js';
import { letterDownload } from '../../api/letters/letter-download.js';
import { Action } from '../../http/action.js';
import { CurrentActor } from '../../http/request-context.js';

/** A released letter as a file, from the page of its draft. */
@Controller('cases/:reference/drafts/:id')
export class LettersPages {
  constructor(
    private readonly reading: DraftReadingService,
    private readonly letters: LettersService,
  ) {}

  @Get('letter.pdf')
  @Action({ permission: 'case:read', audit: 'draft.letter-downloaded' })
  pdf(
    @CurrentActor() actor: Actor,
    @Param({ schema: draftParams }) params: DraftParams,
  ): Promise<StreamableFile> {
    return this.file(actor, params, 'pdf');
  }

  @Get('letter.docx')
  @Action({ permission: 'case:read', audit: 'draft.letter-downloaded' })
  docx(
    @CurrentActor() actor: Actor,
    @Param({ schema: draftParams }) params: DraftParams,
  ): Promise<StreamableFile> {
    return this.file(actor, params, 'docx');
  }

  private async file(
    actor: Actor,
    params: DraftParams,
    format: DocumentFormat,
  ): Promise<StreamableFile> {
    fileOfCase(await this.reading.get(actor, params.id), params);
    return letterDownload(await this.letters.take(actor, params.id, format));
  }
}
