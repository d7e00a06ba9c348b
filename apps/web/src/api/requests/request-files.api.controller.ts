import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  type StreamableFile,
} from '@nestjs/common';
import type { SentFile } from '#evidence';
import { type Actor, can } from '#identity';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { TakesFile } from '../../http/upload.js';
import { RequestFiles } from '../../pages/requests/request-files.js';
import { type CaseParams, type PartParams, partParams } from '../casework/casework.dto.js';
import { INERT } from '../evidence/evidence-download.js';
import { type SentFileBody, sentFileBody } from './requests.dto.js';
import { sentFile } from './sent-file-download.js';

/** Pictures and files of doctors' requests, for programs. */
@Controller('api/v1/requests/:reference/files')
export class RequestFilesApi {
  constructor(private readonly files: RequestFiles) {}

  /** Advisers list those of a request that was sent; a doctor their own. */
  @Get()
  @Action({ permission: ['request:decide', 'request:send'] })
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    const { files } = can(actor, 'request:decide')
      ? await this.files.listReceived(actor, reference)
      : await this.files.listOwn(actor, reference);
    return { items: files.map(shown), next: null };
  }

  /** PNG, JPEG, WebP, PDF or plain text up to 10 MB, as `multipart/form-data`. */
  @Post()
  @TakesFile()
  @Action({ permission: 'request:send', audit: 'request.file-sent' })
  async keep(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: sentFileBody }) { file, ...words }: SentFileBody,
  ) {
    return shown(await this.files.keep(actor, reference, file, words));
  }

  /** The content: for advisers until it is evidence of the case, for its doctor after that too. */
  @Get(':id')
  @Header('content-security-policy', INERT)
  @Action({ permission: ['request:decide', 'request:send'], audit: 'request.file-downloaded' })
  async download(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<StreamableFile> {
    const opened = can(actor, 'request:decide')
      ? await this.files.open(actor, reference, id)
      : await this.files.openOwn(actor, reference, id);
    return sentFile(reference, opened);
  }

  /** Takes a file of one's own back for good, until it is evidence of the case. */
  @Delete(':id')
  @HttpCode(204)
  @Action({ permission: 'request:send', audit: 'request.file-taken-back' })
  takeBack(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<void> {
    return this.files.takeBack(actor, reference, id);
  }
}

function shown({ sentBy: _sentBy, caseId: _caseId, ...file }: SentFile) {
  return file;
}
