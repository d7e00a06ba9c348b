import type { CaseOverview } from '#cases';
import { nameOf, type OpenedEvidence } from '#evidence';
import type { PageView } from '../../http/page-renderer.js';
import { caseBarOf } from '../cases/cases.view.js';
import { contentOf } from './evidence-item.view.js';
import { originalWords } from './evidence-words.js';
import { evidenceOf } from './evidence.view.js';
import { formatDateTime } from '../../views/filters.js';

/** An original and what it was changed to, side by side. */
export function evidenceVersionsView(
  overview: CaseOverview,
  versions: readonly OpenedEvidence[],
): PageView {
  const { found } = overview;
  const list = evidenceOf(found.reference);
  return {
    page: { title: 'Original and altered' },
    caseBar: caseBarOf(found, list, overview),
    list,
    versions: versions.map((opened) => ({
      href: `${list}/${opened.item.id}`,
      title: `${opened.item.alteredFrom ? 'Altered' : 'Original'}: ${nameOf(opened.item)}`,
      seen: formatDateTime(opened.item.seenAt),
      original: originalWords(opened.item.original),
      sha256: opened.item.sha256,
      content: contentOf(opened, `${list}/${opened.item.id}`),
    })),
  };
}
