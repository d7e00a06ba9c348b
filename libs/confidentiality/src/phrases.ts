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
  if (body === '#') {
    return { accepts: (word) => /^\d+$/.test(word.text), isOptional, gap: 0, firsts: null };
  }
  if (body === '^A') return { accepts: (word) => word.isCapital, isOptional, gap: 0, firsts: null };
  if (body.startsWith('!')) {
    const refused = alternativesOf(body.slice(1), sets);
    return { accepts: (word) => !refused.has(word.text), isOptional, gap: 0, firsts: null };
  }
  const words = alternativesOf(body, sets);
  return { accepts: (word) => words.has(word.text), isOptional, gap: 0, firsts: [...words] };
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

/** Matches a phrase at one word; undefined when it does not fit there. */
export function matchAt(
  phrase: Phrase,
  words: readonly Word[],
  start: number,
): PhraseMatch | undefined {
  const opening = words[start];
  if (!opening || (phrase.isAnchored && !opening.isFirst)) return undefined;
  const marks: number[] = [];
  if (!follow(phrase.steps, 0, { words, sentence: opening.sentence }, start, marks))
    return undefined;
  const inside = marks.filter((_, index) => index % 2 === 0);
  return reported(phrase, inside, marks);
}

interface Walk {
  readonly words: readonly Word[];
  readonly sentence: number;
}

/** Depth-first walk; the number of paths is bounded by the (small) gaps of the phrase. */
function follow(
  steps: readonly Step[],
  index: number,
  walk: Walk,
  at: number,
  marks: number[],
): boolean {
  const step = steps[index];
  if (!step) return true;
  const fits = (position: number): boolean =>
    walk.words[position]?.sentence === walk.sentence && step.accepts(walk.words[position]);
  if (step.gap > 0) {
    for (let taken = 0; taken <= step.gap; taken++) {
      if (taken > 0 && walk.words[at + taken - 1]?.sentence !== walk.sentence) return false;
      if (follow(steps, index + 1, walk, at + taken, marks)) return true;
    }
    return false;
  }
  if (fits(at)) {
    marks.push(index, at);
    if (follow(steps, index + 1, walk, at + 1, marks)) return true;
    marks.length -= 2;
  }
  return step.isOptional && follow(steps, index + 1, walk, at, marks);
}

function reported(
  phrase: Phrase,
  stepsHit: readonly number[],
  marks: readonly number[],
): PhraseMatch {
  let first = -1;
  let last = -1;
  stepsHit.forEach((step, order) => {
    if (step < phrase.from || step >= phrase.to) return;
    const position = marks[order * 2 + 1]!;
    if (first < 0 || position < first) first = position;
    if (position > last) last = position;
  });
  return { first, last };
}

/** Phrases of one layer, indexed by the words they can begin with. */
export class PhraseBook<T> {
  private readonly byFirst = new Map<string, { phrase: Phrase; value: T }[]>();
  private readonly open: { phrase: Phrase; value: T }[] = [];

  add(phrase: Phrase, value: T): void {
    const firsts = phrase.steps[0]?.isOptional ? null : (phrase.steps[0]?.firsts ?? null);
    if (firsts === null) this.open.push({ phrase, value });
    for (const word of firsts ?? []) {
      const list = this.byFirst.get(word);
      if (list) list.push({ phrase, value });
      else this.byFirst.set(word, [{ phrase, value }]);
    }
  }

  /** Calls back for every phrase that fits at every word. */
  scan(words: readonly Word[], found: (match: PhraseMatch, value: T) => void): void {
    for (let start = 0; start < words.length; start++) {
      for (const { phrase, value } of this.byFirst.get(words[start]!.text) ?? []) {
        const match = matchAt(phrase, words, start);
        if (match) found(match, value);
      }
      for (const { phrase, value } of this.open) {
        const match = matchAt(phrase, words, start);
        if (match) found(match, value);
      }
    }
  }
}
