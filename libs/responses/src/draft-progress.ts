import type { NextStep } from '#cases';
import type { DraftState } from './draft.js';

/** How far one draft of a case has come. */
export interface DraftProgress {
  readonly state: DraftState;
  readonly updatedAt: Date;
  /** Whether it goes out in the doctor's name and the doctor has not agreed to it yet. */
  readonly needsDoctor: boolean;
  /** When it was recorded that the text is out; null before. */
  readonly postedAt: Date | null;
}

/** Steps that drafts can move a case to; an undone triage or decision stays the next step. */
const MOVED_BY_DRAFTS = new Set<NextStep>([
  'draft',
  'approve',
  'accept',
  'release',
  'post',
  'follow-up',
]);

/** What comes next on a case, from all of its drafts: first what is furthest on its way out. */
export function stepAfter(current: NextStep, drafts: readonly DraftProgress[]): NextStep {
  if (!MOVED_BY_DRAFTS.has(current) || drafts.length === 0) return current;
  const inState = (state: DraftState) => drafts.filter((draft) => draft.state === state);
  if (inState('approved').some(({ needsDoctor }) => !needsDoctor)) return 'release';
  if (inState('released').some(({ postedAt }) => postedAt === null)) return 'post';
  if (inState('approved').length > 0) return 'accept';
  if (inState('submitted').length > 0) return 'approve';
  const posted = drafts.flatMap(({ postedAt }) => (postedAt ? [postedAt.getTime()] : []));
  const lastPosted = Math.max(0, ...posted);
  const isWritten = [...inState('draft'), ...inState('returned')].some(
    ({ updatedAt }) => updatedAt.getTime() > lastPosted,
  );
  return isWritten || lastPosted === 0 ? 'draft' : 'follow-up';
}
