import type { CaseStanding } from '#cases';
import { type Actor, can } from '#identity';
import type { Page } from '#kernel';
import type { RecheckIndex } from '#knowledge';
import {
  breakGlassHindrance,
  type BrokenGlassRow,
  type DraftFile,
  reviewRefusal,
} from '#responses';
import type { PageView } from '../../http/page-renderer.js';
import { formatDate, formatDateTime } from '../../views/filters.js';
import { listPages } from '../../views/list-pages.js';
import { brokenGlassTold, REVIEW_WORDS } from './broken-glass-words.js';
import { frameOf } from './draft.view.js';
import { markedFindings } from './findings.view.js';

/** The page on which one person lets a text out alone, and another reviews that. */
export function breakGlassView(
  file: DraftFile,
  actor: Actor,
  { sources, standing }: { sources: RecheckIndex; standing: CaseStanding },
): PageView {
  const { draft, found, report, brokenGlass } = file;
  const title = brokenGlass ? 'Released by one person alone' : 'Release without a second person';
  const refusal = brokenGlass && reviewRefusal(draft, brokenGlass, actor.personId);
  return {
    ...frameOf(file, title, standing),
    broken: brokenGlassTold(file),
    canReview: brokenGlass && !refusal && can(actor, 'draft:approve-high'),
    refusal: refusal?.message,
    hindrance:
      found.state === 'closed'
        ? 'This case is closed, so its drafts stay as they are.'
        : breakGlassHindrance(draft, report)?.message,
    isAllowed: can(actor, 'release:break-glass'),
    marked: markedFindings(draft.text, report.findings, sources),
    hasFindings: report.findings.length > 0,
    verdicts: Object.entries(REVIEW_WORDS).map(([value, text]) => ({ value, text })),
  };
}

/** All such releases of an organisation, for those who keep watch. */
export function breakGlassListView({ items, next }: Page<BrokenGlassRow>, actor: Actor): PageView {
  const columns = ['Case', 'Released by', 'Released', 'Review due', 'Review'];
  return {
    page: { title: 'Released by one person alone' },
    table: {
      caption: 'Texts that one person let out because a life was in danger, newest first',
      captionHidden: true,
      columns: columns.map((text) => ({ text })),
      rows: items.map((row) => ({ cells: rowCells(row, can(actor, 'case:read')) })),
    },
    pages: listPages('/break-glass', next),
  };
}

function rowCells(row: BrokenGlassRow, isCaseworker: boolean) {
  const { reference, draftId, brokenByName, brokenAt, reviewDueOn, verdict } = row;
  const href = `/cases/${reference}/drafts/${draftId}/break-glass`;
  return [
    { text: reference, ...(isCaseworker && { href }) },
    { text: brokenByName },
    { text: formatDateTime(brokenAt) },
    { text: formatDate(reviewDueOn) },
    verdict
      ? { text: REVIEW_WORDS[verdict], note: row.reviewedByName ?? undefined }
      : { tag: { text: 'Not reviewed', colour: 'red' } },
  ];
}
