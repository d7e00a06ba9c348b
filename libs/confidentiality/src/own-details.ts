import type { OrganisationContext } from './model.js';
import type { ParsedText } from './words.js';
import { foldString } from './normalise.js';
import { wordsOf } from './words.js';
import { isTitle, titleForms } from './data/name-words.js';

/** A name or address of the organisation or of one of its people, word by word. */
export interface OwnPhrase {
  readonly words: readonly string[];
  /** Names of the person without titles; all words of anything else. */
  readonly names: readonly string[];
  /** Set when the phrase is a clinician's title and surname. */
  readonly title?: string;
}

/**
 * The organisation's own names, numbers and addresses. They are no findings by themselves; what the
 * case knows of its patient and of third parties is found all the same.
 */
export interface OwnDetails {
  /** By their first word. */
  readonly phrases: ReadonlyMap<string, readonly OwnPhrase[]>;
  /** Words of the longest phrase. */
  readonly longest: number;
  /** Digits of the telephone numbers, without country code and leading zero. */
  readonly phones: ReadonlySet<string>;
  readonly emails: ReadonlySet<string>;
  readonly domains: readonly string[];
  /** Addresses with letters and digits only. */
  readonly squeezedAddresses: string;
}

/** National part of a telephone number, digits only. */
export function nationalDigits(value: string): string {
  return value
    .replace(/\D/g, '')
    .replace(/^(?:00)?(?:44|353)0?/, '')
    .replace(/^0/, '');
}

const domainOf = (value: string): string =>
  foldString(value)
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .split(/[/?#]/, 1)[0]!
    .replace(/^.*@/, '');

/** The full name with and without its titles, and for a clinician each given title with the surname. */
function personPhrases(person: string, isClinician: boolean): OwnPhrase[] {
  const words = wordsOf(person);
  const titles = words.filter(isTitle);
  const names = words.filter((word) => !isTitle(word));
  const whole = names.length > 1 ? [words, names] : [words];
  const phrases = whole.map((phrase): OwnPhrase => ({ words: phrase, names }));
  if (!isClinician) return phrases;
  // A surname may have several words: "Dr de la Cruz".
  const surnames = names.map((_, at) => names.slice(at));
  const titled = titles
    .flatMap(titleForms)
    .flatMap((title) =>
      surnames.map((surname): OwnPhrase => ({ words: [title, ...surname], names, title })),
    );
  return [...titled, ...phrases];
}

function byFirstWord(phrases: readonly OwnPhrase[]): Map<string, OwnPhrase[]> {
  const byFirst = new Map<string, OwnPhrase[]>();
  for (const phrase of phrases) {
    const [first] = phrase.words;
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  return byFirst;
}

/** Compiles what belongs to the organisation. */
export function compileOrganisation(organisation: OrganisationContext): OwnDetails {
  const { name, phones = [], emails = [], addresses = [], website } = organisation;
  const lines = addresses.flatMap((address) => [address, ...address.split(',')]);
  const phrases: OwnPhrase[] = [
    ...[name ?? '', ...lines].map(wordsOf).map((words) => ({ words, names: words })),
    ...(organisation.clinicians ?? []).flatMap((person) => personPhrases(person, true)),
    ...(organisation.contacts ?? []).flatMap((person) => personPhrases(person, false)),
  ];
  return {
    phrases: byFirstWord(phrases),
    longest: Math.max(0, ...phrases.map(({ words }) => words.length)),
    phones: new Set(phones.map(nationalDigits)),
    emails: new Set(emails.map(foldString)),
    domains: [...emails, ...(website ? [website] : [])].map(domainOf),
    squeezedAddresses: addresses
      .map((address) => foldString(address).replace(/[^a-z0-9]/g, ''))
      .join(' '),
  };
}

const standsAt = (text: ParsedText, at: number, { words }: OwnPhrase): boolean =>
  words.every((part, index) => text.words[at + index]?.text === part);

/** For each word of a text, whether it belongs to one of the organisation's own details. */
export function ownWords(text: ParsedText, own: OwnDetails): Uint8Array {
  const marks = new Uint8Array(text.words.length);
  text.words.forEach((word, at) => {
    for (const phrase of own.phrases.get(word.text) ?? []) {
      if (standsAt(text, at, phrase)) marks.fill(1, at, at + phrase.words.length);
    }
  });
  return marks;
}

/** An own phrase where it stands in a text; `last` is inclusive. */
export interface OwnPlace {
  readonly phrase: OwnPhrase;
  readonly first: number;
  readonly last: number;
}

/** The own phrases that hold a run of words (both inclusive). */
export function ownPlacesAround(
  text: ParsedText,
  own: OwnDetails,
  [first, last]: readonly [number, number],
): OwnPlace[] {
  const places: OwnPlace[] = [];
  for (let at = Math.max(0, last - own.longest + 1); at <= first; at++) {
    for (const phrase of own.phrases.get(text.words[at]!.text) ?? []) {
      const end = at + phrase.words.length - 1;
      if (end >= last && standsAt(text, at, phrase)) places.push({ phrase, first: at, last: end });
    }
  }
  return places;
}
