import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '#identity';
import { WorksheetSigningService, WorksheetsService } from '#referrals';
import {
  READERS,
  type SignOffBody,
  signOffBody,
  SIGNERS,
  type WorksheetParams,
  worksheetParams,
  type WorksheetWithdrawalBody,
  worksheetWithdrawalBody,
} from '../../api/worksheets/worksheets.dto.js';
import { Action } from '../../http/action.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { SignatureCount } from '../../http/signature-count.js';
import { WorksheetFrames } from './worksheet-frames.js';
import { signOffView } from './worksheet-signing.view.js';

/** A whole worksheet to read or print, signing it off, and taking it back. */
@Controller('cases/:reference/worksheets/:kind')
export class WorksheetSigningPages {
  constructor(
    private readonly worksheets: WorksheetsService,
    private readonly signing: WorksheetSigningService,
    private readonly frames: WorksheetFrames,
    private readonly count: SignatureCount,
  ) {}

  @Get('sign-off')
  @Action({ permission: READERS })
  @View('cases/worksheet-whole')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: worksheetParams }) { reference, kind }: WorksheetParams,
  ): Promise<PageView> {
    const file = await this.worksheets.get(actor, reference, kind);
    return signOffView(file, await this.frames.ofFile(actor, file), actor);
  }

  @Post('sign-off')
  @Action({ permission: SIGNERS, audit: 'worksheet.signed' })
  @FormOf('/cases/:reference/worksheets/:kind/sign-off')
  async signOff(
    @CurrentActor() actor: Actor,
    @Param({ schema: worksheetParams }) { reference, kind }: WorksheetParams,
    @Body({ schema: signOffBody }) body: SignOffBody,
  ): Promise<SeeOther> {
    await this.signing.signOff(actor, reference, kind, body);
    this.count.forget(actor);
    const url = `/cases/${reference}/worksheets/${kind}`;
    return seeOther(url, 'Signed off.', 'Nothing was sent. What follows is among the tasks.');
  }

  @Post('withdrawal')
  @Action({ permission: 'worksheet:write', audit: 'worksheet.withdrawn' })
  @FormOf('/cases/:reference/worksheets/:kind/sign-off')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: worksheetParams }) { reference, kind }: WorksheetParams,
    @Body({ schema: worksheetWithdrawalBody })
    { version, withdrawnReason: reason }: WorksheetWithdrawalBody,
  ): Promise<SeeOther> {
    await this.signing.withdraw(actor, reference, kind, { version, reason });
    return seeOther(`/cases/${reference}/worksheets`, 'Worksheet withdrawn.');
  }
}
