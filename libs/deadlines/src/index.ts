export {
  addDays,
  addMonths,
  daysBetween,
  isCivilDate,
  isWeekend,
  sayDate,
  weekdayOf,
  yearOf,
  type CivilDate,
  type Weekday,
} from './civil-date.js';
export { computeDeadline, findDeadlineRule, type DeadlineQuestion } from './compute-deadline.js';
export { DEADLINE_RULES, INTERNAL_TARGETS } from './data/deadline-rules.js';
export { ONE_OFF_HOLIDAYS, type OneOffHoliday } from './data/one-off-holidays.js';
export { CALENDAR_SOURCES } from './data/holiday-rules.js';
export { type DaysOff, daysOffFor, NO_DAYS_OFF, withDayOff, withoutDayOff } from './days-off.js';
export type { DeadlineAnswer, DeadlineStep } from './deadline-answer.js';
export { deadlineLine, type DeadlineLineAnswer } from './deadline-line.js';
export type { DeadlineRule, LimitTerms, LimitUnit, VerificationStatus } from './deadline-rule.js';
export { type Pause, pausedDays, pushedBack, requireMayPause } from './pauses.js';
export {
  carriedWarning,
  nextWarningAt,
  reachedWarning,
  type WarningPercent,
  WARNING_PERCENTS,
} from './warnings.js';
export { easterSunday } from './easter.js';
export { holidayOn, holidaysOf, type Holiday } from './holidays.js';
export {
  CALENDAR_NAMES,
  JURISDICTIONS,
  calendarOf,
  isJurisdiction,
  placeOf,
  sayCalendar,
  zoneOf,
  type CalendarName,
  type Jurisdiction,
  type Zone,
} from './jurisdictions.js';
export {
  civilDateIn,
  dayIn,
  instantAtWallClock,
  parseInstant,
  sayInstant,
  startOfDay,
  writeInstant,
} from './local-time.js';
export {
  addWorkingDays,
  isWorkingDay,
  workingDayOnOrAfter,
  workingDaysUntil,
  type CalendarChoice,
  type WorkingCalendar,
} from './working-days.js';
