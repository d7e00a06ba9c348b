import { z } from 'zod';
import { CALENDAR_PLACES } from '#knowledge';
import { choice, civilDate, requiredLine } from '../../http/field-schemas.js';

const calendar = choice('a calendar', CALENDAR_PLACES);

/** A day to add to a calendar. */
export const calendarProposalBody = z.strictObject({
  calendar,
  on: civilDate('the day'),
  name: requiredLine('the name of the day', 100),
  source: requiredLine('who proclaimed or decided it', 500),
});
export type CalendarProposalBody = z.output<typeof calendarProposalBody>;

const year = z.coerce
  .number('Enter a year from 1990 to 2199')
  .int('Enter a year from 1990 to 2199')
  .min(1990, 'Enter a year from 1990 to 2199')
  .max(2199, 'Enter a year from 1990 to 2199')
  .optional();

/** Which days are listed. */
export const calendarQuery = z.strictObject({ calendar: calendar.default('england_wales'), year });
export type CalendarQuery = z.output<typeof calendarQuery>;

/** Address of a calendar. */
export const calendarParams = z.object({ calendar });
/** The year that is asked for; this one unless said. */
export const yearQuery = z.strictObject({ year });
export type YearQuery = z.output<typeof yearQuery>;
