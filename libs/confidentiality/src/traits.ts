import type { CompiledFacts } from './case-facts.js';
import { daysSaid } from './dates-layer.js';
import { ownWords } from './own-details.js';
import type { ParsedText, Word } from './words.js';
import * as words from './data/trait-words.js';

export const TRAIT_KINDS = ['age', 'job', 'relative', 'town', 'condition', 'ward', 'day'] as const;
/** One way of telling people apart. */
export type TraitKind = (typeof TRAIT_KINDS)[number];

/** Where a text tells one person from others; word numbers, both inclusive. */
export interface Trait {
  readonly kind: TraitKind;
  readonly first: number;
  readonly last: number;
}

/** Kinds that describe a person; a condition, a ward or a day describes nobody without one of these. */
export const OF_PERSON: ReadonlySet<TraitKind> = new Set(['age', 'job', 'relative', 'town']);

/** Kinds that count in every sentence; the others only where something is told that happened. */
const UNTOLD: ReadonlySet<TraitKind> = new Set(['age', 'job', 'relative']);

type Place = readonly [kind: TraitKind, last: number];
type Finder = (text: ParsedText, at: number) => Place | undefined;

const wordAt = ({ words: all }: ParsedText, at: number): string => all[at]?.text ?? '';

const isOneOf = (set: ReadonlySet<string>, text: ParsedText, places: readonly number[]): boolean =>
  places.some((at) => set.has(wordAt(text, at)));

/** "41-year-old", "aged 41", "in her fifties", "a toddler". */
const ageAt: Finder = (text, at) => {
  const [word, next, after] = [wordAt(text, at), wordAt(text, at + 1), wordAt(text, at + 2)];
  if (/^\d{1,3}$/.test(word)) {
    const isAge = /^(?:year|yr|month)s?$/.test(next) && after === 'old';
    return isAge ? ['age', at + 2] : undefined;
  }
  if (word === 'aged') return /^\d{1,3}$/.test(next) ? ['age', at + 1] : undefined;
  if (words.DECADES.has(word) && isOneOf(new Set(['his', 'her', 'their']), text, [at - 1, at - 2]))
    return ['age', at];
  return words.AGES.has(word) && isOneOf(words.WHOSE, text, [at - 1, at - 2])
    ? ['age', at]
    : undefined;
};

const jobAt: Finder = (text, at) =>
  words.JOBS.has(wordAt(text, at)) && isOneOf(words.WHOSE, text, [at - 1, at - 2])
    ? ['job', at]
    : undefined;

/** Not "Sister Petrie", who is a nurse. */
const relativeAt: Finder = (text, at) =>
  words.RELATIVES.has(wordAt(text, at)) &&
  !text.words[at]!.isCapital &&
  isOneOf(words.WHOSE, text, [at - 1, at - 2])
    ? ['relative', at]
    : undefined;

/** "in Bangor", "a lady from Derry". */
const townAt: Finder = (text, at) => {
  const word = text.words[at]!;
  const before = text.words[at - 1];
  if (!before || !word.isCapital || word.isAllCapitals || before.sentence !== word.sentence)
    return undefined;
  const isTown = words.IN_A_TOWN.has(before.text) && !words.NO_TOWN.has(word.text);
  return isTown && !/\d/.test(word.text) ? ['town', at] : undefined;
};

/** "Ward 7", "Bay C", "the maternity unit", "Rowan Ward". */
const wardAt: Finder = (text, at) => {
  if (!words.WARDS.has(wordAt(text, at))) return undefined;
  if (/^(?:\d{1,2}[a-z]?|[a-h])$/.test(wordAt(text, at + 1))) return ['ward', at + 1];
  const before = text.words[at - 1];
  const isNamed = before?.isCapital === true && !before.isFirst && text.words[at]!.isCapital;
  return isNamed || words.NAMED_WARDS.has(before?.text ?? '') ? ['ward', at] : undefined;
};

const FINDERS = [ageAt, jobAt, relativeAt, townAt, wardAt];

/**
 * What a text says by which one person could be told from others. What is the organisation's own does not count, nor
 * does what is said of anybody; where, when and for what counts only in a sentence that tells of a deed.
 *
 * @param isStory the whole text tells of one thing that happened, as a post does.
 */
export function traitsOf(text: ParsedText, facts: CompiledFacts, isStory = false): Trait[] {
  const own = ownWords(text, facts.own);
  const isHeard = heardSentences(text.words, isStory);
  const traits = text.words.flatMap((_, at): Trait[] => {
    const found = own[at] ? undefined : traitAt(text, at, facts);
    return found ? [{ kind: found[0], first: at, last: found[1] }] : [];
  });
  const days = daysSaid(text, facts).days.map(({ first, last }): Trait => ({
    kind: 'day',
    first,
    last,
  }));
  return [...traits, ...days].filter(({ kind, first }) =>
    isHeard(text.words[first]!.sentence, UNTOLD.has(kind)),
  );
}

function traitAt(text: ParsedText, at: number, facts: CompiledFacts): Place | undefined {
  const condition = facts.clinical.at(text.words, at);
  if (condition) return ['condition', condition.last];
  for (const find of FINDERS) {
    const found = find(text, at);
    if (found) return found;
  }
  return undefined;
}

/** Which sentences count, for what needs no story and for what does. */
function heardSentences(all: readonly Word[], isStory: boolean) {
  const told = new Set<number>();
  const general = new Set<number>();
  for (const { text, sentence } of all) {
    if (words.TOLD.has(text) || (text.length > 4 && text.endsWith('ed'))) told.add(sentence);
    if (words.OF_ANYBODY.has(text)) general.add(sentence);
  }
  return (sentence: number, needsNoStory: boolean): boolean =>
    isStory || (!general.has(sentence) && (needsNoStory || told.has(sentence)));
}
