import type { ParsedText, Word } from './words.js';
import { GENERIC_SUBJECTS, HYPOTHETICAL, wordList } from './data/grammar-words.js';
import { CARE_SETS } from './data/care-words.js';

/** What the grammar of one clause says about whether its statement is about somebody real. */
export interface ClauseScope {
  /** "if …", "whether …", "when you come …": nothing is said to have happened. */
  isHypothetical: boolean;
  /** About people in general. */
  isGeneric: boolean;
  hasPast: boolean;
  /** Speaks of "you", "your", "he", "her" and the like. */
  hasPerson: boolean;
  /** Position of its first word. */
  readonly first: number;
}

/** The same for a whole sentence. */
export interface SentenceScope {
  hasPast: boolean;
  hasYou: boolean;
  /** he, she, his, her. */
  hasThird: boolean;
  /** Declines to say something: "we cannot confirm …". */
  isReticent: boolean;
  isNegative: boolean;
  /** A condition about care in general covers the rest ("if you have been seen here, please …"). */
  isUnderCareCondition: boolean;
}

/** Grammar of a text, by clause number and by sentence number. */
export interface TextScope {
  readonly clauses: readonly ClauseScope[];
  readonly sentences: readonly SentenceScope[];
}

const PAST_AUXILIARIES = new Set(
  wordList(
    "was were had did went gave made took said 'd been left felt got became meant showed ran sent thought knew found began",
  ),
);
const YOU = new Set(wordList('you your yours yourself yourselves'));
const THIRD = new Set(wordList('he she his her him hers himself herself'));
const NEGATIVES = new Set(
  wordList(
    'not never nothing neither unable no without nor nobody none cannot forbidden refuse decline prevents prevent rather',
  ),
);
const SPEECH = new Set(
  wordList(
    'confirm deny acknowledge imply mean suggest comment discuss discussing say saying disclose share reveal taken read answer respond reply identify admit indicate whether tell',
  ),
);
const TIME_OPENERS = new Set(wordList('when once before after until where while since as'));
const CONDITION_ABOUT_CARE = [CARE_SETS.careDone, CARE_SETS.careNoun, CARE_SETS.clientele];

function newClause(first: number): ClauseScope {
  return { isHypothetical: false, isGeneric: false, hasPast: false, hasPerson: false, first };
}

function newSentence(): SentenceScope {
  return {
    hasPast: false,
    hasYou: false,
    hasThird: false,
    isReticent: false,
    isNegative: false,
    isUnderCareCondition: false,
  };
}

const isPast = (word: string): boolean =>
  PAST_AUXILIARIES.has(word) ||
  CARE_SETS.anyPast.has(word) ||
  (word.endsWith('ed') && word.length > 4);

/** A past form is finite when it does not follow "be", "have" in the present or "to be". */
function isFinitePast(words: readonly Word[], at: number): boolean {
  const word = words[at]!.text;
  if (word === 'been' || !isPast(word)) return false;
  for (let back = 1; back <= 2; back++) {
    const before = words[at - back]?.text ?? '';
    if (NON_FINITE_BEFORE.has(before)) return false;
  }
  return true;
}
const NON_FINITE_BEFORE = new Set(
  wordList('is are be being been have has having am get gets getting'),
);

/** "has been", "have had": past for a sentence, not for a clause that opens with "when". */
function isPerfect(words: readonly Word[], at: number): boolean {
  if (!isPast(words[at]!.text) && words[at]!.text !== 'been') return false;
  return [1, 2].some((back) => PERFECT.has(words[at - back]?.text ?? ''));
}
const PERFECT = new Set(wordList('have has having'));

function readSentence(
  scope: SentenceScope,
  words: readonly Word[],
  from: number,
  to: number,
): void {
  let speaks = false;
  for (let at = from; at < to; at++) {
    const word = words[at]!.text;
    scope.hasPast ||= isFinitePast(words, at) || isPerfect(words, at);
    scope.hasYou ||= YOU.has(word);
    scope.hasThird ||= THIRD.has(word);
    scope.isNegative ||= NEGATIVES.has(word);
    speaks ||= SPEECH.has(word);
  }
  scope.isReticent = scope.isNegative && speaks;
}

function readClause(words: readonly Word[], from: number, to: number): ClauseScope {
  const clause = newClause(from);
  let hasThird = false;
  for (let at = from; at < to; at++) {
    const word = words[at]!.text;
    clause.hasPast ||= isFinitePast(words, at);
    clause.isGeneric ||= GENERIC_SUBJECTS.has(word);
    hasThird ||= THIRD.has(word);
    clause.hasPerson ||= THIRD.has(word) || YOU.has(word);
  }
  clause.isGeneric &&= !hasThird;
  clause.isHypothetical = isHypothetical(words, from, to, clause.hasPast);
  return clause;
}

function isHypothetical(
  words: readonly Word[],
  from: number,
  to: number,
  hasPast: boolean,
): boolean {
  const opening = words.slice(from, Math.min(to, from + 3)).map((word) => word.text);
  const condition = opening.findIndex((word) => HYPOTHETICAL.has(word));
  if (condition >= 0 && !(opening[condition] === 'should' && opening[condition + 1] !== 'you')) {
    return !isCounterfactual(words, from, to);
  }
  return TIME_OPENERS.has(opening[0] ?? '') && opening[0] !== 'as' && !hasPast;
}

/** "If you had taken the tablets …" says that they were not taken. */
function isCounterfactual(words: readonly Word[], from: number, to: number): boolean {
  if (words[from]?.text !== 'if') return false;
  for (let at = from + 1; at < to; at++) {
    if (words[at]!.text === 'had') return YOU.has(words[at - 1]!.text);
  }
  return false;
}

/** Reads the grammar of a text once; every layer asks it. */
export function readScope(text: ParsedText): TextScope {
  const clauses: ClauseScope[] = [];
  const sentences: SentenceScope[] = [];
  const { words } = text;
  let at = 0;
  while (at < words.length) {
    const sentence = words[at]!.sentence;
    const from = at;
    while (words[at]?.sentence === sentence) at++;
    const scope = newSentence();
    readSentence(scope, words, from, at);
    scope.isUnderCareCondition = readClauses(clauses, words, from, at);
    sentences[sentence] = scope;
  }
  return { clauses, sentences };
}

/** Reads the clauses of one sentence; true when one is a condition about care. */
function readClauses(
  clauses: ClauseScope[],
  words: readonly Word[],
  from: number,
  to: number,
): boolean {
  let isConditioned = false;
  let at = from;
  while (at < to) {
    const clause = words[at]!.clause;
    const start = at;
    while (at < to && words[at]!.clause === clause) at++;
    const scope = readClause(words, start, at);
    clauses[clause] = scope;
    isConditioned ||=
      scope.isHypothetical &&
      words.slice(start, at).some((word) => CONDITION_ABOUT_CARE.some((set) => set.has(word.text)));
  }
  return isConditioned;
}
