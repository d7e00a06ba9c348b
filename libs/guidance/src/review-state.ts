import type { CitationEdition } from './citation-entry.js';

/** What an organisation recorded when somebody of its own looked at a source again. */
export interface Recheck {
  readonly key: string;
  /** Edition that was looked at, as {@link CitationEdition.edition} names it. */
  readonly edition: string;
  readonly checkedOn: string;
  /** Who looked, by name. */
  readonly checkedBy: string;
  readonly link: string;
  /** The last day on which it may be cited without another look. */
  readonly reviewBy: string;
}

/**
 * How far a source can be relied on, on one day: `current` it was read and its time is not over;
 * `second_hand` read in another's account; `unverified` never read; `overdue` its time for another look is over.
 */
export type Currency = 'current' | 'second_hand' | 'unverified' | 'overdue';

/** The state of a source on one day, and where that comes from. */
export interface ReviewState {
  readonly currency: Currency;
  readonly checkedOn: string;
  readonly checkedBy: string;
  readonly reviewBy: string;
  readonly link?: string;
  /** Whether the organisation's own look counts, and no longer the one that was shipped. */
  readonly isRechecked: boolean;
}

/** What the state of a source is read from. */
export type Reviewed = Pick<
  CitationEdition,
  'status' | 'checkedOn' | 'checkedBy' | 'reviewBy' | 'link'
>;

/**
 * How far a source can be relied on.
 *
 * @param on civil date (ISO) of today, not of the post.
 * @param recheck the organisation's newest look at this edition; an older one than the shipped is passed over.
 */
export function reviewState(source: Reviewed, on: string, recheck?: Recheck): ReviewState {
  const own = recheck && recheck.checkedOn >= source.checkedOn ? recheck : undefined;
  const { checkedOn, checkedBy, reviewBy, link } = own ?? source;
  const base = { checkedOn, checkedBy, reviewBy, isRechecked: own !== undefined };
  const currency = on > reviewBy ? 'overdue' : own ? 'current' : CURRENCY[source.status];
  return { ...base, ...(link && { link }), currency };
}

/** Whether somebody should look at the source. */
export function needsReview({ currency }: ReviewState): boolean {
  return currency === 'unverified' || currency === 'overdue';
}

const CURRENCY: Record<Reviewed['status'], Currency> = {
  seen: 'current',
  secondary: 'second_hand',
  unverified: 'unverified',
  seed: 'unverified',
};
