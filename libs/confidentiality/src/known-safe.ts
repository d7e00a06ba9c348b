import type { CompiledFacts } from './case-facts.js';
import { isAddress } from './form-of-address.js';
import { type OwnLiteral, ownLiterals } from './own-literals.js';
import { ownWords } from './own-details.js';
import { isSafeWord } from './known-safe-grammar.js';
import { KNOWN_SAFE_MARKS, type KnownSafeKind } from './data/known-safe-kinds.js';
import { parse, type ParsedText } from './words.js';
import { KNOWN_SAFE_WORDS } from './data/known-safe-words.js';

/** A person reads longer sentences. */
const MOST_WORDS = 60;

/** Shorter ones mean what the sentence before makes them mean. */
const FEWEST_WORDS = 3;

/** Initials are no name by which anybody is greeted. */
const SHORTEST_NAME = 3;

/** Spaces and the signs of ordinary prose: a letter that no word took up could say anything. */
const PROSE = /^[\s.,;:!?'"()\u2010-\u2015\u2018\u2019\u201c\u201d/-]*$/;

/**
 * Recognises a sentence that can be said to anybody, whoever reads it: thanks, general condolence, contact, policy,
 * process, or something of all patients. Narrow on purpose: one word from outside its list, one name or number that is
 * not the organisation's own, one past tense, one "you" of whom something is said, and the answer is `undefined`.
 */
export function knownSafeKind(sentence: string, facts: CompiledFacts): KnownSafeKind | undefined {
  const text = parse(sentence);
  const { words } = text;
  if (words.length === 0 || words.length > MOST_WORDS) return undefined;
  const literals = ownLiterals(text, facts);
  if (!isProse(text, literals)) return undefined;
  const own = ownWords(text, facts.own);
  for (const [first, last] of literals) own.fill(1, first, last + 1);
  const isAddressed = (at: number) =>
    words[at]!.text.length >= SHORTEST_NAME &&
    facts.signed.has(words[at]!.text) &&
    isAddress(text, at);
  const isSafe = words.every((_, at) => own[at] || isSafeWord(words, at) || isAddressed(at));
  return isSafe ? kindOf(text, own) : undefined;
}

/**
 * Whether a stretch of a text is not known to be safe, told from its words alone: a quick look before `knownSafeKind`
 * reads it. Where an own number or address may stand, that is left to it.
 *
 * @param own for each word of the whole text, whether it is the organisation's
 */
export function isPlainlyUnknown(
  text: ParsedText,
  [from, to]: readonly [from: number, to: number],
  own: Uint8Array,
  facts: CompiledFacts,
): boolean {
  if (to - from > MOST_WORDS) return true;
  let isKnown = true;
  for (let at = from; at < to && isKnown; at++) {
    const word = text.words[at]!.text;
    isKnown = own[at] === 1 || word.startsWith("'") || KNOWN_SAFE_WORDS.has(word);
    isKnown ||= facts.signed.has(word);
  }
  return !isKnown && !mayHoldLiteral(text, [from, to], facts);
}

/** An own literal has figures, an `@` or a full stop within; a website may be one word. */
function mayHoldLiteral(
  text: ParsedText,
  [from, to]: readonly [from: number, to: number],
  facts: CompiledFacts,
): boolean {
  if (facts.context.organisation?.website?.includes('.') === false) return true;
  const said = text.folded.slice(text.words[from]!.start, text.words[to - 1]!.end);
  return /[@\d]|\S\.\S/.test(said);
}

function kindOf({ words }: ParsedText, own: Uint8Array): KnownSafeKind | undefined {
  const said = words.flatMap((word, at) => (own[at] ? [] : [word.text])).join(' ');
  const kind = KNOWN_SAFE_MARKS.find(([, mark]) => mark.test(said))?.[0];
  if (own.includes(1)) return kind ?? 'contact';
  return kind === 'thanks' || words.length >= FEWEST_WORDS ? kind : undefined;
}

/** Signs within the organisation's own addresses are left out of account. */
function isProse({ words, folded }: ParsedText, literals: readonly OwnLiteral[]): boolean {
  const isInside = (at: number) => literals.some(([first, last]) => first < at && at <= last);
  return [...words, undefined].every((word, at) => {
    const gap = folded.slice(words[at - 1]?.end ?? 0, word?.start);
    return PROSE.test(gap) || isInside(at);
  });
}
