import {
  CASE_OUTCOMES,
  type CaseClocksView,
  type CaseOverview,
  COPIES_LOOKED_FOR,
  type Task,
} from '#cases';
import type { Referral } from '#referrals';
import type { DraftRow } from '#responses';
import type { PageView } from '../../http/page-renderer.js';
import { optionsOf } from '../../views/options.js';
import { caseBarOf } from '../cases/cases.view.js';
import { STATE_TAGS } from '../drafts/draft-words.js';
import { openTasks } from '../tasks/tasks.view.js';
import { clocksOf } from '../triage/deadlines.view.js';

/** What may still be open on a case when somebody is about to close it. */
export interface StillOpen {
  readonly clocks: CaseClocksView;
  readonly tasks: readonly Task[];
  readonly drafts: readonly DraftRow[];
  readonly referrals: readonly Referral[];
}

/** The form that closes a case, below what would be left open; of a closed case the form that opens it again. */
export function closingView(overview: CaseOverview, open: StillOpen): PageView {
  const { found, readAt } = overview;
  const base = `/cases/${found.reference}`;
  const isOpen = found.state === 'open';
  return {
    page: { title: isOpen ? 'Close the case' : 'Open the case again' },
    caseBar: caseBarOf(found, '', overview),
    base,
    isOpen,
    outcomes: optionsOf(CASE_OUTCOMES),
    copies: optionsOf(COPIES_LOOKED_FOR),
    clocks: clocksOf(open.clocks, readAt).filter(({ isRunning }) => isRunning),
    tasks: openTasks(overview, open.tasks),
    drafts: open.drafts
      .filter(({ state }) => state === 'submitted' || state === 'approved')
      .map(({ id, title, state }) => ({
        href: `${base}/drafts/${id}`,
        title,
        state: STATE_TAGS[state],
      })),
    referrals: open.referrals
      .filter(({ state }) => state === 'decided')
      .map(({ id, recipient }) => ({ href: `${base}/referrals/${id}`, recipient })),
  };
}
