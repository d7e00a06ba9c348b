import type { Page } from '#kernel';
import { type Actor, can } from '#identity';
import {
  COLUMNS_OF,
  type Export,
  EXPORT_KINDS,
  EXPORT_PERMISSIONS,
  type ExportKind,
  type ExportState,
  KEPT_HOURS,
  type Period,
} from '#reporting';
import type { PageView } from '../../http/page-renderer.js';
import { formatDateTime, plural } from '../../views/filters.js';
import { listPages } from '../../views/list-pages.js';
import { periodName } from '../../views/month-words.js';

const STATES: Record<ExportState, { text: string; colour: string }> = {
  waiting: { text: 'Waiting', colour: 'grey' },
  running: { text: 'Being made', colour: 'blue' },
  ready: { text: 'Ready', colour: 'green' },
  failed: { text: 'Failed', colour: 'red' },
  expired: { text: 'Removed', colour: 'grey' },
};

const KIND_WORDS: Record<ExportKind, { name: string; title: string; about: string }> = {
  cases: {
    name: 'Cases',
    title: 'Cases opened in',
    about:
      'One row for each case. It holds dates and codes; it never holds names, accounts, addresses or the text of posts.',
  },
  'moderator-reports': {
    name: 'Reports to platforms',
    title: 'Reports to platforms sent in',
    about:
      'What became of reports, summed by platform and by rule. Small numbers say “hidden”, as on the page of the report.',
  },
  'press-log': {
    name: 'Press log',
    title: 'Press enquiries that came in',
    about:
      'One row for each enquiry. It holds the reference, the outlet and times; it never holds names, questions or answers.',
  },
};

function titleOf({ kind, period }: Export): string {
  return `${KIND_WORDS[kind].title} ${periodName(period)}`;
}

/** The form for a new export, and the person's own exports. @param offered what the form begins with. */
export function exportsView(
  page: Page<Export>,
  actor: Actor,
  offered: { readonly kind: ExportKind | undefined; readonly period: Period },
): PageView {
  const kinds = EXPORT_KINDS.filter((kind) => can(actor, EXPORT_PERMISSIONS[kind]));
  return {
    page: { title: 'Exports' },
    values: { ...offered.period, kind: kinds.find((kind) => kind === offered.kind) ?? kinds[0] },
    kinds: kinds.map((kind) => ({
      value: kind,
      text: KIND_WORDS[kind].name,
      about: KIND_WORDS[kind].about,
      columns: COLUMNS_OF[kind],
    })),
    keptHours: KEPT_HOURS,
    table: {
      caption: 'Your exports, newest first',
      columns: ['File', 'State', 'Rows', 'Asked for'].map((text) => ({ text })),
      rows: page.items.map((made) => ({
        cells: [
          { text: titleOf(made), href: `/exports/${made.id}` },
          { tag: STATES[made.state] },
          { text: made.rowsDone.toLocaleString('en-GB') },
          { text: formatDateTime(made.createdAt) },
        ],
      })),
    },
    emptyList: { text: 'You have made no exports. Choose a period above to make the first.' },
    pages: listPages('/exports', page.next),
  };
}

/** How far one export is; the page loads itself again until the file is there. */
export function exportView(made: Export): PageView {
  const isGoing = made.state === 'waiting' || made.state === 'running';
  return {
    page: {
      title: titleOf(made),
      caption: 'Export',
      backLink: { href: '/exports', text: 'All exports' },
    },
    isGoing,
    tag: STATES[made.state],
    sentence: sentenceOf(made),
    rowsDone: made.rowsDone,
    rowsTotal: made.rowsTotal,
    fileHref: made.state === 'ready' ? `/exports/${made.id}/file` : undefined,
    pageHref: `/exports/${made.id}`,
  };
}

function sentenceOf(made: Export): string {
  const rows = plural(made.rowsDone, 'row');
  const sentences: Record<ExportState, string> = {
    waiting: 'The export is waiting for its turn.',
    running: `${made.rowsDone.toLocaleString('en-GB')} of ${plural(made.rowsTotal ?? 0, 'row')} done.`,
    ready: `The file has ${rows}. It is removed on ${formatDateTime(made.expiresAt)}.`,
    failed:
      'The file could not be made. Create the export again; if it fails again, tell your administrator.',
    expired: `The file was removed ${KEPT_HOURS} hours after it was made. Create the export again if you still need it.`,
  };
  return sentences[made.state];
}
