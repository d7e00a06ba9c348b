import type { Word } from './words.js';
import * as words from './data/known-safe-words.js';

type Sentence = readonly Word[];
type Rule = (sentence: Sentence, at: number) => boolean;

const wordAt = (sentence: Sentence, at: number): string => sentence[at]?.text ?? '';

const isOneOf = (
  set: ReadonlySet<string>,
  sentence: Sentence,
  places: readonly number[],
): boolean => places.some((at) => set.has(wordAt(sentence, at)));

/** "your feedback", "your kind words": nothing that only somebody who was there could have. */
const isOpenYour: Rule = (sentence, at) => {
  const next = wordAt(sentence, at + 1);
  const isOwn = words.YOUR_OWN.has(next) || words.YOUR_ADJECTIVES.has(next);
  return isOwn && isOneOf(words.YOUR_OWN, sentence, [at + 1, at + 2]);
};

/** "you can call", "if you have a concern", "thank you": what the reader may do, and nothing that they did. */
const isOpenYou: Rule = (sentence, at) => {
  if (sentence.some(({ text }) => words.OF_CARE.has(text))) return false;
  const [next, after] = [wordAt(sentence, at + 1), wordAt(sentence, at + 2)];
  if (words.YOU_CAN.has(next)) return words.YOU_CAN_DO.has(after);
  if (next === 'are' && after === 'welcome') return true;
  if (words.YOU_IF.has(next)) {
    if (!isOneOf(words.CONDITIONS, sentence, [at - 1, at - 2])) return false;
    if (next === 'have') return words.YOU_HAVE.has(after);
    return next !== 'are' || words.YOU_ARE.has(after);
  }
  return words.TO_YOU.has(wordAt(sentence, at - 1));
};

/** "they" needs somebody before it who is many. */
const isOfMany: Rule = (sentence, at) =>
  sentence.slice(0, at).some(({ text }) => words.MANY.has(text));

const hasNotDone: Rule = (sentence, at) => words.HAVE_NOT_DONE.has(wordAt(sentence, at + 1));

/** Refusing to say is safe; saying one of the two alone is not. */
const isNeither: Rule = (sentence) =>
  ['confirm', 'deny'].every((verb) => sentence.some(({ text }) => text === verb)) &&
  sentence.some(({ text }) => ['not', 'neither', 'unable', 'never'].includes(text));

/** "it's", "that's", "everybody's". */
const isShortIs: Rule = (sentence, at) =>
  isOneOf(words.SHORT_IS, sentence, [at - 1]) || isOneOf(words.MANY, sentence, [at - 1]);

const RULES: Readonly<Record<string, Rule>> = {
  you: isOpenYou,
  your: isOpenYour,
  have: hasNotDone,
  has: hasNotDone,
  having: hasNotDone,
  they: isOfMany,
  them: isOfMany,
  their: isOfMany,
  theirs: isOfMany,
  themselves: isOfMany,
  confirm: isNeither,
  deny: isNeither,
};

/** Whether a word of a sentence may stand where it does. */
export function isSafeWord(sentence: Sentence, at: number): boolean {
  const { text } = sentence[at]!;
  if (text === "'s") return isShortIs(sentence, at);
  if (text === "'d") return ['we', 'i', 'you'].includes(wordAt(sentence, at - 1));
  if (!words.KNOWN_SAFE_WORDS.has(text)) return false;
  const rule = RULES[text] ?? (() => true);
  return rule(sentence, at) && isOfNobody(sentence, at) && !isDeed(sentence, at);
}

/** One person only as "any patient"; no complaint and no people that "the" or "this" points at. */
function isOfNobody(sentence: Sentence, at: number): boolean {
  const { text } = sentence[at]!;
  if (words.ONE_PERSON.has(text)) {
    const isName = isOneOf(words.OF_MANY, sentence, [at + 1]);
    return isName || isOneOf(words.ANYBODY, sentence, [at - 1]) || isNeither(sentence, at);
  }
  if (!words.EVENTS.has(text) || isOneOf(words.OFFICES, sentence, [at + 1])) return true;
  return !isOneOf(words.POINTERS, sentence, [at - 1, at - 2]);
}

/** "followed" tells what was done; "is followed" what is done always. */
function isDeed(sentence: Sentence, at: number): boolean {
  if (!words.PARTICIPLES.has(wordAt(sentence, at))) return false;
  const before = isOneOf(words.BETWEEN_BE, sentence, [at - 1]) ? at - 2 : at - 1;
  return !isOneOf(words.FORMS_OF_BE, sentence, [before]);
}
