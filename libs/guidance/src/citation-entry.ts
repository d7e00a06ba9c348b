import { monthsAfter, dayBefore } from './civil-days.js';
import { SOURCE_LINKS } from './data/source-links.js';

/**
 * How far a source was checked: `seen` the text was read; `secondary` read in another's account of it;
 * `unverified` from memory; `seed` in one of the articles that the product started from.
 */
export type CitationStatus = 'seen' | 'secondary' | 'unverified' | 'seed';

/** Two accounts of one paragraph that differ, and which of them is followed. */
export interface Correction {
  readonly note: string;
  readonly sources: readonly { readonly name: string; readonly says: string; link?: string }[];
}

/** An edition as it is written down; what follows from its place among the others is added on loading. */
export interface WrittenEdition {
  title: string;
  /** Who published this edition, where that was another than the body of the entry. */
  body?: string;
  /** Paragraph, section or rule in this edition; absent where the number is not known. */
  paragraph?: string;
  /** What it says, in our words. */
  gist: string;
  status: CitationStatus;
  /** In whose account it was seen, where it was not read itself. */
  seenIn?: string;
  checkedOn: string;
  /** First day on which this edition applied; absent where that does not matter. */
  inForceFrom?: string;
  note?: string;
  correction?: Correction;
}

/** A source under its key; editions stand in the order in which they came into force. */
export interface WrittenEntry {
  key: string;
  /** Who publishes it, or the court. */
  body: string;
  editions: readonly [WrittenEdition, ...WrittenEdition[]];
}

/** One edition of a source, as far as it bears on the point cited. Dates are ISO civil dates. */
export interface CitationEdition extends WrittenEdition {
  /** Names the edition among those of its key: its first day, or `undated`. */
  edition: string;
  body: string;
  /** Last day on which it applied; absent for what is in force still. */
  inForceTo?: string;
  /** Title and first day of the edition that took its place. */
  supersededBy?: { readonly edition: string; readonly body: string; readonly title: string };
  /** Where it can be read; absent where we know no page. */
  link?: string;
  /** Who looked, as a role. */
  checkedBy: string;
  /** The last day on which it may be cited without another look. */
  reviewBy: string;
}

/** A source with all its editions. */
export interface CitationEntry {
  key: string;
  body: string;
  editions: readonly [CitationEdition, ...CitationEdition[]];
}

/** Everything shipped was looked up at a desk and read by no lawyer. */
const CHECKED_BY = 'Parapet, desk research';

/** Months until another look is due: the less was read, the sooner. */
const REVIEW_MONTHS: Record<CitationStatus, number> = {
  seen: 12,
  secondary: 6,
  seed: 6,
  unverified: 3,
};
/** Platforms move their pages and change their rules without notice. */
const PLATFORM_REVIEW_MONTHS = 1;

/** An entry with what follows for each edition from its key, its date and the editions beside it. */
export function completeEntry({ key, body, editions }: WrittenEntry): CitationEntry {
  const [first, ...rest] = editions.map((one, index) => {
    const next = editions[index + 1];
    const link = linkOf(key, one, editions.length);
    return {
      ...one,
      edition: editionOf(one),
      body: one.body ?? body,
      checkedBy: CHECKED_BY,
      reviewBy: monthsAfter(one.checkedOn, reviewMonths(key, one)),
      ...(link && { link }),
      ...(next?.inForceFrom && {
        inForceTo: dayBefore(next.inForceFrom),
        supersededBy: { edition: editionOf(next), body: next.body ?? body, title: next.title },
      }),
    };
  });
  return { key, body, editions: [first!, ...rest] };
}

function editionOf({ inForceFrom }: WrittenEdition): string {
  return inForceFrom ?? 'undated';
}

/** A page of the newest edition is no page of an older one. */
function linkOf(key: string, { title }: WrittenEdition, editions: number): string | undefined {
  return SOURCE_LINKS[title] ?? (editions === 1 ? SOURCE_LINKS[key] : undefined);
}

function reviewMonths(key: string, { status }: WrittenEdition): number {
  const months = REVIEW_MONTHS[status];
  return key.startsWith('C.') ? Math.min(months, PLATFORM_REVIEW_MONTHS) : months;
}
