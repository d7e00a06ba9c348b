import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { NotificationsModule } from '#notifications';
import { AuditApi } from '../../api/admin/audit.api.controller.js';
import { JobsApi } from '../../api/admin/jobs.api.controller.js';
import { MeApi } from '../../api/admin/me.api.controller.js';
import { PeopleApi } from '../../api/admin/people.api.controller.js';
import { AuditPages } from '../audit/audit.pages.controller.js';
import { SettingsPages } from '../settings/settings.pages.controller.js';
import { JobsPages } from './jobs.pages.controller.js';
import { PeoplePages } from './people.pages.controller.js';
import { RightsPages } from './rights.pages.controller.js';

/** People, rights, background work, the audit trail, and one's own account. */
@Module({
  imports: [CasesModule, NotificationsModule],
  controllers: [
    RightsPages,
    PeoplePages,
    JobsPages,
    AuditPages,
    SettingsPages,
    PeopleApi,
    JobsApi,
    AuditApi,
    MeApi,
  ],
})
export class AdminWebModule {}
