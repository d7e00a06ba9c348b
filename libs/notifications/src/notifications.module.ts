import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { EvidenceModule } from '#evidence';
import { IntakeModule } from '#intake';
import { ReferralsModule } from '#referrals';
import { ResponsesModule } from '#responses';
import { CalendarFeeds } from './feed/calendar-feeds.service.js';
import { Letters } from './letters.service.js';
import { Notices } from './notices.service.js';
import { TellDoctor } from './tell-doctor.js';

const SERVICES = [CalendarFeeds, Letters, Notices, TellDoctor];

/** Who is told what, and when: notices, mail, calendar feeds. Nothing of a case but its reference stands in them. */
@Module({
  imports: [CasesModule, EvidenceModule, IntakeModule, ReferralsModule, ResponsesModule],
  providers: SERVICES,
  exports: SERVICES,
})
export class NotificationsModule {}
