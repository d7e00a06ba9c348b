import { Body, Controller, Get, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { CaseReadingService } from '#cases';
import { EvidenceReading } from '#evidence';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { ModeratorReportsService } from '#referrals';
import { type CaseParams, type PartParams, partParams } from '../../api/casework/casework.dto.js';
import {
  type ReportBody,
  reportBody,
  type ReportSendingBody,
  reportSendingBody,
  type StepBody,
  stepBody,
} from '../../api/moderator-reports/moderator-reports.dto.js';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor, TypedBefore } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { moderatorReportView } from './moderator-report.view.js';
import { moderatorReportsView } from './moderator-reports.view.js';
import { packDownload } from './pack-file.js';
import { ReportDesk } from './report-desk.js';

const listQuery = z.object({ platform: z.enum(['', 'search_delisting']).catch('').default('') });

/** Reports of a case to the people who moderate a platform. */
@Controller('cases/:reference/moderator-reports')
export class ModeratorReportsPages {
  constructor(
    private readonly reading: CaseReadingService,
    private readonly reports: ModeratorReportsService,
    private readonly desk: ReportDesk,
    private readonly evidence: EvidenceReading,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action({ permission: 'case:read' })
  @View('cases/moderator-reports')
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Query({ schema: listQuery }) query: z.output<typeof listQuery>,
    @TypedBefore() typed: Readonly<Record<string, unknown>>,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const chosen = listQuery.parse({ platform: typed['platform'] ?? query.platform }).platform;
    return moderatorReportsView(overview, actor, {
      platform: chosen || overview.found.platform,
      reports: await this.reports.list(actor, reference),
      samePost: await this.reports.listOfPost(actor, reference),
      now: this.clock.now(),
    });
  }

  @Post()
  @Action({ permission: 'draft:write', audit: 'moderator-report.prepared' })
  @FormOf('/cases/:reference/moderator-reports')
  async write(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: reportBody }) body: ReportBody,
  ): Promise<SeeOther> {
    const { id } = await this.desk.write(actor, reference, body);
    const url = `/cases/${reference}/moderator-reports/${id}`;
    return seeOther(url, 'The report is written and checked.', 'Nothing was sent.');
  }

  @Post('spam')
  @Action({ permission: 'case:write', audit: 'moderator-report.prepared' })
  @FormOf('/cases/:reference/moderator-reports')
  async reportSpam(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<SeeOther> {
    const { id } = await this.desk.reportSpam(actor, reference);
    const url = `/cases/${reference}/moderator-reports/${id}`;
    return seeOther(url, 'The report of spam is prepared.', 'Nothing was sent.');
  }

  @Get(':id')
  @Action({ permission: 'case:read' })
  @View('cases/moderator-report')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const file = await this.desk.get(actor, reference, id);
    return moderatorReportView(overview, file, { actor, now: this.clock.now() });
  }

  @Get(':id/pack')
  @Action({ permission: 'case:read', audit: 'moderator-report.pack-downloaded' })
  async pack(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<StreamableFile> {
    const file = await this.desk.getReleased(actor, reference, id);
    return packDownload(file, await this.evidence.list(actor, reference));
  }

  @Post(':id/sending')
  @Action({ permission: 'case:write', audit: 'moderator-report.sent' })
  @FormOf('/cases/:reference/moderator-reports/:id')
  async send(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: reportSendingBody }) body: ReportSendingBody,
  ): Promise<SeeOther> {
    await this.desk.send(actor, reference, { id, ...body });
    const url = `/cases/${reference}/moderator-reports/${id}`;
    return seeOther(url, 'Recorded as sent.', 'A task to chase it is on the case.');
  }

  @Post(':id/steps')
  @Action({ permission: 'case:write', audit: 'moderator-report.acknowledged' })
  @FormOf('/cases/:reference/moderator-reports/:id')
  async record(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: stepBody }) body: StepBody,
  ): Promise<SeeOther> {
    await this.reports.record(actor, reference, { id, ...body });
    return seeOther(`/cases/${reference}/moderator-reports/${id}`, 'Recorded.');
  }
}
