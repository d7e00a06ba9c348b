import type { CitationEntry, WrittenEntry } from './citation-entry.js';
import { CASES } from './data/citations-cases.js';
import { CODES } from './data/citations-codes.js';
import { GMC } from './data/citations-gmc.js';
import { LAW } from './data/citations-law.js';
import { PROFESSIONAL } from './data/citations-professional.js';
import { PLATFORMS_CHECKED_ON } from './data/platforms.js';
import { listPlatforms } from './platform.js';
import { type Recheck, reviewState, type ReviewState } from './review-state.js';
import { type Citation, Sources } from './sources.js';

/** The sources that are shipped. */
export const SHIPPED_SOURCES = Sources.load([
  ...GMC,
  ...PROFESSIONAL,
  ...LAW,
  ...CODES,
  ...CASES,
  ...platformEntries(),
]);

/** Every key that {@link resolveCitation} knows. */
export const CITATION_KEYS: readonly string[] = SHIPPED_SOURCES.list().map(({ key }) => key);

/** Every source with all its editions, in the order of the library. */
export function listSources(): readonly CitationEntry[] {
  return SHIPPED_SOURCES.list();
}

/** Whether a string is the key of a citation. */
export function isCitationKey(key: string): boolean {
  return SHIPPED_SOURCES.has(key);
}

/**
 * The source behind a key, in the edition in force on a day; the earliest edition where all came later.
 *
 * @param on civil date (ISO, `2024-01-30`) of the post or act that is judged.
 * @throws NotFound `citation-unknown`
 */
export function resolveCitation(key: string, on: string): Citation {
  return SHIPPED_SOURCES.resolve(key, on);
}

/** What a label may know besides the citation: today, and the organisation's own look at the source. */
export interface LabelContext {
  /** Civil date (ISO) of today; without it no source is called overdue. */
  readonly today?: string;
  readonly recheck?: Recheck;
}

/** One line for people: body, title, paragraph, and a warning where the source was not read itself or not lately. */
export function citationLabel(citation: Citation, context: LabelContext = {}): string {
  const place = [citation.body, citation.title, citation.paragraph].filter(Boolean).join(', ');
  const later = citation.inForce ? '' : ` (in force from ${citation.inForceFrom})`;
  const state = reviewState(citation, context.today ?? citation.checkedOn, context.recheck);
  const warnings = [warningOf(citation, state), overdueWarning(state)].filter(Boolean);
  return place + later + (warnings.length > 0 ? ` (${warnings.join('; ')})` : '');
}

/** What has to be said of a source beside it; empty where it was read in its own words. */
export function warningOf(
  { status, seenIn }: Pick<Citation, 'status' | 'seenIn'>,
  { isRechecked }: Pick<ReviewState, 'isRechecked'>,
): string {
  if (isRechecked) return '';
  if (status === 'seed' && seenIn) return `as cited by ${seenIn}, original not checked`;
  return WARNING[status];
}

function overdueWarning({ currency, reviewBy }: ReviewState): string {
  return currency === 'overdue' ? `another look was due by ${reviewBy}` : '';
}

const WARNING: Record<Citation['status'], string> = {
  seen: '',
  secondary: 'seen in another’s account',
  unverified: 'not verified',
  seed: 'as cited in professional press, original not checked',
};

function platformEntries(): WrittenEntry[] {
  return listPlatforms().map((pack) => ({
    key: `C.${pack.key}`,
    body: pack.moderator ?? pack.name,
    editions: [
      {
        title: `${pack.name}: moderation rules`,
        gist: `Report by: ${pack.reportPath}. Grounds are the platform’s own; disagreement is none.`,
        status: pack.status === 'unverified' ? 'unverified' : 'seen',
        checkedOn: PLATFORMS_CHECKED_ON,
      },
    ],
  }));
}
