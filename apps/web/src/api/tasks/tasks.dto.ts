import { z } from 'zod';
import { TASK_TITLE_LENGTH } from '#cases';
import { optionalDate, requiredLine, requiredText } from '../../http/field-schemas.js';

/** Empty is the owner of the case, whoever that is. */
const assignee = z.union(
  [z.literal('').transform(() => null), z.null(), z.uuid()],
  'Choose who does it',
);

export const taskBody = z.strictObject({
  title: requiredLine('what has to be done', TASK_TITLE_LENGTH),
  dueOn: optionalDate('the day it is due').default(null),
  assigneeId: assignee.default(null),
});
export type TaskBody = z.output<typeof taskBody>;

/** What is left out stays. The version is the one that was read. */
export const taskChange = z.strictObject({
  title: requiredLine('what has to be done', TASK_TITLE_LENGTH).optional(),
  dueOn: optionalDate('the day it is due').optional(),
  assigneeId: assignee.optional(),
  version: z.coerce.number().int().positive(),
});
export type TaskChange = z.output<typeof taskChange>;

export const cancellationBody = z.strictObject({
  reason: requiredText('why it need not be done', 5000),
});
export type CancellationBody = z.output<typeof cancellationBody>;

/** What of a change was said: fields left out are no fields of the plan. */
export function changeOf({ title, dueOn, assigneeId, version }: TaskChange) {
  return {
    version,
    ...(title === undefined ? {} : { title }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(assigneeId === undefined ? {} : { assigneeId }),
  };
}
