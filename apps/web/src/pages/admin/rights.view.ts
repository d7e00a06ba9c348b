import {
  type Permission,
  PERMISSIONS,
  PERSON_ONLY,
  ROLE_NAMES,
  ROLE_PERMISSIONS,
  ROLES,
} from '#identity';
import type { PageView } from '../../http/page-renderer.js';

/** The table of roles and rights, made from the same table that decides. */
export function rightsView(): PageView {
  return {
    page: { title: 'Who may do what' },
    roles: ROLES.map((role) => ROLE_NAMES[role]),
    rights: (Object.keys(PERMISSIONS) as Permission[]).map((right) => ({
      text: PERMISSIONS[right],
      name: right,
      isPersonOnly: PERSON_ONLY.includes(right),
      cells: ROLES.map((role) => ({
        role: ROLE_NAMES[role],
        isHeld: ROLE_PERMISSIONS[role].includes(right),
      })),
    })),
  };
}
