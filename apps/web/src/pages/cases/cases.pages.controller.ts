import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CaseOpeningService, CaseReadingService, PostCopies, TasksService } from '#cases';
import type { Actor } from '#identity';
import { RequestDecidingService } from '#intake';
import { Clock } from '#kernel';
import {
  type CasesQuery,
  casesQuery,
  type IncidentBody,
  incidentBody,
} from '../../api/cases/cases.dto.js';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { todayOn } from '../../views/filters.js';
import { copyLine } from '../casework/copies.view.js';
import { openTasks } from '../tasks/tasks.view.js';
import { caseView, workView } from './cases.view.js';
import { incidentChoices } from './incident-choices.js';

/** The worklist, logging an incident, and the case page. */
@Controller()
export class CasesPages {
  constructor(
    private readonly opening: CaseOpeningService,
    private readonly reading: CaseReadingService,
    private readonly requests: RequestDecidingService,
    private readonly tasks: TasksService,
    private readonly copies: PostCopies,
    private readonly clock: Clock,
  ) {}

  @Get('work')
  @Action({ permission: 'case:read' })
  @View('work')
  async work(
    @CurrentActor() actor: Actor,
    @Query({ schema: casesQuery.extend({ view: casesQuery.shape.view.default('mine') }) })
    query: CasesQuery,
  ): Promise<PageView> {
    const page = await this.reading.listWork(actor, query);
    const counts = await this.reading.countWork(actor);
    return workView(query, { page, counts }, this.clock.now());
  }

  @Get('cases/new')
  @Action({ permission: 'case:write' })
  @View('cases/new')
  start(): PageView {
    return {
      page: { title: 'Log an incident' },
      choices: incidentChoices(),
      values: { seenOn: todayOn(this.clock.now()), sharing: 'unknown' },
    };
  }

  @Post('cases/new')
  @Action({ permission: 'case:write', audit: 'case.opened' })
  @FormOf('/cases/new')
  async open(
    @CurrentActor() actor: Actor,
    @Body({ schema: incidentBody }) body: IncidentBody,
  ): Promise<SeeOther> {
    const opened = await this.opening.open(actor, { ...body, doctorId: null });
    return seeOther(`/cases/${opened.reference}`, `Case ${opened.reference} is open.`);
  }

  @Get('cases/:reference')
  @Action({ permission: 'case:read' })
  @View('cases/show')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
  ): Promise<PageView> {
    const summary = await this.reading.summary(actor, reference, 5);
    const request = await this.requests.findReferenceOfCase(actor, summary.found.id);
    const tasks = openTasks(summary, await this.tasks.listOpen(actor, summary.found));
    const copies = (await this.copies.listOf(actor, summary.found)).map(copyLine);
    return { ...caseView(summary, actor), request, tasks, copies };
  }
}
