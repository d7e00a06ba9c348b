import type { Page } from '#kernel';
import { type Export, EXPORT_COLUMNS, type ExportState, KEPT_HOURS, type Period } from '#reporting';
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

/** The form for a new export, and the person's own exports. */
export function exportsView(page: Page<Export>, period: Period): PageView {
  return {
    page: { title: 'Exports' },
    values: { ...period },
    columns: EXPORT_COLUMNS,
    keptHours: KEPT_HOURS,
    table: {
      caption: 'Your exports, newest first',
      columns: ['Cases opened in', 'State', 'Rows', 'Asked for'].map((text) => ({ text })),
      rows: page.items.map((made) => ({
        cells: [
          { text: periodName(made.period), href: `/exports/${made.id}` },
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
      title: `Cases opened in ${periodName(made.period)}`,
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
