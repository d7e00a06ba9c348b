import type { AuditEntry, LogEnd } from '#audit';
import type { CaseId, Page } from '#kernel';
import type { AuditPageQuery } from '../../api/admin/admin.dto.js';
import type { PageView } from '../../http/page-renderer.js';
import { auditWords } from '../../views/audit-words.js';
import { formatDateTime } from '../../views/filters.js';
import { listPages } from '../../views/list-pages.js';

/** What the audit page shows. */
export interface AuditModel {
  events: Page<AuditEntry>;
  references: ReadonlyMap<CaseId, string>;
  sealed: LogEnd | undefined;
  seesContent: boolean;
}

/** The trail, newest first. */
export function auditView(query: AuditPageQuery, model: AuditModel): PageView {
  const { events, references, sealed, seesContent } = model;
  return {
    page: { title: 'Audit' },
    values: { action: query.action, day: query.day },
    sealed: sealed && {
      number: sealed.sequence.toLocaleString('en-GB'),
      at: sealed.sealedAt.toISOString(),
    },
    seesContent,
    emptyList: {
      text: 'Nothing is recorded that fits.',
      href: '/audit',
      linkText: 'Show everything',
    },
    table: {
      caption: 'What was done, newest first',
      captionHidden: true,
      columns: ['When', 'Who', 'What', 'To what'].map((text) => ({ text })),
      rows: events.items.map((entry) => ({ cells: cells(entry, references) })),
    },
    pages: listPages('/audit', events.next, { action: query.action, day: query.day }),
  };
}

function cells(entry: AuditEntry, references: ReadonlyMap<CaseId, string>) {
  const reference = references.get(entry.subjectId);
  return [
    { text: formatDateTime(entry.at), note: `${entry.at.toISOString().slice(11, 19)} UTC` },
    { text: entry.actorId ? (entry.actorName ?? 'Unknown') : 'Parapet' },
    {
      text: auditWords(entry.action),
      note: [entry.action, detailWords(entry)].filter(Boolean).join(' · '),
    },
    { text: reference ?? subjectWords(entry), note: reference ? '' : entry.subjectId },
  ];
}

function subjectWords({ subjectType }: AuditEntry): string {
  return subjectType.charAt(0).toUpperCase() + subjectType.slice(1).replaceAll(/[-_]/g, ' ');
}

/** Ids and codes only, as they were recorded. */
function detailWords({ detail }: AuditEntry): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join('; ');
}
