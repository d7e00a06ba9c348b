import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '#identity';
import { WorksheetSigningService, WorksheetsService } from '#referrals';
import type { CaseParams } from '../../api/casework/casework.dto.js';
import {
  type AnswersForm,
  answersForm,
  READERS,
  type StepBody,
  stepBody,
  type WorksheetParams,
  worksheetParams,
} from '../../api/worksheets/worksheets.dto.js';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { WorksheetFrames } from './worksheet-frames.js';
import { answersTyped, worksheetsView, worksheetView } from './worksheets.view.js';

/** The worksheets of a case: opening them and filling them in. One page serves every kind. */
@Controller('cases/:reference/worksheets')
export class WorksheetsPages {
  constructor(
    private readonly worksheets: WorksheetsService,
    private readonly signing: WorksheetSigningService,
    private readonly frames: WorksheetFrames,
  ) {}

  @Get()
  @Action({ permission: READERS })
  @View('cases/worksheets')
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<PageView> {
    const { found, entries } = await this.worksheets.list(actor, reference);
    return worksheetsView(entries, await this.frames.of(actor, found));
  }

  @Get(':kind')
  @Action({ permission: READERS })
  @View('cases/worksheet')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: worksheetParams }) { reference, kind }: WorksheetParams,
  ): Promise<PageView> {
    const file = await this.worksheets.read(actor, reference, kind);
    return worksheetView(file, await this.frames.ofFile(actor, file), actor);
  }

  @Post(':kind/opening')
  @Action({ permission: 'worksheet:write', audit: 'worksheet.opened' })
  @FormOf('/cases/:reference/worksheets/:kind')
  async open(
    @CurrentActor() actor: Actor,
    @Param({ schema: worksheetParams }) { reference, kind }: WorksheetParams,
  ): Promise<SeeOther> {
    await this.worksheets.open(actor, reference, kind);
    return seeOther(`/cases/${reference}/worksheets/${kind}`);
  }

  @Post(':kind')
  @Action({ permission: 'worksheet:write', audit: 'worksheet.saved' })
  @FormOf('/cases/:reference/worksheets/:kind')
  async save(
    @CurrentActor() actor: Actor,
    @Param({ schema: worksheetParams }) { reference, kind }: WorksheetParams,
    @Body({ schema: answersForm }) { version, ...typed }: AnswersForm,
  ): Promise<SeeOther> {
    const { worksheet, ...file } = await this.worksheets.get(actor, reference, kind);
    const answers = answersTyped({ ...file, worksheet }, typed);
    const saved = await this.worksheets.save(actor, reference, kind, { version, answers });
    const next = saved.waitingSince ? 'It waits for its signature.' : undefined;
    return seeOther(`/cases/${reference}/worksheets/${kind}`, 'Saved.', next);
  }

  @Post(':kind/steps')
  @Action({ permission: 'worksheet:write', audit: 'worksheet.moved' })
  @FormOf('/cases/:reference/worksheets/:kind')
  async step(
    @CurrentActor() actor: Actor,
    @Param({ schema: worksheetParams }) { reference, kind }: WorksheetParams,
    @Body({ schema: stepBody }) body: StepBody,
  ): Promise<SeeOther> {
    await this.signing.step(actor, reference, kind, body);
    return seeOther(`/cases/${reference}/worksheets/${kind}`, 'Recorded.');
  }
}
