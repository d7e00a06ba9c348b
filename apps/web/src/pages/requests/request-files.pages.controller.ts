import { Body, Controller, Get, Header, Param, Post, type StreamableFile } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import type { CaseParams, PartParams } from '../../api/casework/casework.dto.js';
import { partParams } from '../../api/casework/casework.dto.js';
import { INERT } from '../../api/evidence/evidence-download.js';
import { sentFile } from '../../api/requests/sent-file-download.js';
import { type SentFileBody, sentFileBody } from '../../api/requests/requests.dto.js';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { TakesFile } from '../../http/upload.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { placeWarning } from '../evidence/evidence-words.js';
import { RequestFiles } from './request-files.js';
import { ownFilesView } from './request-files.view.js';

/** Pictures and files that a doctor sends with a request, and the advisers' reading of them. */
@Controller()
export class RequestFilesPages {
  constructor(
    private readonly files: RequestFiles,
    private readonly clock: Clock,
  ) {}

  @Get('my/requests/:reference/files')
  @Action({ permission: 'request:send' })
  @View('my/files')
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<PageView> {
    return ownFilesView(await this.files.listOwn(actor, reference), this.clock.now());
  }

  @Post('my/requests/:reference/files')
  @TakesFile()
  @Action({ permission: 'request:send', audit: 'request.file-sent' })
  @FormOf('/my/requests/:reference/files')
  async keep(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: sentFileBody }) { file, ...words }: SentFileBody,
  ): Promise<SeeOther> {
    const { tells } = await this.files.keep(actor, reference, file, words);
    const next =
      placeWarning(tells) ??
      'Only those who work on your request can open it. You can send another one below.';
    return seeOther(`/my/requests/${reference}/files`, 'Your file is kept.', next);
  }

  @Get('requests/:reference/files/:id')
  @Header('content-security-policy', INERT)
  @Action({ permission: 'request:decide', audit: 'request.file-downloaded' })
  async download(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<StreamableFile> {
    return sentFile(reference, await this.files.open(actor, reference, id));
  }
}
