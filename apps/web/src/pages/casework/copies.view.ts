import { type CaseOverview, COPY_FORMS, COPY_OUTCOMES, type PostCopy } from '#cases';
import type { PageView } from '../../http/page-renderer.js';
import { formatDate } from '../../views/filters.js';
import { optionsOf } from '../../views/options.js';
import { caseBarOf } from '../cases/cases.view.js';

/** The copies of a post, and the form for another one. */
export function copiesView(
  overview: CaseOverview,
  copies: readonly PostCopy[],
  { canWrite, today }: { canWrite: boolean; today: string },
): PageView {
  const { found } = overview;
  const base = `/cases/${found.reference}/copies`;
  const canChange = canWrite && found.state === 'open';
  return {
    page: { title: 'Copies of the post' },
    caseBar: caseBarOf(found, '', overview),
    base,
    copies: copies.map((copy) => ({
      ...copyLine(copy),
      settleHref: canChange && copy.outcome === null ? `${base}/${copy.id}` : undefined,
    })),
    forms: optionsOf(COPY_FORMS),
    canChange,
    values: { seenOn: today },
  };
}

/** One copy, and the form that says what became of it. */
export function copyView(overview: CaseOverview, copy: PostCopy): PageView {
  const { found } = overview;
  const base = `/cases/${found.reference}/copies`;
  return {
    page: { title: 'What became of the copy?' },
    caseBar: caseBarOf(found, '', overview),
    list: base,
    action: `${base}/${copy.id}/outcome`,
    copy: copyLine(copy),
    outcomes: optionsOf(COPY_OUTCOMES),
    waits: copy.outcome === null && found.state === 'open',
  };
}

/** A copy as pages list it: what, where, when, and what became of it. */
export function copyLine({ form, place, seenOn, ...copy }: PostCopy) {
  return {
    form: COPY_FORMS[form],
    place,
    seen: `Seen ${formatDate(seenOn)}, recorded by ${copy.recordedByName}`,
    ended: copy.outcome
      ? `${COPY_OUTCOMES[copy.outcome]} (${formatDate(copy.settledAt)})`
      : 'It waits for somebody to say what becomes of it.',
    reason: copy.outcomeReason,
    waits: copy.outcome === null,
  };
}
