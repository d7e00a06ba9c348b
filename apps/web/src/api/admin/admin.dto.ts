import { z } from 'zod';
import { PASSWORD_LENGTH, ROLE_NAMES } from '#identity';
import { isCivilDate, startOfDay, addDays } from '#deadlines';
import { keyOf, line, pageQuery, requiredLine } from '../../http/field-schemas.js';

/** An e-mail address as it is kept: the person's own writing of it. */
const email = requiredLine('an e-mail address', 200).pipe(
  z.email('Enter an e-mail address like name@example.org'),
);

/** A person as the page and the API take them; the password is checked by the service. */
export const personFields = {
  name: requiredLine('the name', 200),
  email,
  role: keyOf('a role', ROLE_NAMES),
};

/** A new person of the API: the caller chooses the password, so that none is ever in an answer. */
export const newPersonBody = z.strictObject({
  ...personFields,
  password: z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most),
});
export type NewPersonBody = z.output<typeof newPersonBody>;

/** What the API may change about a person. */
export const personChangeBody = z.strictObject({
  version: z.int().min(1),
  role: personFields.role.optional(),
  isActive: z.boolean().optional(),
});
export type PersonChangeBody = z.output<typeof personChangeBody>;

/** What a list of people may be asked for. */
export const peopleQuery = z.strictObject({
  ...pageQuery,
  role: z.union([z.literal('').transform(() => undefined), personFields.role]).optional(),
  q: line('a name', 100).optional(),
});
export type PeopleQuery = z.output<typeof peopleQuery>;

/** Audit events are looked up by day in London, where the organisations work. */
const ZONE = 'Europe/London';

/** What a list of audit events may be asked for: start of the action, one day. */
export const auditQuery = z.strictObject({
  ...pageQuery,
  action: z
    .string()
    .trim()
    .regex(/^[a-z.-]{0,60}$/, 'Enter the start of an action, such as case.')
    .optional(),
  day: z.union([z.literal(''), z.string().refine(isCivilDate, 'Enter a real date')]).optional(),
});
export type AuditPageQuery = z.output<typeof auditQuery>;

/** The events that a query asks for, as the audit trail is asked for them. */
export function auditFilter({ action, day, ...page }: AuditPageQuery) {
  const range = day
    ? { from: startOfDay(day, ZONE), until: startOfDay(addDays(day, 1), ZONE) }
    : {};
  return { ...page, prefix: action, ...range };
}
