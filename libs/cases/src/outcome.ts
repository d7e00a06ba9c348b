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
