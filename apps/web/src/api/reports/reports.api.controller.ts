import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { CaseReportService, ModeratorReportsReportService } from '#reporting';
import { Action } from '../../http/action.js';
import { CurrentActor } from '../../http/request-context.js';
import { periodOf, type PeriodQuery, periodQuery } from './reports.dto.js';

/** Figures for programs, small numbers hidden as on the page. */
@Controller('api/v1/reports')
export class ReportsApi {
  constructor(
    private readonly reports: CaseReportService,
    private readonly moderatorReports: ModeratorReportsReportService,
    private readonly clock: Clock,
  ) {}

  @Get('cases')
  @Action({ permission: 'report:read' })
  cases(@CurrentActor() actor: Actor, @Query({ schema: periodQuery }) query: PeriodQuery) {
    return this.reports.cases(actor, periodOf(query, this.clock.now()));
  }

  @Get('moderator-reports')
  @Action({ permission: 'report:read' })
  ofModerators(@CurrentActor() actor: Actor, @Query({ schema: periodQuery }) query: PeriodQuery) {
    return this.moderatorReports.report(actor, periodOf(query, this.clock.now()));
  }
}
