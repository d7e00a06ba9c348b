import {
  type Actor,
  grantableTo,
  type KnownAbsence,
  PASSWORD_LENGTH,
  PERMISSIONS,
  permissionsOf,
  type PersonRecord,
  type PersonSummary,
  type RightGrant,
  ROLE_NAMES,
  ROLE_PERMISSIONS,
  type Role,
  ROLES,
} from '#identity';
import type { Page } from '#kernel';
import type { PeopleQuery } from '../../api/admin/admin.dto.js';
import type { PageView } from '../../http/page-renderer.js';
import { absenceValues, absenceWords } from '../settings/absence-words.js';
import { coversFor } from '../settings/settings.view.js';
import { formatDate, formatDateTime } from '../../views/filters.js';
import { listPages } from '../../views/list-pages.js';

const PEOPLE = { text: 'People', href: '/admin/people' };

/** The list of people. */
export function peopleView(query: PeopleQuery, page: Page<PersonRecord>): PageView {
  return {
    page: { title: 'People' },
    values: { q: query.q, role: query.role },
    roles: roleOptions(),
    emptyList: {
      text: 'Nobody fits that search.',
      href: '/admin/people',
      linkText: 'Show everybody',
    },
    table: {
      caption: 'People of this organisation, by name',
      captionHidden: true,
      columns: ['Name', 'E-mail', 'Role', 'Extra rights', 'Access'].map((text) => ({ text })),
      rows: page.items.map((person) => ({ cells: listCells(person) })),
    },
    pages: listPages('/admin/people', page.next, { role: query.role, q: query.q }),
  };
}

function listCells(person: PersonRecord) {
  return [
    { text: person.name, href: `/admin/people/${person.id}` },
    { text: person.email },
    { text: ROLE_NAMES[person.role] },
    { text: person.extraRights.length > 0 ? String(person.extraRights.length) : 'None' },
    { tag: accessTag(person) },
  ];
}

function accessTag({ isActive }: PersonRecord) {
  return isActive ? { text: 'Can sign in' } : { text: 'No access', colour: 'grey' };
}

/** The form for a new person. */
export function newPersonView(): PageView {
  return {
    page: { title: 'Add a person', breadcrumbs: [PEOPLE] },
    roles: roleOptions(),
    passwordLength: PASSWORD_LENGTH,
  };
}

/** A password that was made: shown once, on this answer, and nowhere else. */
export function passwordView(person: PersonRecord, password: string): PageView {
  return {
    page: { title: `Password for ${person.name}`, breadcrumbs: [PEOPLE] },
    person,
    password,
  };
}

/** What stands on a person's page besides the person. */
interface PersonBesides {
  readonly grants: readonly RightGrant[];
  readonly absence: KnownAbsence | undefined;
  readonly colleagues: readonly PersonSummary[];
}

/** One person with all that may be changed about them. */
export function personView(
  actor: Actor,
  person: PersonRecord,
  { grants, absence, colleagues }: PersonBesides,
): PageView {
  return {
    page: { title: person.name, breadcrumbs: [PEOPLE] },
    person,
    isSelf: person.id === actor.personId,
    facts: [
      { key: 'E-mail', text: person.email },
      { key: 'Role', text: ROLE_NAMES[person.role] },
      { key: 'Access', text: accessTag(person).text },
      { key: 'Added', text: formatDate(person.createdAt) },
      { key: 'Rights of the role', lines: rightWords(ROLE_PERMISSIONS[person.role]) },
      { key: 'Rights granted by name', lines: rightWords(person.extraRights) },
    ],
    roles: roleOptions(),
    grantable: grantableTo(person.role).map((value) => ({ value, text: PERMISSIONS[value] })),
    grants: grants.map(({ rights, reason, grantedByName, grantedAt }) => ({
      title: rights.length > 0 ? rightWords(rights).join('; ') : 'All rights by name taken away',
      at: grantedAt.toISOString(),
      by: grantedByName,
      text: reason,
      when: formatDateTime(grantedAt),
    })),
    absence: absence && absenceWords(absence, `${person.name} is`, 'them'),
    mayPassOn: permissionsOf(person.role, person.extraRights).has('draft:approve-high'),
    covers: isCaseworker(person) ? coversFor(person.id, colleagues) : [],
    values: { role: person.role, rights: person.extraRights, ...absenceValues(absence) },
  };
}

function isCaseworker({ role }: PersonRecord): boolean {
  return role === 'adviser' || role === 'approver';
}

function rightWords(rights: readonly (keyof typeof PERMISSIONS)[]): string[] {
  return rights.length > 0 ? rights.map((right) => PERMISSIONS[right]) : ['None'];
}

function roleOptions(): { value: Role; text: string }[] {
  return ROLES.map((value) => ({ value, text: ROLE_NAMES[value] }));
}
