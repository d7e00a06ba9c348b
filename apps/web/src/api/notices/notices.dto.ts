import { z } from 'zod';
import { civilDate, pageQuery } from '../../http/field-schemas.js';

/** Page of a person's notices. */
export const noticesQuery = z.strictObject(pageQuery);
export type NoticesQuery = z.output<typeof noticesQuery>;

/** Until when somebody is away, and who stands in. */
export const absenceBody = z.strictObject({
  awayUntil: civilDate('the last day'),
  coverId: z.uuid('Choose who stands in'),
});
export type AbsenceBody = z.output<typeof absenceBody>;
