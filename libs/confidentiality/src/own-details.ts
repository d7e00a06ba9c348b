import type { OrganisationContext } from './model.js';
import type { ParsedText } from './words.js';
import { foldString } from './normalise.js';
import { wordsOf } from './words.js';
import { HONORIFICS } from './data/name-words.js';

/** The organisation's own names, numbers and addresses: never findings. */
export interface OwnDetails {
  readonly phrases: readonly (readonly string[])[];
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
    .replace(/[/?#].*$/, '')
    .replace(/^.*@/, '');

function staffPhrases(name: string): string[][] {
  const words = wordsOf(name);
  const [first] = words;
  const bare = words.filter((word) => !HONORIFICS.has(word));
  const surname = bare.at(-1);
  const titled = [
    'dr',
    'mr',
    'mrs',
    'ms',
    'miss',
    'professor',
    'prof',
    'doctor',
    'nurse',
    'sister',
  ];
  const phrases = [words, bare];
  if (surname !== undefined && bare.length < words.length) {
    for (const title of new Set([...titled, first ?? 'dr'])) phrases.push([title, surname]);
  }
  return phrases;
}

/** Compiles what belongs to the organisation. */
export function compileOrganisation(organisation: OrganisationContext): OwnDetails {
  const { name, phones = [], emails = [], addresses = [], website } = organisation;
  const people = [...(organisation.clinicians ?? []), ...(organisation.contacts ?? [])];
  const lines = addresses.flatMap((address) => [address, ...address.split(',')]);
  return {
    phrases: [...[name ?? '', ...lines].map(wordsOf), ...people.flatMap(staffPhrases)].filter(
      (phrase) => phrase.length > 0,
    ),
    phones: new Set(phones.map(nationalDigits)),
    emails: new Set(emails.map(foldString)),
    domains: [...emails, ...(website ? [website] : [])].map(domainOf),
    squeezedAddresses: addresses
      .map((address) => foldString(address).replace(/[^a-z0-9]/g, ''))
      .join(' '),
  };
}

/** For each word of a text, whether it belongs to one of the organisation's own details. */
export function ownWords(text: ParsedText, own: OwnDetails): Uint8Array {
  const marks = new Uint8Array(text.words.length);
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const phrase of own.phrases) {
    byFirst.set(phrase[0]!, [...(byFirst.get(phrase[0]!) ?? []), phrase]);
  }
  text.words.forEach((word, at) => {
    for (const phrase of byFirst.get(word.text) ?? []) {
      const fits = phrase.every((part, index) => text.words[at + index]?.text === part);
      if (fits) marks.fill(1, at, at + phrase.length);
    }
  });
  return marks;
}
