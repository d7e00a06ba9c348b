import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { EXPORT_KINDS, ExportsService } from '#reporting';
import { exportFile } from '../../api/exports/export-file.js';
import { type ExportOrder, exportOrder } from '../../api/exports/exports.dto.js';
import { periodOf } from '../../api/reports/reports.dto.js';
import { Action } from '../../http/action.js';
import { idParams, pageQuery } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { exportsView, exportView } from './exports.view.js';

/** A period that a link offers; one that cannot be read is passed over. */
const offered = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .optional()
  .catch(undefined);
const exportsPage = z.object({
  kind: z.enum(EXPORT_KINDS).optional().catch(undefined),
  from: offered,
  until: offered,
  cursor: pageQuery.cursor,
});

const PER_PAGE = 20;

/** Files of figures: the list with the form, and the page of one file. */
@Controller('exports')
export class ExportsPages {
  constructor(
    private readonly exports: ExportsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action({ permission: ['export:make', 'export:make-press'] })
  @View('exports/index')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: exportsPage }) query: z.output<typeof exportsPage>,
  ): Promise<PageView> {
    const page = await this.exports.list(actor, { limit: PER_PAGE, cursor: query.cursor });
    const offers = { kind: query.kind, period: periodOf(query, this.clock.now()) };
    return exportsView(page, actor, offers);
  }

  @Post()
  @Action({ permission: ['export:make', 'export:make-press'], audit: 'export.requested' })
  @FormOf('/exports')
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: exportOrder }) { kind, ...period }: ExportOrder,
  ): Promise<SeeOther> {
    const made = await this.exports.create(actor, period, kind);
    return seeOther(`/exports/${made.id}`, 'The export is being made.');
  }

  @Get(':id')
  @Action({ permission: ['export:make', 'export:make-press'] })
  @View('exports/show')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
  ): Promise<PageView> {
    return exportView(await this.exports.get(actor, id));
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
