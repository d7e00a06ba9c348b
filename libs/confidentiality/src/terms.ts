import type { Word } from './words.js';
import { wordsOf } from './words.js';

/** Many terms of one or more words, found in one pass. */
export class TermIndex<T> {
  private readonly byFirst = new Map<string, { words: readonly string[]; value: T }[]>();

  add(term: string, value: T): void {
    const words = wordsOf(term);
    const first = words[0];
    if (first === undefined) return;
    const list = this.byFirst.get(first) ?? [];
    list.push({ words, value });
    list.sort((a, b) => b.words.length - a.words.length);
    this.byFirst.set(first, list);
  }

  /** Longest term that begins at a word, with the position of its last word. */
  at(words: readonly Word[], start: number): { last: number; value: T } | undefined {
    const terms = this.byFirst.get(words[start]!.text);
    if (terms === undefined) return undefined;
    for (const term of terms) {
      if (standsAt(words, start, term.words))
        return { last: start + term.words.length - 1, value: term.value };
    }
    return undefined;
  }
}

function standsAt(words: readonly Word[], start: number, term: readonly string[]): boolean {
  for (let index = 1; index < term.length; index++)
    if (words[start + index]?.text !== term[index]) return false;
  return true;
}
