import type { CaseOverview } from '#cases';
import { type EvidenceItem, nameOf } from '#evidence';
import type { Actor } from '#identity';
import type { PageView } from '../../http/page-renderer.js';
import { caseBarOf } from '../cases/cases.view.js';
import { wallClock } from '../press/press.view.js';
import { evidenceOf } from './evidence.view.js';

const TITLES = {
  file: 'Keep a picture or file',
  words: 'Keep text or an address',
} as const;

/** The form that keeps something; what the case knows already stands in it. */
export function captureView(
  overview: CaseOverview,
  what: keyof typeof TITLES,
  { items, actor, now }: { items: readonly EvidenceItem[]; actor: Actor; now: Date },
): PageView {
  const { found } = overview;
  const base = evidenceOf(found.reference);
  return {
    page: { title: TITLES[what] },
    caseBar: caseBarOf(found, base, overview),
    base,
    action: `${base}/new/${what}`,
    firsts: items
      .filter(({ alteredFrom }) => alteredFrom === null)
      .map((item) => ({ value: item.id, text: firstWords(item) })),
    values: {
      seenAt: wallClock(now, found.jurisdiction),
      address: found.url,
      capturedBy: actor.name,
    },
  };
}

function firstWords(item: EvidenceItem): string {
  const words = item.shows.slice(0, 60);
  return words ? `${nameOf(item)}: ${words}` : nameOf(item);
}
