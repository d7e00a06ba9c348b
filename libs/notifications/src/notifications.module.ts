import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { CalendarFeeds } from './feed/calendar-feeds.service.js';
import { Letters } from './letters.service.js';
import { Notices } from './notices.service.js';

const SERVICES = [CalendarFeeds, Letters, Notices];

/** Who is told what, and when: notices, mail, calendar feeds. Nothing of a case but its reference stands in them. */
@Module({ imports: [CasesModule], providers: SERVICES, exports: SERVICES })
export class NotificationsModule {}
