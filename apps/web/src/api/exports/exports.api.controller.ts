import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import type { Actor } from '#identity';
import { ExportsService } from '#reporting';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { exportFile } from './export-file.js';
import {
  exportBody,
  type ExportOrder,
  exportOrder,
  type ExportsQuery,
  exportsQuery,
} from './exports.dto.js';

/** Files of figures for programs: asked for, followed and fetched. */
@Controller('api/v1/exports')
export class ExportsApi {
  constructor(private readonly exports: ExportsService) {}

  @Get()
  @Action({ permission: ['export:make', 'export:make-press'] })
  async list(@CurrentActor() actor: Actor, @Query({ schema: exportsQuery }) query: ExportsQuery) {
    const { items, next } = await this.exports.list(actor, query);
    return { items: items.map(exportBody), next };
  }

  @Post()
  @HttpCode(202)
  @Action({ permission: ['export:make', 'export:make-press'], audit: 'export.requested' })
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: exportOrder }) { kind, ...period }: ExportOrder,
  ) {
    return exportBody(await this.exports.create(actor, period, kind));
  }

  @Get(':id')
  @Action({ permission: ['export:make', 'export:make-press'] })
  async show(@CurrentActor() actor: Actor, @Param({ schema: idParams }) { id }: { id: string }) {
    return exportBody(await this.exports.get(actor, id));
  }

  @Get(':id/file')
  @Action({ permission: ['export:make', 'export:make-press'], audit: 'export.downloaded' })
  async file(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
  ): Promise<StreamableFile> {
    return exportFile(await this.exports.download(actor, id));
  }
}
