import {
  type Actor,
  type ApiToken,
  can,
  type KnownAbsence,
  PASSWORD_LENGTH,
  type Permission,
  PERMISSIONS,
  PERSON_ONLY,
  type PersonSummary,
  ROLE_NAMES,
  type StoodInFor,
} from '#identity';
import type { PersonId } from '#kernel';
import type { PageView } from '../../http/page-renderer.js';
import { absenceValues, absenceWords } from './absence-words.js';
import { TOKEN_DAYS } from './settings.forms.js';

/** What is known of a person's own account. */
interface OwnSettings {
  readonly tokens: readonly ApiToken[];
  readonly hasShortcuts: boolean;
  /** For those who work on cases. */
  readonly work?: OwnWork | undefined;
}

interface OwnWork {
  readonly absence: KnownAbsence | undefined;
  readonly standsInFor: readonly StoodInFor[];
  readonly colleagues: readonly PersonSummary[];
  readonly feedSince: Date | undefined;
}

/** Everything that a person may change about their own account. */
export function settingsView(actor: Actor, { tokens, hasShortcuts, work }: OwnSettings): PageView {
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
    work: work && workView(actor, work),
    values: { days: '90', shortcuts: hasShortcuts ? 'on' : 'off', ...absenceValues(work?.absence) },
  };
}

function workView(actor: Actor, { absence, standsInFor, colleagues, feedSince }: OwnWork) {
  const { personId } = actor;
  return {
    absence: absence && absenceWords(absence, 'You are', 'you'),
    standsInFor,
    mayPassOn: can(actor, 'draft:approve-high'),
    covers: coversFor(personId, colleagues),
    feedSince: feedSince?.toISOString(),
  };
}

/** Who may stand in for a person, as choices. */
export function coversFor(personId: PersonId, colleagues: readonly PersonSummary[]) {
  return colleagues
    .filter(({ id }) => id !== personId)
    .map(({ id, name }) => ({ value: id, text: name }));
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
