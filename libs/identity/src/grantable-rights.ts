import { type Permission, PERMISSIONS, type Role, ROLE_PERMISSIONS } from './permissions.js';

/** The second of the two people who answer for rules and templates is somebody who advises: not whoever keeps the system. */
const SECOND_PERSON: readonly Permission[] = ['rule:publish', 'template:publish'];

/** What lets a person see what is written about a case. */
const CASE_CONTENT: readonly Permission[] = [
  'request:decide',
  'alert:read',
  'alert:acknowledge',
  'case:read',
  'case:write',
  'case:read-press',
  'case:read-data-protection',
  'case:wall',
  'evidence:bundle',
  'evidence:destroy',
  'hold:lift',
  'patient-fact:read',
  'patient-fact:write',
  'worksheet:write',
  'worksheet:sign',
  'worksheet:sign-high',
  'worksheet:sign-press',
  'worksheet:sign-data-protection',
  'worksheet:sign-safeguarding',
  'worksheet:sign-indemnity',
  'worksheet:sign-legal',
  'draft:write',
  'draft:approve-low',
  'draft:approve-high',
  'press:write',
  'draft:approve-press',
  'release:make-press',
  'release:make',
  'release:break-glass',
];

/** Whoever manages people could let themselves in anywhere: that goes with the role or not at all. */
const NEVER_GRANTED: ReadonlySet<Permission> = new Set(['person:manage', 'request:send']);

/**
 * The rights that may be granted by name to a person with this role, beyond those of the role. Doctors get
 * none; managers and administrators none that show the content of cases, and not that of the second person.
 */
export function grantableTo(role: Role): Permission[] {
  if (role === 'doctor') return [];
  const barred = role === 'manager' || role === 'admin' ? [...CASE_CONTENT, ...SECOND_PERSON] : [];
  return (Object.keys(PERMISSIONS) as Permission[]).filter(
    (right) =>
      !ROLE_PERMISSIONS[role].includes(right) &&
      !barred.includes(right) &&
      !NEVER_GRANTED.has(right),
  );
}
