import { Module } from '@nestjs/common';
import { CalendarChangeRepository } from './calendar-change.repository.js';
import { CalendarChanges } from './calendar-changes.service.js';
import { CalendarDays } from './calendar-days.service.js';

const SERVICES = [CalendarChanges, CalendarDays];

/** Which days are no working days in an organisation, beyond the shipped calendars. */
@Module({ providers: [...SERVICES, CalendarChangeRepository], exports: SERVICES })
export class CalendarsModule {}
