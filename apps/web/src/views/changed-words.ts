/** A run of words that stands in both texts, or in this one only. */
export interface WordRun {
  text: string;
  isChanged: boolean;
}

/** Two versions of a text, each whole, with the words marked that the other has not. */
export interface ChangedWords {
  before: WordRun[];
  after: WordRun[];
}

/** Beyond this many pairs of words the middle is marked as a whole, rather than let a page wait. */
const MOST_PAIRS = 4_000_000;

/** Holds two versions of a text against each other, word by word. */
export function changedWords(before: string, after: string): ChangedWords {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const head = countShared(old, now);
  const tail = countShared(old.slice(head).reverse(), now.slice(head).reverse());
  const [oldEnd, nowEnd] = [old.length - tail, now.length - tail];
  const kept = keptWords(old.slice(head, oldEnd), now.slice(head, nowEnd));
  const isOldKept = (at: number) => at < head || at >= oldEnd || kept.before.has(at - head);
  const isNowKept = (at: number) => at < head || at >= nowEnd || kept.after.has(at - head);
  return { before: runsOf(old, isOldKept), after: runsOf(now, isNowKept) };
}

/** Each word with the blanks after it, so that the parts make the whole again. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

function countShared(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count += 1;
  return count;
}

/** Places of the words of a longest common subsequence, in each text. */
function keptWords(old: readonly string[], now: readonly string[]) {
  const kept = { before: new Set<number>(), after: new Set<number>() };
  if (old.length * now.length > MOST_PAIRS) return kept;
  const width = now.length + 1;
  const lengths = commonLengths(old, now, width);
  let [one, other] = [0, 0];
  while (one < old.length && other < now.length) {
    const [below, beside] = [
      lengths[(one + 1) * width + other]!,
      lengths[one * width + other + 1]!,
    ];
    if (old[one] === now[other]) {
      kept.before.add(one);
      kept.after.add(other);
      one += 1;
      other += 1;
    } else if (below >= beside) one += 1;
    else other += 1;
  }
  return kept;
}

/** At `one * width + other`: how many words the rests from there have in common, in order. */
function commonLengths(old: readonly string[], now: readonly string[], width: number): Uint16Array {
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let one = old.length - 1; one >= 0; one -= 1) {
    for (let other = now.length - 1; other >= 0; other -= 1) {
      const at = one * width + other;
      lengths[at] =
        old[one] === now[other]
          ? lengths[at + width + 1]! + 1
          : Math.max(lengths[at + width]!, lengths[at + 1]!);
    }
  }
  return lengths;
}

function runsOf(words: readonly string[], isKept: (at: number) => boolean): WordRun[] {
  const runs: WordRun[] = [];
  for (const [at, word] of words.entries()) {
    const isChanged = !isKept(at);
    const last = runs.at(-1);
    if (last?.isChanged === isChanged) last.text += word;
    else runs.push({ text: word, isChanged });
  }
  return runs;
}
