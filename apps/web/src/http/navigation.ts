import { type Actor, can, type Permission } from '#identity';
import type { NavigationItem } from '../views/page-model.js';

/** The main navigation: each entry is there for those who hold the right. */
const ENTRIES: readonly {
  href: string;
  text: string;
  permission: Permission | readonly Permission[];
}[] = [
  { href: '/my/requests', text: 'My requests', permission: 'request:send' },
  { href: '/work', text: 'My work', permission: 'case:read' },
  { href: '/requests', text: 'New requests', permission: 'request:decide' },
  { href: '/alerts', text: 'Alerts', permission: 'alert:acknowledge' },
  { href: '/press', text: 'Press cases', permission: 'case:read-press' },
  {
    href: '/approvals',
    text: 'Approvals',
    permission: ['draft:approve-low', 'draft:approve-press'],
  },
  { href: '/data-protection', text: 'Data protection', permission: 'case:read-data-protection' },
  { href: '/reports', text: 'Reports', permission: 'report:read' },
  { href: '/exports', text: 'Exports', permission: ['export:make', 'export:make-press'] },
  { href: '/admin/people', text: 'People', permission: 'person:manage' },
  { href: '/admin/rights', text: 'Rights', permission: 'person:manage' },
  { href: '/admin/jobs', text: 'Background work', permission: 'job:manage' },
  { href: '/audit', text: 'Audit', permission: 'audit:read' },
];

/** The navigation of one person, the current page marked. @param openAlerts stands beside Alerts. */
export function navigationOf(actor: Actor, url: string, openAlerts = 0): NavigationItem[] {
  const path = url.split('?')[0]!;
  const own = ENTRIES.filter((entry) => isOffered(actor, entry.permission));
  const current = own
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return own.map(({ href, text }) => ({
    href,
    text: href === '/alerts' && openAlerts > 0 ? `${text} (${openAlerts})` : text,
    current: href === current?.href,
  }));
}

/** Where a person's work begins. */
export function homeOf(actor: Actor): string {
  return ENTRIES.find((entry) => isOffered(actor, entry.permission))?.href ?? '/my/settings';
}

function isOffered(actor: Actor, permission: Permission | readonly Permission[]): boolean {
  return [permission].flat().some((one) => can(actor, one));
}
