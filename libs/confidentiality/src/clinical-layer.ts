import type { Finding } from './model.js';
import type { CompiledFacts } from './case-facts.js';
import type { ClauseScope, SentenceScope, TextScope } from './scope.js';
import type { ParsedText } from './words.js';
import { spanOf } from './words.js';
import { TermIndex } from './terms.js';
import { findingOf } from './rules.js';
import { RULE_TEXTS } from './data/rule-texts.js';
import { IMPERATIVES, wordList } from './data/grammar-words.js';
import { CARE_SETS, COMPOUND_HEADS } from './data/care-words.js';
import { CONDITION_PHRASES, CONDITION_WORDS } from './data/lexicon-conditions.js';
import { SYMPTOM_PHRASES, SYMPTOM_WORDS } from './data/lexicon-symptoms.js';
import { DRUG_PHRASES, DRUG_WORDS } from './data/lexicon-drugs.js';
import * as care from './data/lexicon-care.js';

type Kind = 'term' | 'billing' | 'mental' | 'conduct';

const RULE_OF = {
  term: 'clinical',
  billing: 'billing',
  mental: 'mentalState',
  conduct: 'conduct',
} as const;

/** Words with an everyday sense as well: only "your …" or a named person makes them clinical. */
const EVERYDAY = new Set(
  wordList(
    'filling operation operations scan scans treatment the operation hay fever injection fits late prep drain valve fusion excess deposit plaster crown crowns cavity corn boil mole moles premature disability temperature peel drip surgery surgeries laser rash urea high high difficult emotional withdrawn outstanding insurance invoice invoices demanding unreasonable unwell vulnerable mentally distressed impatient upset prescription fatigue weakness echo traction reversal flare flares induction plating depression stroke discharge collapse collapsed',
  ),
);

function lexicon(): TermIndex<Kind> {
  const index = new TermIndex<Kind>();
  const add = (kind: Kind, words: readonly string[], phrases: string): void => {
    for (const word of words) index.add(word, kind);
    for (const phrase of phrases.split(/[|\n]/)) if (phrase.trim() !== '') index.add(phrase, kind);
  };
  add('conduct', [], care.CONDUCT_PHRASES);
  add('billing', care.BILLING_WORDS, care.BILLING_PHRASES);
  add('term', CONDITION_WORDS, CONDITION_PHRASES);
  add('term', SYMPTOM_WORDS, SYMPTOM_PHRASES);
  add('term', DRUG_WORDS, DRUG_PHRASES);
  add('term', care.TEST_WORDS, care.TEST_PHRASES);
  add('term', care.PROCEDURE_WORDS, care.PROCEDURE_PHRASES);
  return index;
}

const LEXICON = lexicon();
const POSSESSIVES = new Set(wordList('your his her'));
const DEFINITE = new Set(wordList('the this that these those both a an such'));
const HAVING = new Set(
  wordList(
    'have has had having with suffer suffers suffered suffering developed on taking took takes prescribed given offered refused declined needed underwent undergone received for treated of stopping starting is was are were got',
  ),
);
const SPECIFIC_VERB = new Set(
  wordList('was were had did went proves proved showed shows took has been'),
);

/** Clinical terms that are said of a person, or that are facts of the case. */
export function clinicalFindings(
  text: ParsedText,
  scope: TextScope,
  facts: CompiledFacts,
): Finding[] {
  const findings: Finding[] = [];
  for (let at = 0; at < text.words.length; at++) {
    const fact = facts.clinical.at(text.words, at);
    if (fact && isFactTold(text, scope, { first: at, last: fact.last }, facts)) {
      findings.push(findingOf(RULE_TEXTS.caseFact, spanOf(text, at, fact.last)));
    }
    const term = LEXICON.at(text.words, at);
    if (!term) continue;
    if (isAboutPerson(text, scope, { first: at, last: term.last }, facts)) {
      findings.push(findingOf(RULE_TEXTS[RULE_OF[term.value]], spanOf(text, at, term.last)));
    }
    at = term.last;
  }
  return findings;
}

function isServiceName(text: ParsedText, last: number): boolean {
  const next = text.words[last + 1];
  return (
    next !== undefined && next.clause === text.words[last]!.clause && COMPOUND_HEADS.has(next.text)
  );
}

const BESIDE_A_FACT = new Set(wordList('the this that such'));

/** "Keep your inhaler by you": said to everybody. */
function isAdvice(text: ParsedText, clause: ClauseScope, sentence: SentenceScope): boolean {
  if (sentence.hasPast) return false;
  return IMPERATIVES.has(text.words[clause.first]!.text);
}

/** A fact of the case counts unless the sentence speaks of everybody, or of a service. */
function isFactTold(
  text: ParsedText,
  scope: TextScope,
  { first, last }: Place,
  facts: CompiledFacts,
): boolean {
  const word = text.words[first]!;
  const clause = scope.clauses[word.clause]!;
  const sentence = scope.sentences[word.sentence]!;
  if (clause.isHypothetical || isServiceName(text, last) || isAdvice(text, clause, sentence))
    return false;
  if (sentence.hasYou || sentence.hasThird) return true;
  const before = precedingWords(text, first);
  if (sentence.hasPast && isDefinite(text, { first, last }, before)) return true;
  return (
    before.some((earlier) => BESIDE_A_FACT.has(earlier)) ||
    mentionsPerson(text, { first, last }, facts)
  );
}

interface Place {
  readonly first: number;
  readonly last: number;
}

function isAboutPerson(
  text: ParsedText,
  scope: TextScope,
  place: Place,
  facts: CompiledFacts,
): boolean {
  const word = text.words[place.first]!;
  const clause = scope.clauses[word.clause]!;
  const sentence = scope.sentences[word.sentence]!;
  if (isLikeYours(text, place.last)) return true;
  if (clause.isHypothetical || isServiceName(text, place.last)) return false;
  if (sentence.isUnderCareCondition && !clause.hasPast) return false;
  const before = precedingWords(text, place.first);
  const isEveryday = place.first === place.last && EVERYDAY.has(word.text);
  if (isEveryday && !POSSESSIVES.has(before[0] ?? '') && !POSSESSIVES.has(before[1] ?? ''))
    return false;
  const isOwned = before.some(
    (earlier) => POSSESSIVES.has(earlier) || facts.nameWords.has(earlier),
  );
  if (isAdvice(text, clause, sentence)) return false;
  if (isOwned) return !sentence.isReticent || clause.hasPast;
  if (clause.isGeneric && !sentence.hasPast) return false;
  const speaksOfPerson = sentence.hasYou || sentence.hasThird || mentionsPerson(text, place, facts);
  if (speaksOfPerson && (sentence.hasPast || isHad(before))) return isTold(text, place, before);
  return sentence.hasPast && isDefinite(text, place, before);
}

/** Up to three words before a place in the same sentence, nearest first. */
function precedingWords(text: ParsedText, first: number): string[] {
  const { sentence } = text.words[first]!;
  const found: string[] = [];
  for (let at = first - 1; at >= Math.max(0, first - 3); at--) {
    if (text.words[at]!.sentence !== sentence) break;
    found.push(text.words[at]!.text);
  }
  return found;
}

/** Advice ("if you have a cough, you can …") has no past; what is left tells of something. */
function isTold(text: ParsedText, place: Place, before: readonly string[]): boolean {
  return !(before[0] === 'any' || before[0] === 'no') || text.words[place.first]!.isFirst;
}

function isDefinite(text: ParsedText, place: Place, before: readonly string[]): boolean {
  const next = text.words[place.last + 1];
  const tells = next !== undefined && SPECIFIC_VERB.has(next.text);
  const isOfAct = before.slice(0, 2).some((word) => HAVING.has(word) && !BEING.has(word));
  return tells || DEFINITE.has(before[0] ?? '') || isOfAct;
}

/** "have", "taking", "are on": the person has the thing. */
function isHad([before = '', earlier = '']: readonly string[]): boolean {
  return HAVING.has(before) && (!PREPOSITIONS.has(before) || BEING.has(earlier));
}
const PREPOSITIONS = new Set(wordList('on with of for'));
const BEING = new Set(wordList('is are was were of for on with'));

/** "a hernia like yours". */
function isLikeYours(text: ParsedText, last: number): boolean {
  return [2, 3].some((step) =>
    ['yours', 'hers', 'his'].includes(text.words[last + step]?.text ?? ''),
  );
}

function mentionsPerson(text: ParsedText, place: Place, facts: CompiledFacts): boolean {
  const { sentence } = text.words[place.first]!;
  for (const direction of [-1, 1]) {
    for (let step = 1; step <= 15; step++) {
      const word = text.words[place.first + direction * step];
      if (!word || word.sentence !== sentence) break;
      if (facts.nameWords.has(word.text) && word.isCapital) return true;
      if (CARE_SETS.person.has(word.text) && isSingled(text, place.first + direction * step))
        return true;
    }
  }
  return false;
}

function isSingled(text: ParsedText, at: number): boolean {
  const before = [text.words[at - 1]?.text ?? '', text.words[at - 2]?.text ?? ''];
  return before.some((word) => SINGLING.has(word));
}
const SINGLING = new Set(wordList('the this that a an your his her old one our'));
