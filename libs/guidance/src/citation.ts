import { NotFound } from '#kernel';
import { CASES } from './data/citations-cases.js';
import { CODES } from './data/citations-codes.js';
import { LAW } from './data/citations-law.js';
import { PROFESSIONAL } from './data/citations-professional.js';
import { PLATFORMS_CHECKED_ON } from './data/platforms.js';
import { listPlatforms } from './platform.js';

/**
 * How far a source was checked: `seen` the text was read; `secondary` read in another's account of it;
 * `unverified` from memory; `seed` in one of the articles that the product started from.
 */
export type CitationStatus = 'seen' | 'secondary' | 'unverified' | 'seed';

/** One edition of a source, as far as it bears on the point cited. Dates are ISO civil dates. */
export interface CitationEdition {
  title: string;
  /** Paragraph, section or rule in this edition; absent where the number is not known. */
  paragraph?: string;
  /** What it says, in our words. */
  gist: string;
  status: CitationStatus;
  checkedOn: string;
  /** First day on which this edition applied; absent where that does not matter. */
  inForceFrom?: string;
}

/** A source under its key; editions stand in the order in which they came into force. */
export interface CitationEntry {
  key: string;
  /** Who publishes it, or the court. */
  body: string;
  editions: readonly [CitationEdition, ...CitationEdition[]];
}

/** A source in the edition that applied on the day asked about. */
export interface Citation extends CitationEdition {
  key: string;
  body: string;
  /** False where even the earliest edition known came into force later. */
  inForce: boolean;
}

const ENTRIES: ReadonlyMap<string, CitationEntry> = new Map(
  [...PROFESSIONAL, ...LAW, ...CODES, ...CASES, ...platformEntries()].map((entry) => [
    entry.key,
    entry,
  ]),
);

/** Every key that {@link resolveCitation} knows. */
export const CITATION_KEYS: readonly string[] = [...ENTRIES.keys()];

/** Whether a string is the key of a citation. */
export function isCitationKey(key: string): boolean {
  return ENTRIES.has(key);
}

/**
 * The source behind a key, in the edition in force on a day; the earliest edition where all came later.
 *
 * @param on civil date (ISO, `2024-01-30`) of the post or act that is judged.
 * @throws NotFound `citation-unknown`
 */
export function resolveCitation(key: string, on: string): Citation {
  const entry = ENTRIES.get(key);
  if (entry === undefined) throw new NotFound('citation-unknown', 'We know no such source.');
  const applied = entry.editions.findLast(({ inForceFrom }) => isInForce(inForceFrom, on));
  return { key, body: entry.body, ...(applied ?? entry.editions[0]), inForce: !!applied };
}

/** One line for people: body, title, paragraph, and a warning where the source was not read itself. */
export function citationLabel(citation: Citation): string {
  const place = [citation.body, citation.title, citation.paragraph].filter(Boolean).join(', ');
  const warning = WARNING[citation.status];
  const later = citation.inForce ? '' : ` (in force from ${citation.inForceFrom})`;
  return place + later + (warning ? ` (${warning})` : '');
}

const WARNING: Record<CitationStatus, string> = {
  seen: '',
  secondary: "seen in another's account",
  unverified: 'not verified',
  seed: 'as cited in professional press, original not checked',
};

function isInForce(inForceFrom: string | undefined, on: string): boolean {
  return inForceFrom === undefined || inForceFrom <= on;
}

function platformEntries(): CitationEntry[] {
  return listPlatforms().map((pack) => ({
    key: `C.${pack.key}`,
    body: pack.moderator ?? pack.name,
    editions: [
      {
        title: `${pack.name}: moderation rules`,
        gist: `Report by: ${pack.reportPath}. Grounds are the platform's own; disagreement is none.`,
        status: pack.status === 'unverified' ? 'unverified' : 'seen',
        checkedOn: PLATFORMS_CHECKED_ON,
      },
    ],
  }));
}
