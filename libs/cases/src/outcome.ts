import { Invalid } from '#kernel';

/** How a case ended, in words. */
export const CASE_OUTCOMES = {
  removed: 'The post was removed',
  'removed-in-part': 'The post was changed or removed in part',
  kept: 'The post stays up',
  answered: 'It was answered and no more came',
  'settled-in-private': 'It was settled in private',
  'passed-on': 'It was passed on, and others lead now',
  'no-action': 'Nothing needed to be done',
  'logged-by-mistake': 'It was logged by mistake, or twice',
} as const;
export type CaseOutcome = keyof typeof CASE_OUTCOMES;

/** Whether copies were looked for of a post that is gone: screenshots, reposts, archives, results of searches. */
export const COPIES_LOOKED_FOR = {
  none: 'We looked, and found none',
  'dealt-with': 'There are copies, and each was dealt with or left alone with a reason',
  'not-looked': 'Nobody has looked yet',
} as const;
export type CopiesLookedFor = keyof typeof COPIES_LOOKED_FOR;

const GONE: ReadonlySet<CaseOutcome> = new Set(['removed', 'removed-in-part']);

/**
 * A post that is gone keeps its case open until somebody has looked for copies.
 *
 * @throws Invalid `copies-unknown` at `copies`
 */
export function assertCopiesLookedFor(outcome: CaseOutcome, copies?: CopiesLookedFor): void {
  if (!GONE.has(outcome) || copies === 'none' || copies === 'dealt-with') return;
  const message = copies
    ? 'Look for copies first: what is gone from one place may stand in another'
    : 'Say whether the post has been copied already';
  throw new Invalid('copies-unknown', message, [{ field: 'copies', message }]);
}
