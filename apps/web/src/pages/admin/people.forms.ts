import { z } from 'zod';
import { type Permission, PERMISSIONS } from '#identity';
import { personFields } from '../../api/admin/admin.dto.js';
import { choice, keyOf, list, requiredText } from '../../http/field-schemas.js';

/** A person to add; an empty password has one made. */
export const newPersonForm = z.strictObject({
  ...personFields,
  password: z.string().max(200, 'The password must have at most 200 characters').default(''),
});
export type NewPersonForm = z.output<typeof newPersonForm>;

const version = z.coerce.number().int().min(1);

/** Another role. */
export const roleForm = z.strictObject({ version, role: personFields.role });
export type RoleForm = z.output<typeof roleForm>;

/** Access taken away or given back. */
export const accessForm = z.strictObject({
  version,
  access: choice('whether the person may sign in', ['on', 'off']),
});
export type AccessForm = z.output<typeof accessForm>;

const right = keyOf('a right', PERMISSIONS as Record<Permission, string>);

/** Rights by name, and why. */
export const grantForm = z.strictObject({
  version,
  rights: list(right, 30),
  reason: requiredText('the reason', 500),
});
export type GrantForm = z.output<typeof grantForm>;
