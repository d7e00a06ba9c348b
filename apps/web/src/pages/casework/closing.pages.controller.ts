import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CaseClosingService, CaseDeadlinesService, CaseReadingService, TasksService } from '#cases';
import type { Actor } from '#identity';
import { ReferralsService } from '#referrals';
import { DraftReadingService } from '#responses';
import { type CaseParams, type ClosureBody, closureBody } from '../../api/casework/casework.dto.js';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { closingView } from './closing.view.js';

/** Closing a case, and opening it again. */
@Controller('cases/:reference')
export class ClosingPages {
  constructor(
    private readonly reading: CaseReadingService,
    private readonly closing: CaseClosingService,
    private readonly deadlines: CaseDeadlinesService,
    private readonly drafts: DraftReadingService,
    private readonly referrals: ReferralsService,
    private readonly tasks: TasksService,
  ) {}

  @Get('closing')
  @Action({ permission: 'case:write' })
  @View('cases/closing')
  async showClosing(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const clocks = await this.deadlines.read(actor, reference);
    const { drafts } = await this.drafts.listOfCase(actor, reference);
    const referrals = await this.referrals.list(actor, reference);
    const tasks = await this.tasks.listOpen(actor, overview.found);
    return closingView(overview, { clocks, tasks, drafts, referrals });
  }

  @Post('closing')
  @Action({ permission: 'case:write', audit: 'case.closed' })
  @FormOf('/cases/:reference/closing')
  async close(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: closureBody }) body: ClosureBody,
  ): Promise<SeeOther> {
    await this.closing.close(actor, reference, body);
    return seeOther(`/cases/${reference}`, 'The case is closed.');
  }

  @Post('reopening')
  @Action({ permission: 'case:write', audit: 'case.reopened' })
  @FormOf('/cases/:reference/closing')
  async reopen(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<SeeOther> {
    await this.closing.reopen(actor, reference);
    return seeOther(`/cases/${reference}`, 'The case is open again.');
  }
}
