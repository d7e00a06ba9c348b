import { Controller, Get, Header, Param, Post, type StreamableFile } from '@nestjs/common';
import type { Actor } from '#identity';
import { type PartParams, partParams } from '../../api/casework/casework.dto.js';
import { INERT } from '../../api/evidence/evidence-download.js';
import { sentFile } from '../../api/requests/sent-file-download.js';
import { Action } from '../../http/action.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { RequestFiles } from './request-files.js';
import { removalView } from './request-files.view.js';

/** One file that a doctor sent: they open it, and take it back until it is evidence of their case. */
@Controller('my/requests/:reference/files/:id')
export class OwnFilesPages {
  constructor(private readonly files: RequestFiles) {}

  @Get()
  @Header('content-security-policy', INERT)
  @Action({ permission: 'request:send', audit: 'request.own-file-downloaded' })
  async download(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<StreamableFile> {
    return sentFile(reference, await this.files.openOwn(actor, reference, id));
  }

  @Get('removal')
  @Action({ permission: 'request:send' })
  @View('my/file-removal')
  async ask(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<PageView> {
    return removalView(reference, (await this.files.getOwn(actor, reference, id)).file);
  }

  @Post('removal')
  @Action({ permission: 'request:send', audit: 'request.file-taken-back' })
  @FormOf('/my/requests/:reference/files/:id/removal')
  async takeBack(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<SeeOther> {
    await this.files.takeBack(actor, reference, id);
    const next = 'We have deleted it. You can send it again whenever you want to.';
    return seeOther(`/my/requests/${reference}/files`, 'You have taken the file back.', next);
  }
}
