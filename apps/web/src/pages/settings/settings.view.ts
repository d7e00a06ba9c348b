import {
  type Actor,
  type ApiToken,
  can,
  PASSWORD_LENGTH,
  type Permission,
  PERMISSIONS,
  PERSON_ONLY,
  ROLE_NAMES,
} from '#identity';
import type { PageView } from '../../http/page-renderer.js';
import { TOKEN_DAYS } from './settings.forms.js';

/** Everything that a person may change about their own account. */
export function settingsView(
  actor: Actor,
  tokens: readonly ApiToken[],
  hasShortcuts: boolean,
): PageView {
  const rights = [...actor.permissions];
  return {
    page: { title: 'My settings' },
    facts: [
      { key: 'Name', text: actor.name },
      { key: 'Organisation', text: actor.organisationName },
      { key: 'Role', text: ROLE_NAMES[actor.role] },
      { key: 'What you may do', lines: rights.map((right) => PERMISSIONS[right]) },
    ],
    passwordLength: PASSWORD_LENGTH,
    mayMakeTokens: can(actor, 'token:manage'),
    tokenDays: TOKEN_DAYS,
    scopes: rights.filter(isForServices).map((value) => ({ value, text: PERMISSIONS[value] })),
    tokens: tokens.map(({ id, name, scopes, createdAt, expiresAt }) => ({
      id,
      name,
      scopes: scopes.map((scope) => PERMISSIONS[scope]),
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
    values: { days: '90', shortcuts: hasShortcuts ? 'on' : 'off' },
  };
}

/** A token that was made: shown once, on this answer, and nowhere else. */
export function tokenView(name: string, token: string, days: number): PageView {
  return {
    page: {
      title: 'Your new API token',
      breadcrumbs: [{ text: 'My settings', href: '/my/settings' }],
    },
    name,
    token,
    days,
  };
}

function isForServices(right: Permission): boolean {
  return !PERSON_ONLY.includes(right);
}
