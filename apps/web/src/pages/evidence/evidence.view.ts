import type { CaseOverview } from '#cases';
import { type EvidenceItem, nameOf } from '#evidence';
import { type Actor, can } from '#identity';
import type { PageView } from '../../http/page-renderer.js';
import { formatDateTime } from '../../views/filters.js';
import { caseBarOf } from '../cases/cases.view.js';
import { groupsOf, kindWords, ORIGINAL_TAGS } from './evidence-words.js';

/** The list of a case's evidence. */
export function evidenceOf(reference: string): string {
  return `/cases/${reference}/evidence`;
}

/** What is kept on a case, and the ways to keep more. */
export function evidenceView(
  overview: CaseOverview,
  items: readonly EvidenceItem[],
  actor: Actor,
): PageView {
  const { found } = overview;
  const base = evidenceOf(found.reference);
  return {
    page: { title: 'Evidence' },
    caseBar: caseBarOf(found, base, overview),
    base,
    canWrite: can(actor, 'case:write') && found.state === 'open',
    bundleHref:
      can(actor, 'evidence:bundle') &&
      items.length > 0 &&
      `/cases/${found.reference}/police-bundle`,
    altered: groupsOf(items).map(([first, ...rest]) => ({
      href: `${base}/${first!.id}/versions`,
      text: `${nameOf(first!)} beside ${rest.map(nameOf).join(', ')}`,
    })),
    table: {
      caption: 'Evidence of this case',
      captionHidden: true,
      columns: ['Item', 'What it is', 'Seen', 'Original', 'SHA-256'].map((text) => ({ text })),
      rows: items.map((item) => ({ cells: itemCells(item, base) })),
    },
  };
}

function itemCells(item: EvidenceItem, base: string) {
  return [
    { text: nameOf(item), href: `${base}/${item.id}`, note: item.shows.slice(0, 100) },
    {
      text: item.destroyed ? `${kindWords(item)}, destroyed` : kindWords(item),
      note: item.isFromDoctor ? 'Sent by the doctor' : undefined,
    },
    { text: formatDateTime(item.seenAt) },
    { tag: ORIGINAL_TAGS[item.original.state] },
    { text: `${item.sha256.slice(0, 12)}…` },
  ];
}
