/** Failures before the first wait: people mistype. */
const FREE = { account: 4, network: 20 } as const;
const LONGEST_SECONDS = 15 * 60;
/** After this long without a failure the count starts afresh. */
export const FORGET_AFTER_HOURS = 24;

export type DelayKind = keyof typeof FREE;

/**
 * How long to wait after so many failures in a row: nothing at first, then doubling from two seconds up to
 * fifteen minutes. A delay and not a lock, so that nobody can shut a colleague out for good.
 *
 * @returns seconds.
 */
export function delayAfter(kind: DelayKind, failures: number): number {
  const counted = failures - FREE[kind];
  return counted <= 0 ? 0 : Math.min(LONGEST_SECONDS, 2 ** Math.min(counted, 20));
}
