import type { Word } from './words.js';

/** Named sets of words that a phrase may ask for with `@name`. */
export type WordSets = Readonly<Record<string, ReadonlySet<string>>>;

type Accepts = (word: Word) => boolean;

interface Step {
  readonly accepts: Accepts;
  readonly isOptional: boolean;
  /** Up to this many arbitrary words; zero for an ordinary step. */
  readonly gap: number;
  /** Words that could satisfy the step, when they can be listed. */
  readonly firsts: readonly string[] | null;
}

/** A phrase ready to be matched. */
export interface Phrase {
  readonly source: string;
  readonly steps: readonly Step[];
  /** The steps between square brackets, or all. */
  readonly from: number;
  readonly to: number;
  readonly isAnchored: boolean;
}

/** A match, as positions of words (both inclusive). */
export interface PhraseMatch {
  readonly first: number;
  readonly last: number;
}

const GAP = /^\*([1-9])$/;

function alternativesOf(source: string, sets: WordSets): Set<string> {
  const words = new Set<string>();
  for (const option of source.split('|')) {
    if (!option.startsWith('@')) words.add(option);
    else {
      const set = sets[option.slice(1)];
      if (!set) throw new Error(`a phrase asks for the unknown word set ${option}`);
      for (const word of set) words.add(word);
    }
  }
  return words;
}

function compileStep(source: string, sets: WordSets): Step {
  const gap = GAP.exec(source);
  if (gap) return { accepts: () => true, isOptional: true, gap: Number(gap[1]), firsts: null };
  const isOptional = source.endsWith('?');
  const body = isOptional ? source.slice(0, -1) : source;
  if (body === '^A') return { accepts: (word) => word.isCapital, isOptional, gap: 0, firsts: null };
  if (body.startsWith('!')) {
    const refused = alternativesOf(body.slice(1), sets);
    return { accepts: (word) => !refused.has(word.text), isOptional, gap: 0, firsts: null };
  }
  const words = alternativesOf(body, sets);
  const accepts: Accepts = words.has(NUMBER)
    ? (word) => words.has(word.text) || isNumber(word.text)
    : (word) => words.has(word.text);
  return { accepts, isOptional, gap: 0, firsts: [...words] };
}

/**
 * Compiles a phrase. Elements are separated by blanks: `word`, `a|b`, `@set`, `!@set` (one word not
 * in the set), `#` (a number), `^A` (a capitalised word), each with `?` when optional; `*n` is a gap
 * of at most n words; `[ … ]` marks the part that is reported; a leading `^` wants the start of a
 * sentence. A match never leaves its sentence.
 */
export function compilePhrase(source: string, sets: WordSets): Phrase {
  const steps: Step[] = [];
  let from = 0;
  let to = -1;
  let isAnchored = false;
  for (const element of source.split(' ')) {
    if (element === '[') from = steps.length;
    else if (element === ']') to = steps.length;
    else if (element === '^') isAnchored = true;
    else if (element !== '') steps.push(compileStep(element, sets));
  }
  return { source, steps, from, to: to < 0 ? steps.length : to, isAnchored };
}

interface Walk {
  readonly steps: readonly Step[];
  readonly words: readonly Word[];
  readonly sentence: number;
  /** Step and word position of each fit, in turn. */
  readonly marks: number[];
}

/** Matches a phrase at one word; undefined when it does not fit there. */
export function matchAt(
  phrase: Phrase,
  words: readonly Word[],
  start: number,
): PhraseMatch | undefined {
  const opening = words[start];
  if (!opening || (phrase.isAnchored && !opening.isFirst)) return undefined;
  if (cannotContinue(phrase, words, start)) return undefined;
  const walk: Walk = { steps: phrase.steps, words, sentence: opening.sentence, marks: [] };
  return follow(walk, 0, start) ? reported(phrase, walk.marks) : undefined;
}

/** A look at the second word settles most attempts. */
function cannotContinue(phrase: Phrase, words: readonly Word[], start: number): boolean {
  const second = phrase.steps[1];
  if (!second || second.isOptional || second.gap > 0 || phrase.steps[0]!.isOptional) return false;
  const word = words[start + 1];
  return !word || !second.accepts(word);
}

/** Depth-first walk; the number of paths is bounded by the (small) gaps of the phrase. */
function follow(walk: Walk, index: number, at: number): boolean {
  const step = walk.steps[index];
  if (!step) return true;
  if (step.gap > 0) return followGap(walk, index, at);
  const word = walk.words[at];
  if (word && word.sentence === walk.sentence && step.accepts(word)) {
    walk.marks.push(index, at);
    if (follow(walk, index + 1, at + 1)) return true;
    walk.marks.length -= 2;
  }
  return step.isOptional && follow(walk, index + 1, at);
}

function followGap(walk: Walk, index: number, at: number): boolean {
  const { gap } = walk.steps[index]!;
  for (let taken = 0; taken <= gap; taken++) {
    if (taken > 0 && walk.words[at + taken - 1]?.sentence !== walk.sentence) return false;
    if (follow(walk, index + 1, at + taken)) return true;
  }
  return false;
}

function reported(phrase: Phrase, marks: readonly number[]): PhraseMatch {
  let first = -1;
  let last = -1;
  for (let at = 0; at < marks.length; at += 2) {
    const step = marks[at]!;
    if (step < phrase.from || step >= phrase.to) continue;
    const position = marks[at + 1]!;
    if (first < 0) first = position;
    last = position;
  }
  return { first, last };
}

interface Entry<T> {
  readonly phrase: Phrase;
  readonly value: T;
}

const NUMBER = '#';
const isNumber = (text: string): boolean => text.charCodeAt(0) <= 57 && /^\d+$/.test(text);

/** Phrases of one layer, indexed by the words they can begin with. */
export class PhraseBook<T> {
  private readonly byFirst = new Map<string, Entry<T>[]>();

  /** @throws Error when the phrase begins with a step that any word could satisfy. */
  add(phrase: Phrase, value: T): void {
    const [opening] = phrase.steps;
    if (!opening?.firsts || opening.isOptional) {
      throw new Error(`a phrase must begin with a listed word: ${phrase.source}`);
    }
    for (const word of opening.firsts) {
      const list = this.byFirst.get(word);
      if (list) list.push({ phrase, value });
      else this.byFirst.set(word, [{ phrase, value }]);
    }
  }

  /** Calls back for every phrase that fits at every word. */
  scan(words: readonly Word[], found: (match: PhraseMatch, value: T) => void): void {
    for (let start = 0; start < words.length; start++) {
      const { text } = words[start]!;
      this.tryAll(this.byFirst.get(text), words, start, found);
      if (isNumber(text)) this.tryAll(this.byFirst.get(NUMBER), words, start, found);
    }
  }

  private tryAll(
    entries: readonly Entry<T>[] | undefined,
    words: readonly Word[],
    start: number,
    found: (match: PhraseMatch, value: T) => void,
  ): void {
    for (const { phrase, value } of entries ?? []) {
      const match = matchAt(phrase, words, start);
      if (match) found(match, value);
    }
  }
}
