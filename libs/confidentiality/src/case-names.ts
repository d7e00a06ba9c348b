import type { Finding } from './model.js';
import type { RuleText } from './rules.js';
import type { ParsedText, Word } from './words.js';
import { spanOf, wordsOf } from './words.js';
import { findingOf } from './rules.js';
import { initialsAt } from './case-initials.js';
import { isMisspelling } from './misspelling.js';
import { onceFor } from './once.js';
import {
  COMMON_WORD_NAMES,
  DIMINUTIVES,
  HONORIFICS,
  isTitle,
  titleForms,
} from './data/name-words.js';
import { COMMON_WORDS } from './data/common-words.js';
import { PLACE_HEADS, wordList } from './data/grammar-words.js';

/** The names under which one person may be mentioned. */
export interface PersonName {
  readonly given: ReadonlySet<string>;
  readonly surnames: ReadonlySet<string>;
  /** Title and last name, where the case gives a title: "mrs khan". */
  readonly titled: ReadonlySet<string>;
  /** Full names and aliases, word by word. */
  readonly full: readonly (readonly string[])[];
  /** Initials that are mentioned as such ("F.K."), as letters. */
  readonly initials: ReadonlySet<string>;
  /** First letters of all names. */
  readonly letters: ReadonlySet<string>;
}

const PARTICLES = new Set(
  wordList('de da du van von der den la le mac mc ni nic o al el bin ibn baby little the and of'),
);
const EVERYDAY_BEFORE = new Set(
  wordList('in since by until during from last this next early late mid every'),
);

function shortForms(given: string): string[] {
  return DIMINUTIVES.filter((group) => group.includes(given)).flat();
}

/** Builds the matcher of one person from names and aliases as the case holds them. */
export function personName(names: readonly string[], aliases: readonly string[]): PersonName {
  const given = new Set<string>();
  const surnames = new Set<string>();
  const initials = new Set<string>();
  const full: string[][] = [];
  for (const name of [...names, ...aliases]) addName(name, { given, surnames, initials, full });
  for (const name of names) {
    const letters = initialsOf(name);
    initials.add(letters);
    initials.add(`${letters.charAt(0)}${letters.slice(-1)}`);
  }
  const letters = new Set([...given, ...surnames].map((name) => name.charAt(0)));
  const titled = new Set([...names, ...aliases].flatMap(titledForms));
  return { given, surnames, titled, full, initials, letters };
}

function titledForms(name: string): string[] {
  const words = wordsOf(name);
  const last = words.at(-1);
  return words
    .filter(isTitle)
    .flatMap((title) => titleForms(title).map((form) => `${form} ${last}`));
}

interface Sink {
  readonly given: Set<string>;
  readonly surnames: Set<string>;
  readonly initials: Set<string>;
  readonly full: string[][];
}

function addName(name: string, sink: Sink): void {
  const all = wordsOf(name);
  const hasTitle = HONORIFICS.has(all[0] ?? '');
  const words = all.filter((word) => !HONORIFICS.has(word));
  if (words.length === 0) return;
  if (words.every((word) => word.length === 1) || /^[A-Z]{2,3}$/.test(name)) {
    sink.initials.add(words.join(''));
    return;
  }
  if (words.length > 1) sink.full.push(words);
  const parts = words.filter((word) => !PARTICLES.has(word) && word.length > 1);
  const [first, ...others] = parts;
  if (first !== undefined && !hasTitle) {
    sink.given.add(first);
    for (const form of shortForms(first)) sink.given.add(form);
  }
  for (const part of hasTitle ? parts : others) sink.surnames.add(part);
}

function initialsOf(name: string): string {
  return wordsOf(name)
    .filter((word) => !HONORIFICS.has(word) && !PARTICLES.has(word))
    .map((word) => word[0])
    .join('');
}

/** Mentions of one person, as findings of a rule. `isOwn` says which mentions are not of that person. */
export function nameFindings(
  text: ParsedText,
  person: PersonName,
  rule: RuleText,
  isOwn: (first: number, last: number) => boolean,
): Finding[] {
  const findings: Finding[] = [];
  const openings = openingsOf(person);
  if (openings.size === 0) return findings;
  for (let at = 0; at < text.words.length; at++) {
    const last = mayBegin(text.words[at]!, openings)
      ? mentionAt(text.words, at, person)
      : undefined;
    if (last === undefined || isOwn(at, last)) continue;
    findings.push(findingOf(rule, spanOf(text, at, last)));
    at = last;
  }
  return findings;
}

/** The letters with which a mention of a person can begin, titles left aside. */
const openingsOf = onceFor(
  ({ letters, full, initials }: PersonName) =>
    new Set([...letters, ...[...full.map(([first]) => first ?? ''), ...initials].map(firstLetter)]),
);

const firstLetter = (word: string): string => word.charAt(0);

/** A look at the first letter settles most words. */
function mayBegin({ text }: Word, openings: ReadonlySet<string>): boolean {
  return openings.has(text.charAt(0)) || HONORIFICS.has(text);
}

/** Last word of a mention that begins at a word. */
function mentionAt(words: readonly Word[], at: number, person: PersonName): number | undefined {
  for (const full of person.full) {
    if (!full.every((part, index) => words[at + index]?.text === part)) continue;
    const isEveryday = full.every((part) => COMMON_WORD_NAMES.has(part));
    if (!isEveryday || isWrittenAsName(words, at, full.length)) return at + full.length - 1;
  }
  return initialsAt(words, at, person) ?? partAt(words, at, person) ?? splitAt(words, at, person);
}

/** Everyday words make a full name only when each has a capital and nothing stands between. */
function isWrittenAsName(words: readonly Word[], at: number, length: number): boolean {
  const part = words.slice(at, at + length);
  return part.every((word) => word.isCapital && word.clause === words[at]!.clause);
}

/** "F a t i m a", "Fat-ima": a name taken apart. */
function splitAt(words: readonly Word[], at: number, person: PersonName): number | undefined {
  if (!person.letters.has(words[at]!.text.charAt(0))) return undefined;
  let joined = '';
  for (let step = 0; step < 12; step++) {
    const word = words[at + step];
    if (!word || (step > 0 && word.start - words[at + step - 1]!.end > 1)) return undefined;
    joined += word.text;
    if (joined.length > 14) return undefined;
    const isLetters = joined.length === step + 1;
    if (step === 0 || joined.length < 4 || (!isLetters && step > 1)) continue;
    if (person.given.has(joined) || person.surnames.has(joined))
      return isLetters || joined.length > 4 ? at + step : undefined;
  }
  return undefined;
}

function partAt(words: readonly Word[], at: number, person: PersonName): number | undefined {
  const word = words[at]!;
  if (HONORIFICS.has(word.text) && at + 1 < words.length) return titledAt(words, at, person);
  const isExact = person.given.has(word.text) || person.surnames.has(word.text);
  if (!isExact && !isCloseTo(word, person)) return undefined;
  if (!isUsedAsName(words, at, { isExact, isGiven: person.given.has(word.text) })) return undefined;
  const next = words[at + 1];
  const follows = next && next.sentence === word.sentence && next.isCapital;
  if (follows && (person.surnames.has(next.text) || isInitialOfSurname(next, person)))
    return at + 1;
  return at;
}

function titledAt(words: readonly Word[], at: number, person: PersonName): number | undefined {
  for (let step = 1; step <= 3; step++) {
    const word = words[at + step];
    if (!word || word.sentence !== words[at]!.sentence) return undefined;
    const isName = person.surnames.has(word.text) || person.given.has(word.text);
    if (isName || isCloseTo(word, person) || (step === 1 && isTitledInitial(word, person))) {
      return extendSurname(words, at + step, person);
    }
    if (!PARTICLES.has(word.text) && word.text.length > 1) return undefined;
  }
  return undefined;
}

function extendSurname(words: readonly Word[], at: number, person: PersonName): number {
  const next = words[at + 1];
  return next && (person.surnames.has(next.text) || person.given.has(next.text)) ? at + 1 : at;
}

function isTitledInitial(word: Word, person: PersonName): boolean {
  return word.isCapital && isInitialOfSurname(word, person);
}

function isInitialOfSurname(word: Word, person: PersonName): boolean {
  return word.text.length === 1 && [...person.surnames].some((name) => name.startsWith(word.text));
}

const isEverydayWord = (word: string): boolean =>
  COMMON_WORDS.has(word) || COMMON_WORD_NAMES.has(word) || EVERYDAY_MONTHS.has(word);
const EVERYDAY_MONTHS = new Set(wordList('march april june july august'));

function isCloseTo(word: Word, person: PersonName): boolean {
  if (!word.isCapital || word.text.length < 4 || !person.letters.has(word.text.charAt(0)))
    return false;
  if (isEverydayWord(word.text)) return false;
  return [...person.given, ...person.surnames].some((name) => isMisspelling(word.text, name));
}

/** A name that is an everyday word needs a capital, and no everyday reading of that capital. */
function isUsedAsName(
  words: readonly Word[],
  at: number,
  { isExact, isGiven }: { isExact: boolean; isGiven: boolean },
): boolean {
  const word = words[at]!;
  if (!isExact) return !word.isFirst || word.text.length >= 7;
  const isEveryday = COMMON_WORD_NAMES.has(word.text) || word.text.length <= 2;
  if (!isEveryday) return word.isCapital || (isGiven && !COMMON_WORDS.has(word.text));
  if (!word.isCapital) return false;
  const before = words[at - 1];
  const after = words[at + 1];
  if (before && /^\d/.test(before.text)) return false;
  if (after && PLACE_HEADS.has(after.text) && after.clause === word.clause) return false;
  if (before?.sentence === word.sentence && EVERYDAY_BEFORE.has(before.text)) return false;
  if (after?.sentence === word.sentence && /^\d/.test(after.text)) return false;
  return !word.isFirst || isFollowedAsName(word, after);
}

const AFTER_A_NAME = new Set(
  wordList(
    "was is has had did 's and we i you thank thanks please came said nobody our went told asked rang phoned wrote saw took gave made felt left knew would could will does never still",
  ),
);

function isFollowedAsName(word: Word, after: Word | undefined): boolean {
  if (!after || after.clause !== word.clause || after.sentence !== word.sentence) return true;
  if (word.text === 'may' || word.text === 'will')
    return !['we', 'i', 'you', 'our'].includes(after.text) && AFTER_A_NAME.has(after.text);
  return AFTER_A_NAME.has(after.text);
}
