import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#platform';
import { signatureSettled, WaitingWorksheets } from '#referrals';
import { Notices } from './notices.service.js';

/** Marks what was said of a worksheet that waited as done, once it waits no longer. */
@Injectable()
export class SettleSignature implements JobHandler<{ worksheetId: string }> {
  readonly job = signatureSettled;
  readonly transaction = 'one';

  constructor(
    private readonly waiting: WaitingWorksheets,
    private readonly notices: Notices,
  ) {}

  async handle(
    { worksheetId }: { worksheetId: string },
    { organisationId }: JobContext,
  ): Promise<void> {
    if (await this.waiting.find(organisationId, worksheetId)) return;
    await this.notices.settle(organisationId, 'signature', worksheetId);
  }
}
