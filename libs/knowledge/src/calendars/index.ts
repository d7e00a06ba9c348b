export {
  type CalendarChange,
  type CalendarChangeEntry,
  type CalendarProposal,
  CALENDAR_PLACES,
  type CalendarPlace,
  sayPlace,
} from './calendar-change.js';
export { CalendarChanges } from './calendar-changes.service.js';
export { CalendarDays } from './calendar-days.service.js';
export { calendarPublished } from './calendars.jobs.js';
export { CalendarsModule } from './calendars.module.js';
