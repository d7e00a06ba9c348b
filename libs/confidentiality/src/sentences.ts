import { createHash } from 'node:crypto';

const SENTENCE_END = /(?<=[.!?…][”’")\]]?)\s+/;

/** The sentences and lines of a text, each with single spaces; empty ones left out. */
export function sentencesOf(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => line.split(SENTENCE_END))
    .map(inOneForm)
    .filter((words) => words !== '');
}

/** Where the sentences and lines of a text stand in it, without the spaces around them; `to` is exclusive. */
export function sentencePlaces(text: string): { from: number; to: number }[] {
  const ends = [...text.matchAll(/\n|(?<=[.!?…][”’")\]]?)\s+/g)].map((gap) => gap.index);
  return [0, ...ends].flatMap((from, index, starts) => {
    const words = text.slice(from, starts[index + 1] ?? text.length);
    const start = from + (words.length - words.trimStart().length);
    const trimmed = words.trim();
    return trimmed === '' ? [] : [{ from: start, to: start + trimmed.length }];
  });
}

/** SHA-256 of a sentence in UTF-8, lower-case hex. */
export function sentenceHash(sentence: string): string {
  return createHash('sha256').update(sentence, 'utf8').digest('hex');
}

/**
 * Tells whether a stretch of a text lies wholly in approved sentences: every sentence that it touches has a hash that
 * is known. The hashes are made when they are first asked for.
 *
 * @param approved hashes as {@link sentenceHash} makes them.
 * @returns offsets are UTF-16 units, `to` is exclusive.
 */
export function approvedStretches(
  text: string,
  approved: ReadonlySet<string>,
): (from: number, to: number) => boolean {
  if (approved.size === 0) return () => false;
  let places: readonly JudgedPlace[] | undefined;
  return (from, to) => {
    places ??= sentencePlaces(text).map((place) => ({
      ...place,
      isApproved: approved.has(sentenceHash(inOneForm(text.slice(place.from, place.to)))),
    }));
    const first = firstEndingAfter(places, from);
    let last = first;
    while (last < places.length && places[last]!.from < to && places[last]!.isApproved) last++;
    return last > first && !(last < places.length && places[last]!.from < to);
  };
}

interface JudgedPlace {
  readonly from: number;
  readonly to: number;
  readonly isApproved: boolean;
}

/** Halves the list, since a long text may have its sentences asked about one by one. */
function firstEndingAfter(places: readonly JudgedPlace[], at: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.to > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

function inOneForm(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}
