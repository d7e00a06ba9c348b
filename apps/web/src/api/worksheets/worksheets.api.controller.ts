import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import type { Actor } from '#identity';
import { WorksheetSigningService, WorksheetsService } from '#referrals';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import type { CaseParams } from '../casework/casework.dto.js';
import { kindAnswer, worksheetAnswer, worksheetRow } from './worksheets.answers.js';
import {
  type AnswersBody,
  answersBody,
  READERS,
  type SignOffBody,
  signOffBody,
  SIGNERS,
  type StepBody,
  stepBody,
  type WorksheetParams,
  worksheetParams,
  type WorksheetWithdrawalBody,
  worksheetWithdrawalBody,
} from './worksheets.dto.js';

/** The worksheets of a case. A kind is named by its id; `GET` of one says what it asks. */
@Controller('api/v1/cases/:reference/worksheets')
export class WorksheetsApi {
  constructor(
    private readonly worksheets: WorksheetsService,
    private readonly signing: WorksheetSigningService,
  ) {}

  /** What was opened, and what may be. */
  @Get()
  @Action({ permission: READERS })
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    const { entries } = await this.worksheets.list(actor, reference);
    return { items: entries.map(worksheetRow), next: null };
  }

  /** The questions of a kind, and the worksheet where there is one. */
  @Get(':kind')
  @Action({ permission: READERS })
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: worksheetParams }) { reference, kind }: WorksheetParams,
  ) {
    const file = await this.worksheets.read(actor, reference, kind);
    return { ...worksheetRow(file), ...kindAnswer(file), worksheet: worksheetAnswer(file) };
  }

  @Post(':kind')
  @Action({ permission: 'worksheet:write', audit: 'worksheet.opened' })
  async open(
    @CurrentActor() actor: Actor,
    @Param({ schema: worksheetParams }) { reference, kind }: WorksheetParams,
  ) {
    await this.worksheets.open(actor, reference, kind);
    return worksheetAnswer(await this.worksheets.get(actor, reference, kind));
  }

  /** Answers left out stay; an empty one takes away what was there. */
  @Patch(':kind')
  @Action({ permission: 'worksheet:write', audit: 'worksheet.saved' })
  async save(
    @CurrentActor() actor: Actor,
    @Param({ schema: worksheetParams }) { reference, kind }: WorksheetParams,
    @Body({ schema: answersBody }) body: AnswersBody,
  ) {
    await this.worksheets.save(actor, reference, kind, body);
    return worksheetAnswer(await this.worksheets.get(actor, reference, kind));
  }

  @Post(':kind/sign-off')
  @Action({ permission: SIGNERS, audit: 'worksheet.signed' })
  async signOff(
    @CurrentActor() actor: Actor,
    @Param({ schema: worksheetParams }) { reference, kind }: WorksheetParams,
    @Body({ schema: signOffBody }) body: SignOffBody,
  ) {
    await this.signing.signOff(actor, reference, kind, body);
    return worksheetAnswer(await this.worksheets.get(actor, reference, kind));
  }

  @Post(':kind/steps')
  @Action({ permission: 'worksheet:write', audit: 'worksheet.moved' })
  async step(
    @CurrentActor() actor: Actor,
    @Param({ schema: worksheetParams }) { reference, kind }: WorksheetParams,
    @Body({ schema: stepBody }) body: StepBody,
  ) {
    await this.signing.step(actor, reference, kind, body);
    return worksheetAnswer(await this.worksheets.get(actor, reference, kind));
  }

  @Post(':kind/withdrawal')
  @Action({ permission: 'worksheet:write', audit: 'worksheet.withdrawn' })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: worksheetParams }) { reference, kind }: WorksheetParams,
    @Body({ schema: worksheetWithdrawalBody })
    { version, withdrawnReason: reason }: WorksheetWithdrawalBody,
  ) {
    await this.signing.withdraw(actor, reference, kind, { version, reason });
    return { kind, state: 'withdrawn' };
  }
}
