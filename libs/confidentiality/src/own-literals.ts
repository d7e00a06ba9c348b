import type { CompiledFacts } from './case-facts.js';
import type { ParsedText } from './words.js';
import { digitRuns } from './digit-runs.js';
import { withoutTrailing } from './letters.js';
import { foldString } from './normalise.js';
import { nationalDigits } from './own-details.js';
import { ROLES } from './data/known-safe-words.js';

const ADDRESS = /[^\s()<>"]+/g;

const bare = (address: string): string =>
  address
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');

/** Where one stands: first and last word number, both inclusive. */
export type OwnLiteral = readonly [first: number, last: number];

/**
 * Places of the organisation's own telephone numbers, e-mail addresses and website, letter by letter: nothing may hang
 * on them, neither a path nor another name before the `@`.
 */
export function ownLiterals(text: ParsedText, { own, context }: CompiledFacts): OwnLiteral[] {
  const { website } = context.organisation ?? {};
  const known = new Set([...own.emails, ...(website ? [bare(foldString(website))] : [])]);
  const phones = digitRuns(text).filter(({ digits }) => own.phones.has(nationalDigits(digits)));
  const addresses = [...text.folded.matchAll(ADDRESS)]
    .map(({ 0: written, index }) => ({ written: withoutTrailing(written, '.,;:!?'), index }))
    .filter(({ written }) => known.has(bare(written)) || isRoleAddress(written, own))
    .map(({ written, index }) => ({ start: index, end: index + written.length }));
  return [...phones, ...addresses].flatMap((place) => wordsWithin(text, place));
}

/** A letter box of the organisation's domain that carries the name of an office: "complaints@". */
function isRoleAddress(written: string, own: CompiledFacts['own']): boolean {
  const [box = '', domain = '', more] = written.split('@');
  if (more !== undefined || !own.domains.includes(domain)) return false;
  return box.split(/[._-]/).every((part) => ROLES.has(part));
}

function wordsWithin(
  { words }: ParsedText,
  { start, end }: { readonly start: number; readonly end: number },
): OwnLiteral[] {
  const first = words.findIndex((word) => word.start >= start);
  const last = words.findLastIndex((word) => word.end <= end);
  return first >= 0 && last >= first ? [[first, last]] : [];
}
