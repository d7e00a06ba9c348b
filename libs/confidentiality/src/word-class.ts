import type { Word } from './words.js';
import { signOf, type Sign } from './signs.js';
import { TermIndex } from './terms.js';
import { wordList } from './data/grammar-words.js';
import { CONDITION_PHRASES, CONDITION_WORDS } from './data/lexicon-conditions.js';
import { SYMPTOM_PHRASES, SYMPTOM_WORDS } from './data/lexicon-symptoms.js';
import { DRUG_PHRASES, DRUG_WORDS } from './data/lexicon-drugs.js';
import * as care from './data/lexicon-care.js';
import { classEntries, FUNCTION_WORDS } from './data/word-classes.js';

const sign = (name: string): Sign => signOf(name, '#');

/** Signs of the classes named in a list. */
export const classSigns = (names: string): ReadonlySet<Sign> => new Set(wordList(names).map(sign));

/** A name of the case, and a word of the organisation's own names. */
export const NAME = sign('NAME');
export const OWN = sign('OWN');
const CAPITAL = sign('CAP');
const NUMBER = sign('NUM');
const OTHER = sign('other');

const CLASSES: ReadonlyMap<string, Sign> = new Map([
  ...[...classEntries()].map(([word, name]): [string, Sign] => [word, sign(name)]),
  ...FUNCTION_WORDS.map((word): [string, Sign] => [word, signOf(word)]),
]);

const SUFFIXES: readonly (readonly [suffix: string, found: Sign])[] = [
  ['ed', sign('past')],
  ['ing', sign('ing')],
  ['ly', sign('ly')],
  ['tion', sign('tion')],
  ['ment', sign('tion')],
  ['s', sign('plural')],
];

/** Class of a word that no list knows, by its last letters. */
function classBySuffix(word: Word): Sign {
  if (word.isCapital && !word.isFirst) return CAPITAL;
  if (word.text.length <= 4) return OTHER;
  return SUFFIXES.find(([suffix]) => word.text.endsWith(suffix))?.[1] ?? OTHER;
}

/** Class of a word: itself when it is a word of grammar. */
export function classOfWord(word: Word): Sign {
  if (word.text.charCodeAt(0) < 58) return NUMBER;
  return CLASSES.get(word.text) ?? classBySuffix(word);
}

function clinicalTerms(): TermIndex<Sign> {
  const index = new TermIndex<Sign>();
  const add = (name: string, words: readonly string[], phrases = ''): void => {
    for (const word of words) index.add(word, sign(name));
    for (const phrase of phrases.split(/[|\n]/))
      if (phrase.trim() !== '') index.add(phrase, sign(name));
  };
  add('clin', CONDITION_WORDS, CONDITION_PHRASES);
  add('clin', SYMPTOM_WORDS, SYMPTOM_PHRASES);
  add('drug', DRUG_WORDS, DRUG_PHRASES);
  add('test', care.TEST_WORDS, care.TEST_PHRASES);
  add('proc', care.PROCEDURE_WORDS, care.PROCEDURE_PHRASES);
  add('mind', care.MENTAL_STATE_WORDS);
  return index;
}

const CLINICAL = clinicalTerms();

/** Clinical term that begins at a word: its class, and its last word. */
export function clinicalAt(
  words: readonly Word[],
  at: number,
): { last: number; value: Sign } | undefined {
  return CLINICAL.at(words, at);
}
