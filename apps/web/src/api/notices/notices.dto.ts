import { z } from 'zod';
import { civilDate, optionalDate, pageQuery, tick } from '../../http/field-schemas.js';

/** Page of a person's notices. */
export const noticesQuery = z.strictObject(pageQuery);
export type NoticesQuery = z.output<typeof noticesQuery>;

/** From when until when somebody is away, who stands in, and whether they approve drafts for them too. */
export const absenceBody = z.strictObject({
  awayFrom: optionalDate('the first day').default(null),
  awayUntil: civilDate('the last day'),
  coverId: z.uuid('Choose who stands in'),
  coverApproves: tick,
});
export type AbsenceBody = z.output<typeof absenceBody>;
