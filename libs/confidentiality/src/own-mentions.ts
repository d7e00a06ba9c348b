import type { PersonName } from './case-names.js';
import type { OwnDetails, OwnPlace } from './own-details.js';
import type { ParsedText, Word } from './words.js';
import { ownPlacesAround } from './own-details.js';
import { CIVIL_TITLES, isTitle } from './data/name-words.js';

/** Where a person of the case is mentioned; word numbers, both inclusive. */
type Mention = readonly [first: number, last: number];

const isNameOf = (person: PersonName, word: string): boolean =>
  person.given.has(word) || person.surnames.has(word);

/**
 * Whether what looks like a mention of a person of the case is a name of the organisation's own.
 *
 * The case comes first: a full name, an alias or initials are never the organisation's, whoever else is
 * called so. What is left is a word that both share: the clinician's surname behind the title that the
 * clinician bears, or one word of a longer own name ("St Mark's Hospital", "Helen Ward").
 */
export function isOwnMention(
  text: ParsedText,
  own: OwnDetails,
  person: PersonName,
  mention: Mention,
): boolean {
  const names = text.words
    .slice(mention[0], mention[1] + 1)
    .map((word) => word.text)
    .filter((word) => !isTitle(word));
  const isShared = names.length === 1 || isSurnameOnly(person, names);
  if (!isShared) return false;
  return ownPlacesAround(text, own, mention).some((place) =>
    place.phrase.title === undefined
      ? isWordOfLongerName(text, person, mention, place)
      : isTitledSurname(person, place),
  );
}

/** A surname of several words: "Llewelyn-Price". */
function isSurnameOnly(person: PersonName, names: readonly string[]): boolean {
  const isFull = person.full.some((full) => full.join(' ') === names.join(' '));
  return !isFull && names.every((name) => person.surnames.has(name) && !person.given.has(name));
}

/** "Dr Khan": not when the case knows its own Dr Khan, nor "Mrs Khan" of somebody who has all the names of its Mrs Khan. */
function isTitledSurname(person: PersonName, { phrase }: OwnPlace): boolean {
  const title = phrase.title ?? '';
  const surname = phrase.words.at(-1) ?? '';
  if (person.titled.has(`${title} ${surname}`)) return false;
  const isNamesake = phrase.names.some((name) => person.given.has(name));
  return !(isNamesake && CIVIL_TITLES.has(title));
}

/** Beside the mention, within the own name, stands a name that the person of the case does not bear. */
function isWordOfLongerName(
  text: ParsedText,
  person: PersonName,
  [first, last]: Mention,
  place: OwnPlace,
): boolean {
  const before = first > place.first ? [first - 1, first] : undefined;
  const after = last < place.last ? [last, last + 1] : undefined;
  return [before, after].some((pair) => {
    if (!pair) return false;
    const [left, right] = pair.map((at) => text.words[at]!) as [Word, Word];
    const other = pair === before ? left : right;
    const gap = text.folded.slice(left.end, right.start);
    return tellsApart(other, person) && left.sentence === right.sentence && /^[ .-]*$/.test(gap);
  });
}

function tellsApart(word: Word, person: PersonName): boolean {
  return (
    word.isCapital &&
    /^[a-z]{2,}$/.test(word.text) &&
    !isTitle(word.text) &&
    !isNameOf(person, word.text)
  );
}
