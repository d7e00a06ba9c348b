import type { CaseStanding } from '#cases';

interface CasePart {
  readonly path: string;
  readonly text: string;
  readonly count?: number;
}

/** What is shown of a case, in the order of the work; each tab leads to the first of its parts. */
function tabs({
  openTasks,
  openHolds,
  sealedItems,
}: CaseStanding): readonly { text: string; parts: CasePart[] }[] {
  return [
    { text: 'Summary', parts: [{ path: '', text: 'Summary' }] },
    {
      text: 'Evidence',
      parts: [
        { path: '/evidence', text: 'Evidence', count: sealedItems },
        { path: '/holds', text: 'Holds', count: openHolds },
      ],
    },
    { text: 'Triage', parts: [{ path: '/triage', text: 'Triage' }] },
    {
      text: 'Tasks',
      parts: [
        { path: '/tasks', text: 'Tasks', count: openTasks },
        { path: '/deadlines', text: 'Deadlines' },
      ],
    },
    { text: 'Drafts', parts: [{ path: '/drafts', text: 'Drafts' }] },
    {
      text: 'Routes',
      parts: [
        { path: '/worksheets', text: 'Worksheets' },
        { path: '/moderator-reports', text: 'Platform reports' },
        { path: '/proceedings', text: 'Proceedings' },
        { path: '/press', text: 'Press' },
        { path: '/referrals', text: 'Referrals' },
      ],
    },
    {
      text: 'People',
      parts: [
        { path: '/parties', text: 'People' },
        { path: '/patient', text: 'Patient facts' },
        { path: '/membership', text: 'Membership' },
      ],
    },
    {
      text: 'Timeline',
      parts: [
        { path: '/timeline', text: 'Timeline' },
        { path: '/notes', text: 'Notes' },
        { path: '/privilege', text: 'Privilege' },
      ],
    },
  ];
}

/**
 * The tabs of a case, and beneath them the parts of the tab that is open.
 *
 * @param base address of the case.
 * @param current address of the part that is shown; empty on pages that are no part, such as closing the case.
 */
export function caseTabs(base: string, current: string, standing: CaseStanding) {
  const all = tabs(standing).map(({ text, parts }) => {
    const shown = parts.map(({ path, ...part }) => ({
      ...part,
      href: `${base}${path}`,
      current: `${base}${path}` === current,
    }));
    return { text, parts: shown, current: shown.some((part) => part.current) };
  });
  return {
    tabs: all.map(({ text, parts, current: isOpen }) => ({
      text,
      href: parts[0]!.href,
      count: parts[0]!.count,
      // The page itself, or one of several in this tab.
      current: isOpen && (parts[0]!.current ? 'page' : 'true'),
    })),
    parts: all.find(({ parts, current: isOpen }) => isOpen && parts.length > 1)?.parts ?? [],
  };
}
