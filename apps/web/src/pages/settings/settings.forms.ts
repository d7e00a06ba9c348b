import { z } from 'zod';
import { type Permission, PERMISSIONS } from '#identity';
import { choice, keyOf, list, requiredLine } from '../../http/field-schemas.js';

/** Longest life of a token, in days. */
export const TOKEN_DAYS = 366;

/** Another password, with the one that holds now. */
export const passwordForm = z.strictObject({
  currentPassword: z
    .string()
    .min(1, 'Enter your current password')
    .max(200, 'That is too long for a password'),
  newPassword: z.string().max(200, 'The password must have at most 200 characters'),
});
export type PasswordForm = z.output<typeof passwordForm>;

/** A token to make. */
export const tokenForm = z.strictObject({
  tokenName: requiredLine('what the token is for', 100),
  scopes: list(keyOf('a right', PERMISSIONS as Record<Permission, string>), 30),
  days: z.coerce
    .number(`Enter a number of days from 1 to ${TOKEN_DAYS}`)
    .int(`Enter a number of days from 1 to ${TOKEN_DAYS}`)
    .min(1, `Enter a number of days from 1 to ${TOKEN_DAYS}`)
    .max(TOKEN_DAYS, `Enter a number of days from 1 to ${TOKEN_DAYS}`),
});
export type TokenForm = z.output<typeof tokenForm>;

/** Single-key shortcuts. */
export const shortcutsForm = z.strictObject({
  shortcuts: choice('whether to use keyboard shortcuts', ['on', 'off']),
});
export type ShortcutsForm = z.output<typeof shortcutsForm>;
