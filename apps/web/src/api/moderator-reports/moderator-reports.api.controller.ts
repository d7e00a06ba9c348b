import { Body, Controller, Get, HttpCode, Param, Post, type StreamableFile } from '@nestjs/common';
import { EvidenceReading } from '#evidence';
import type { Actor } from '#identity';
import { ModeratorReportsService } from '#referrals';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { packDownload } from '../../pages/moderator-reports/pack-file.js';
import { ReportDesk } from '../../pages/moderator-reports/report-desk.js';
import { type CaseParams, type PartParams, partParams } from '../casework/casework.dto.js';
import {
  type ReportBody,
  reportBody,
  type ReportSendingBody,
  reportSendingBody,
  type StepBody,
  stepBody,
} from './moderator-reports.dto.js';

/** Reports to platforms, for programs. */
@Controller('api/v1/cases/:reference/moderator-reports')
export class ModeratorReportsApi {
  constructor(
    private readonly reports: ModeratorReportsService,
    private readonly desk: ReportDesk,
    private readonly evidence: EvidenceReading,
  ) {}

  @Get()
  @Action({ permission: 'case:read' })
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    const items = await this.reports.list(actor, reference);
    return { items, next: null, samePost: await this.reports.listOfPost(actor, reference) };
  }

  @Post()
  @Action({ permission: 'draft:write', audit: 'moderator-report.prepared' })
  write(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: reportBody }) body: ReportBody,
  ) {
    return this.desk.write(actor, reference, body);
  }

  @Post('spam')
  @Action({ permission: 'case:write', audit: 'moderator-report.prepared' })
  reportSpam(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    return this.desk.reportSpam(actor, reference);
  }

  @Get(':id')
  @Action({ permission: 'case:read' })
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ) {
    const { report, steps } = await this.reports.get(actor, reference, id);
    return { ...report, steps };
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
  @HttpCode(200)
  @Action({ permission: 'case:write', audit: 'moderator-report.sent' })
  send(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: reportSendingBody }) body: ReportSendingBody,
  ) {
    return this.desk.send(actor, reference, { id, ...body });
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Action({ permission: 'case:write', audit: 'moderator-report.acknowledged' })
  record(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: stepBody }) body: StepBody,
  ) {
    return this.reports.record(actor, reference, { id, ...body });
  }
}
