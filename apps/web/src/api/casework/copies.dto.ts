import { z } from 'zod';
import { COPY_FORMS, COPY_OUTCOMES } from '#cases';
import { civilDate, keyOf, requiredLine, text } from '../../http/field-schemas.js';

/** A copy of the post that somebody saw. */
export const copyBody = z.strictObject({
  form: keyOf('what kind of copy it is', COPY_FORMS),
  place: requiredLine('where it stands', 2000),
  seenOn: civilDate('the day on which it was seen'),
});
export type CopyBody = z.output<typeof copyBody>;

/** What became of a copy. */
export const copyEndBody = z.strictObject({
  outcome: keyOf('what became of it', COPY_OUTCOMES),
  reason: text('the reason', 2000).default(''),
});
export type CopyEndBody = z.output<typeof copyEndBody>;
