import { isJurisdiction, zoneOf } from '#deadlines';
import type { Page } from '#kernel';
import type {
  DraftRow,
  EnquiryRow,
  PressCase,
  PressCaseRow,
  ResponseTemplate,
  SafeSummary,
} from '#responses';
import type { PageView } from '../../http/page-renderer.js';
import { formatDateTime } from '../../views/filters.js';
import { dueCell, nationName } from '../cases/cases.view.js';
import { RISK_TAGS, STATE_TAGS } from '../drafts/draft-words.js';
import { enquiriesTable } from './enquiry.view.js';

/** The list of press cases: what is waited for, and nothing that anybody posted. */
export function pressListView({ items, next }: Page<PressCaseRow>, now: Date): PageView {
  return {
    page: { title: 'Press cases' },
    table: {
      caption: 'Press cases, newest first',
      captionHidden: true,
      columns: ['Case', 'State', 'Outlet', 'Deadline', 'Summary'].map((text) => ({ text })),
      rows: items.map((row) => ({ cells: pressCells(row, now) })),
    },
    pages: next ? { nextHref: `/press?cursor=${encodeURIComponent(next)}` } : {},
  };
}

function pressCells(row: PressCaseRow, now: Date) {
  return [
    { text: row.reference, href: `/press/${row.reference}` },
    { tag: caseState(row) },
    { text: row.outlet ?? 'No enquiry logged', note: openWords(row.openEnquiries) },
    deadlineCell(row, now),
    { text: row.hasSummary ? 'Written' : 'No summary yet' },
  ];
}

function openWords(count: number): string | undefined {
  return count > 1 ? `${count} open enquiries` : undefined;
}

function deadlineCell({ deadlineAt, jurisdiction }: PressCaseRow, now: Date) {
  return deadlineAt
    ? dueCell({ dueAt: deadlineAt, isDueByHour: true, jurisdiction }, now)
    : { text: 'None given' };
}

/** Open or closed, as a tag. */
export function caseState({ state }: Pick<PressCaseRow, 'state'>) {
  return state === 'open' ? { text: 'Open', colour: 'blue' } : { text: 'Closed', colour: 'grey' };
}

/** One press case: the safe summary, the log of enquiries, the statements and the templates for another. */
export function pressCaseView(
  found: PressCase,
  around: {
    enquiries: readonly EnquiryRow[];
    statements: readonly DraftRow[];
    templates: readonly ResponseTemplate[];
  },
): PageView {
  const base = `/press/${found.reference}`;
  const { summary } = found;
  return {
    page: { title: `Case ${found.reference}`, backLink: { href: '/press', text: 'Press cases' } },
    worksheetsHref: `/cases/${found.reference}/worksheets`,
    base,
    state: caseState(found),
    isOpen: found.state === 'open',
    facts: pressFacts(found),
    summary: summary.state === 'there' ? { text: summary.text, said: summaryWords(summary) } : null,
    isWithheld: summary.state === 'withheld',
    enquiries: enquiriesTable(around.enquiries, `${base}/enquiries`),
    statements: statementsTable(around.statements, `${base}/statements`),
    templates: around.templates.map(({ id, title, summary: text }) => ({
      href: `${base}/statements/new?template=${id}`,
      title,
      summary: text,
    })),
  };
}

/** Until there is a summary, outlet and deadline are all that is shown. */
function pressFacts(found: PressCase) {
  const nation = { key: 'Nation', text: nationName(found.jurisdiction) };
  return [
    { key: 'Outlet', text: found.outlet ?? 'No enquiry logged' },
    { key: 'Deadline', text: found.deadlineAt ? formatDateTime(found.deadlineAt) : 'None given' },
    ...(found.summary.state === 'there' ? [nation] : []),
  ];
}

/** Which version of a summary it is, and whose. */
export function summaryWords({ version, writtenAt, writtenByName }: SafeSummary): string {
  return `Version ${version}, ${formatDateTime(writtenAt)}, by ${writtenByName}`;
}

function statementsTable(rows: readonly DraftRow[], base: string) {
  return {
    caption: 'Press statements, newest first',
    captionHidden: true,
    columns: ['Statement', 'State', 'Risk', 'Author', 'Changed'].map((text) => ({ text })),
    rows: rows.map((row) => ({
      cells: [
        { text: row.title, href: `${base}/${row.id}` },
        { tag: STATE_TAGS[row.state] },
        { text: RISK_TAGS[row.risk].text },
        { text: row.authorName },
        { text: formatDateTime(row.updatedAt) },
      ],
    })),
  };
}

/** An instant as a field for date and time takes it, by the clock of a nation. */
export function wallClock(at: Date, jurisdiction: string): string {
  const timeZone = zoneOf(isJurisdiction(jurisdiction) ? jurisdiction : 'england');
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return format.format(at).replace(' ', 'T');
}
