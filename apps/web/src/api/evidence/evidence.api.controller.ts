import { Body, Controller, Get, Header, Param, Post, type StreamableFile } from '@nestjs/common';
import { EvidenceKeeping, EvidenceReading } from '#evidence';
import type { Actor } from '#identity';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { TakesFile } from '../../http/upload.js';
import { type CaseParams, type PartParams, partParams } from '../casework/casework.dto.js';
import { INERT, originalFile, pictureFile } from './evidence-download.js';
import { type FileBody, fileBody, type WordsBody, wordsBody } from './evidence.dto.js';

/** The evidence of a case, for programs. */
@Controller('api/v1/cases/:reference/evidence')
export class EvidenceApi {
  constructor(
    private readonly keeping: EvidenceKeeping,
    private readonly reading: EvidenceReading,
  ) {}

  @Get()
  @Action({ permission: 'case:read' })
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    return { items: await this.reading.list(actor, reference), next: null };
  }

  /** Text copied from a page, or its address alone. */
  @Post()
  @Action({ permission: 'case:write', audit: 'evidence.kept' })
  keepWords(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: wordsBody }) { text, ...words }: WordsBody,
  ) {
    return this.keeping.keepWords(actor, reference, text, words);
  }

  /** PNG, JPEG, WebP, PDF or plain text up to 10 MB, as `multipart/form-data`. */
  @Post('files')
  @TakesFile()
  @Action({ permission: 'case:write', audit: 'evidence.kept' })
  keepFile(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: fileBody }) { file, ...words }: FileBody,
  ) {
    return this.keeping.keepFile(actor, reference, file, words);
  }

  /** With its custody, the looks at the original, and the other versions of the page. */
  @Get(':id')
  @Action({ permission: 'case:read' })
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ) {
    const { found: _found, item, ...around } = await this.reading.get(actor, reference, id);
    return { ...item, ...around };
  }

  /** The copy of a picture without place, time and device, for use; the original stays sealed as it is. */
  @Get(':id/picture')
  @Header('content-security-policy', INERT)
  @Action({ permission: 'case:read', audit: 'evidence.viewed' })
  async picture(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<StreamableFile> {
    return pictureFile(await this.reading.open(actor, reference, id, 'evidence.viewed'));
  }

  @Get(':id/file')
  @Header('content-security-policy', INERT)
  @Action({ permission: 'case:read', audit: 'evidence.downloaded' })
  async file(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<StreamableFile> {
    const opened = await this.reading.open(actor, reference, id, 'evidence.downloaded');
    return originalFile(reference, opened);
  }
}
