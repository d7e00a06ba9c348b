import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { NotificationsModule } from '#notifications';
import { MyDayApi } from '../../api/deadlines/my-day.api.controller.js';
import { AbsencesApi } from '../../api/notices/absences.api.controller.js';
import { NoticesApi } from '../../api/notices/notices.api.controller.js';
import { HttpModule } from '../../http/http.module.js';
import { AbsencePages } from '../settings/absence.pages.controller.js';
import { FeedPages } from '../deadlines/feed.pages.controller.js';
import { MyDayPages } from '../deadlines/my-day.pages.controller.js';
import { DevOutboxPages } from './dev-outbox.pages.controller.js';
import { NoticesPages } from './notices.pages.controller.js';

/** What people are told: notices, their own deadlines, their calendar feed; and who stands in for them. */
@Module({
  imports: [CasesModule, HttpModule, NotificationsModule],
  controllers: [
    NoticesPages,
    DevOutboxPages,
    MyDayPages,
    FeedPages,
    AbsencePages,
    NoticesApi,
    MyDayApi,
    AbsencesApi,
  ],
})
export class NoticesWebModule {}
