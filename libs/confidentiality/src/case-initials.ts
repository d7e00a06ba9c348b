import type { PersonName } from './case-names.js';
import type { Word } from './words.js';
import { wordList } from './data/grammar-words.js';

/** Initials written as one word: two letters are only a name where a name can stand. */
function isInitials(words: readonly Word[], at: number, person: PersonName): boolean {
  const word = words[at]!;
  if (!person.initials.has(word.text) || !word.isAllCapitals) return false;
  if (word.text.length > 2) return true;
  const after = words[at + 1];
  return after?.sentence === word.sentence && AFTER_INITIALS.has(after.text);
}
const AFTER_INITIALS = new Set(
  wordList("was is has had did 's came said attended declined refused were"),
);

/** "F.K.", "F K", or "M. Winter": initials with full stops, or in front of the surname. */
export function initialsAt(
  words: readonly Word[],
  at: number,
  person: PersonName,
): number | undefined {
  const word = words[at]!;
  if (!word.isCapital) return undefined;
  if (word.text.length > 1) return isInitials(words, at, person) ? at : undefined;
  const next = words[at + 1];
  if (!next?.isCapital || next.start - word.end > 2) return undefined;
  if (person.letters.has(word.text) && person.surnames.has(next.text)) return at + 1;
  let letters = '';
  for (let step = 0; step < 4; step++) {
    const letter = words[at + step];
    if (!letter?.isCapital || letter.text.length > 1) break;
    letters += letter.text;
    if (letters.length >= 2 && person.initials.has(letters)) return at + step;
  }
  return undefined;
}
