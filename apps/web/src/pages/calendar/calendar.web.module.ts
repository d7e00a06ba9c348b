import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { CalendarsModule } from '#knowledge';
import { CalendarApi } from '../../api/calendar/calendar.api.controller.js';
import { CalendarPages } from './calendar.pages.controller.js';

/** Calendars of working days, for people and programs. */
@Module({
  imports: [CasesModule, CalendarsModule],
  controllers: [CalendarPages, CalendarApi],
})
export class CalendarWebModule {}
