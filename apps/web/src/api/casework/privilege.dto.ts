import { z } from 'zod';
import { PRIVILEGED_KINDS, type PrivilegedKind } from '#cases';
import { keyOf, requiredText } from '../../http/field-schemas.js';

const reason = requiredText('why', 2000);

/** What is marked, and why. */
export const markBody = z.strictObject({
  kind: keyOf('what it is', PRIVILEGED_KINDS),
  id: z.uuid(),
  reason,
});
export type MarkBody = z.output<typeof markBody>;

/** The page's form: kind and id come as one choice, `note:<id>`. */
export const markForm = z.strictObject({
  item: z
    .string('Choose what is privileged')
    .regex(
      new RegExp(`^(?:${Object.keys(PRIVILEGED_KINDS).join('|')}):[0-9a-f-]{36}$`),
      'Choose what is privileged',
    )
    .transform((value) => value.split(':') as [PrivilegedKind, string])
    .refine(([, id]) => z.uuid().safeParse(id).success, 'Choose what is privileged'),
  reason,
});
export type MarkForm = z.output<typeof markForm>;

export const liftingBody = z.strictObject({ liftedReason: reason });
export type LiftingBody = z.output<typeof liftingBody>;
