import type { Finding } from './model.js';
import type { ParsedText } from './words.js';
import type { TextScope } from './scope.js';
import { spanOf } from './words.js';
import { findingOf } from './rules.js';
import { compilePhrase, PhraseBook, type PhraseMatch } from './phrases.js';
import { PHRASE_RULES, PHRASE_SETS, type Gate, type PhraseRule } from './data/phrase-rules.js';
import { TONE_RULES } from './data/tone-phrases.js';
import { RULE_TEXTS } from './data/rule-texts.js';
import { COMPOUND_HEADS } from './data/care-words.js';

type Book = PhraseBook<PhraseRule>;

function bookOf(rules: readonly PhraseRule[]): Book {
  const book: Book = new PhraseBook();
  for (const rule of rules) {
    for (const phrase of rule.phrases) book.add(compilePhrase(phrase, PHRASE_SETS), rule);
  }
  return book;
}

const GRAMMAR = bookOf(PHRASE_RULES);
const TONE = bookOf(TONE_RULES);

/** Whether a statement in this place is about something that happened to somebody. */
export function passesGate(
  gate: Gate,
  match: PhraseMatch,
  text: ParsedText,
  scope: TextScope,
): boolean {
  if (gate === 'always') return true;
  const opening = text.words[match.first]!;
  const closing = text.words[match.last]!;
  const sentence = scope.sentences[opening.sentence]!;
  for (let clause = opening.clause; clause <= closing.clause; clause++) {
    const at = scope.clauses[clause];
    if (at?.isHypothetical) return false;
    if (gate === 'specific' && at?.isGeneric) return false;
  }
  if (sentence.isUnderCareCondition && !scope.clauses[opening.clause]?.hasPast) return false;
  if (gate === 'actual') return true;
  if (gate === 'past') return sentence.hasPast && !scope.clauses[opening.clause]?.isGeneric;
  return !sentence.isReticent;
}

/** "Our patient liaison team", "your care navigator": the noun only names a service. */
function isNameOfService(match: PhraseMatch, text: ParsedText): boolean {
  const closing = text.words[match.last]!;
  const next = text.words[match.last + 1];
  if (!next || next.clause !== closing.clause) return false;
  const isNoun = PHRASE_SETS.careNoun.has(closing.text) || PHRASE_SETS.clientele.has(closing.text);
  return isNoun && COMPOUND_HEADS.has(next.text);
}

function scan(book: Book, text: ParsedText, scope: TextScope): Finding[] {
  const findings: Finding[] = [];
  book.scan(text.words, (match, rule) => {
    if (!passesGate(rule.gate, match, text, scope) || isNameOfService(match, text)) return;
    findings.push(findingOf(RULE_TEXTS[rule.text], spanOf(text, match.first, match.last)));
  });
  return findings;
}

/** Relationship, records, conduct, money, description and relatives, by grammar. */
export function grammarFindings(text: ParsedText, scope: TextScope): Finding[] {
  return scan(GRAMMAR, text, scope);
}

/** Tone; severity 1 throughout. */
export function toneFindings(text: ParsedText, scope: TextScope): Finding[] {
  return scan(TONE, text, scope);
}
