import { type Actor, can, type Permission } from '#identity';
import { SIGNERS } from '../api/worksheets/worksheets.dto.js';
import type { NavigationItem } from '../views/page-model.js';

/** The main navigation: each entry is there for those who hold the right. */
const ENTRIES: readonly {
  href: string;
  text: string;
  /** Several: any of them is enough. */
  permission: Permission | readonly Permission[];
}[] = [
  { href: '/my/requests', text: 'My requests', permission: 'request:send' },
  { href: '/work', text: 'My work', permission: 'case:read' },
  { href: '/work/deadlines', text: 'My deadlines', permission: 'case:read' },
  { href: '/requests', text: 'New requests', permission: 'request:decide' },
  { href: '/alerts', text: 'Alerts', permission: 'alert:acknowledge' },
  { href: '/press', text: 'Press cases', permission: 'case:read-press' },
  { href: '/data-protection', text: 'Data protection', permission: 'case:read-data-protection' },
  {
    href: '/approvals',
    text: 'Approvals',
    permission: ['draft:approve-low', 'draft:approve-press', 'worksheet:sign-legal'],
  },
  { href: '/signatures', text: 'Signatures', permission: SIGNERS },
  { href: '/platforms', text: 'Platforms', permission: 'case:read' },
  { href: '/reports', text: 'Reports', permission: 'report:read' },
  { href: '/exports', text: 'Exports', permission: ['export:make', 'export:make-press'] },
  { href: '/check-a-post', text: 'Check a post', permission: 'request:send' },
  { href: '/support', text: 'Support', permission: 'request:send' },
  { href: '/admin/people', text: 'People', permission: 'person:manage' },
  { href: '/admin/rights', text: 'Rights', permission: 'person:manage' },
  {
    href: '/admin/calendar',
    text: 'Calendar',
    permission: ['calendar:edit', 'calendar:publish'],
  },
  { href: '/admin/jobs', text: 'Background work', permission: 'job:manage' },
  { href: '/admin/organisation', text: 'Organisation', permission: 'organisation:manage' },
  { href: '/audit', text: 'Audit', permission: 'audit:read' },
  {
    href: '/break-glass',
    text: 'Released alone',
    permission: ['audit:read', 'draft:approve-high'],
  },
  { href: '/admin/guidance', text: 'Sources to check', permission: 'guidance:review' },
  { href: '/guidance', text: 'Guidance', permission: 'guidance:read' },
  { href: '/guidance/rules', text: 'Rules', permission: 'rule:read' },
  {
    href: '/admin/rules',
    text: 'Rule changes',
    permission: ['rule:propose', 'rule:publish'],
  },
  {
    href: '/admin/templates',
    text: 'Templates',
    permission: ['template:propose', 'template:publish'],
  },
];

/** The navigation of one person, the current page marked. @param waiting how much waits, by address. */
export function navigationOf(
  actor: Actor,
  url: string,
  waiting: Readonly<Record<string, number>> = {},
): NavigationItem[] {
  const path = url.split('?')[0]!;
  const own = ENTRIES.filter((entry) => isFor(actor, entry));
  const current = own
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return own.map(({ href, text }) => ({
    href,
    text: waiting[href] ? `${text} (${waiting[href]})` : text,
    current: href === current?.href,
  }));
}

/** Where a person's work begins. */
export function homeOf(actor: Actor): string {
  return ENTRIES.find((entry) => isFor(actor, entry))?.href ?? '/my/settings';
}

function isFor(actor: Actor, { permission }: (typeof ENTRIES)[number]): boolean {
  return [permission].flat().some((each) => can(actor, each));
}
