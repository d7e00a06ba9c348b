import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, can } from '#identity';
import { Clock } from '#kernel';
import { CaseReportService, ModeratorReportsReportService } from '#reporting';
import { periodOf, type PeriodQuery, periodQuery } from '../../api/reports/reports.dto.js';
import { Action } from '../../http/action.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { View } from '../../http/view.interceptor.js';
import { moderatorReportsReportView } from './moderator-reports-report.view.js';
import { reportsView } from './reports.view.js';

/** How many cases there were, by route, platform and month; and what became of reports to platforms. */
@Controller('reports')
export class ReportsPages {
  constructor(
    private readonly reports: CaseReportService,
    private readonly moderatorReports: ModeratorReportsReportService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action({ permission: 'report:read' })
  @View('reports/index')
  async show(
    @CurrentActor() actor: Actor,
    @Query({ schema: periodQuery }) query: PeriodQuery,
  ): Promise<PageView> {
    const report = await this.reports.cases(actor, periodOf(query, this.clock.now()));
    return reportsView(report, can(actor, 'export:make'));
  }

  @Get('moderator-reports')
  @Action({ permission: 'report:read' })
  @View('reports/moderator-reports')
  async ofModerators(
    @CurrentActor() actor: Actor,
    @Query({ schema: periodQuery }) query: PeriodQuery,
  ): Promise<PageView> {
    const period = periodOf(query, this.clock.now());
    const report = await this.moderatorReports.report(actor, period);
    return moderatorReportsReportView(report, can(actor, 'export:make'));
  }
}
