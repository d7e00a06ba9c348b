import { Invalid } from '#kernel';
import type { CopyCount } from './copies/post-copy.js';

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
 * A post that is gone keeps its case open until somebody has looked for copies, and has said of each what became of it.
 *
 * @param known how many copies of it are recorded
 * @throws Invalid `copies-unknown`, `copies-open` at `copies`
 */
export function assertCopiesLookedFor(
  outcome: CaseOutcome,
  copies: CopiesLookedFor | undefined,
  known: CopyCount,
): void {
  if (!GONE.has(outcome)) return;
  if (!copies) throw refused('copies-unknown', 'Say whether the post has been copied already');
  if (copies === 'not-looked') {
    const message = 'Look for copies first: what is gone from one place may stand in another';
    throw refused('copies-unknown', message);
  }
  if (copies === 'none' && known.all > 0) {
    throw refused('copies-open', 'Copies of it are recorded in this case: say that there are some');
  }
  if (known.open > 0) {
    throw refused('copies-open', 'Say first of each recorded copy what became of it');
  }
}

function refused(code: string, message: string): Invalid {
  return new Invalid(code, message, [{ field: 'copies', message }]);
}
