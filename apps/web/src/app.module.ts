import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from '#audit';
import { CASE_ENTITIES, CasesModule } from '#cases';
import { IdentityModule } from '#identity';
import { INTAKE_ENTITIES } from '#intake';
import { GuidanceModule } from '#knowledge';
import { type Config, type Logger, PlatformModule } from '#platform';
import { RESPONSE_ENTITIES } from '#responses';
import { CasesApi } from './api/cases/cases.api.controller.js';
import { OpenApiWebModule } from './api/openapi/openapi.web.module.js';
import { DraftsWebModule } from './pages/drafts/drafts.web.module.js';
import { EvidenceWebModule } from './pages/evidence/evidence.web.module.js';
import { GuidanceWebModule } from './pages/guidance/guidance.web.module.js';
import { HttpModule } from './http/http.module.js';
import { AdminWebModule } from './pages/admin/admin.web.module.js';
import { CalendarWebModule } from './pages/calendar/calendar.web.module.js';
import { CaseworkWebModule } from './pages/casework/casework.web.module.js';
import { CasesPages } from './pages/cases/cases.pages.controller.js';
import { CheckAPostPages } from './pages/check-a-post/check-a-post.pages.controller.js';
import { DesksWebModule } from './pages/desks/desks.web.module.js';
import { HomePages } from './pages/home/home.pages.controller.js';
import { NoticesWebModule } from './pages/notices/notices.web.module.js';
import { ModeratorReportsWebModule } from './pages/moderator-reports/moderator-reports.web.module.js';
import { PlatformsWebModule } from './pages/platforms/platforms.web.module.js';
import { ProceedingsWebModule } from './pages/proceedings/proceedings.web.module.js';
import { PressWebModule } from './pages/press/press.web.module.js';
import { ReportsWebModule } from './pages/reports/reports.web.module.js';
import { ReferralsWebModule } from './pages/referrals/referrals.web.module.js';
import { RequestsWebModule } from './pages/requests/requests.web.module.js';
import { RulesWebModule } from './pages/rules/rules.web.module.js';
import { SignInPages } from './pages/sign-in/sign-in.pages.controller.js';
import { TasksWebModule } from './pages/tasks/tasks.web.module.js';
import { WorksheetsWebModule } from './pages/worksheets/worksheets.web.module.js';
import { TemplatesWebModule } from './pages/templates/templates.web.module.js';
import { TriageWebModule } from './pages/triage/triage.web.module.js';

/** The web process: pages for people and an API for programs over the same services. */
@Module({})
export class AppModule {
  static with(config: Config, logger: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with({
          config,
          logger,
          entities: [...CASE_ENTITIES, ...INTAKE_ENTITIES, ...RESPONSE_ENTITIES],
        }),
        AuditModule,
        IdentityModule,
        GuidanceModule,
        CasesModule,
        DraftsWebModule,
        EvidenceWebModule,
        HttpModule,
        AdminWebModule,
        GuidanceWebModule,
        OpenApiWebModule,
        ModeratorReportsWebModule,
        PlatformsWebModule,
        ReportsWebModule,
        TasksWebModule,
        TemplatesWebModule,
        TriageWebModule,
        WorksheetsWebModule,
        CaseworkWebModule,
        DesksWebModule,
        PressWebModule,
        ProceedingsWebModule,
        ReferralsWebModule,
        RequestsWebModule,
        RulesWebModule,
        CalendarWebModule,
        NoticesWebModule,
      ],
      controllers: [SignInPages, HomePages, CheckAPostPages, CasesPages, CasesApi],
    };
  }
}
