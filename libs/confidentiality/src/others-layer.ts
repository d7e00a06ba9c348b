import type { Finding } from './model.js';
import type { CompiledFacts } from './case-facts.js';
import type { ParsedText } from './words.js';
import type { RuleText } from './rules.js';
import { compilePhrase, PhraseBook } from './phrases.js';
import { findingOf } from './rules.js';
import { spanOf } from './words.js';
import { CIVIL_TITLES } from './data/name-words.js';
import {
  BEYOND_PHRASES,
  CONTACT_PHRASES,
  OTHERS_PHRASES,
  OTHERS_SETS,
} from './data/others-phrases.js';
import { RULE_TEXTS } from './data/rule-texts.js';
import { wordList } from './data/grammar-words.js';

function bookOf(
  entries: readonly (readonly [readonly string[], RuleText])[],
): PhraseBook<RuleText> {
  const book = new PhraseBook<RuleText>();
  for (const [phrases, rule] of entries)
    for (const phrase of phrases) book.add(compilePhrase(phrase, OTHERS_SETS), rule);
  return book;
}

const IN_LETTERS = bookOf([[OTHERS_PHRASES, RULE_TEXTS.thirdParty]]);
const TO_THOSE_WHO_ASK = bookOf([
  [BEYOND_PHRASES, RULE_TEXTS.overThird],
  [CONTACT_PHRASES, RULE_TEXTS.overContact],
]);
const GENERAL = new Set(wordList('if any anyone when whenever every should'));

function scan(
  book: PhraseBook<RuleText>,
  text: ParsedText,
  isNobody: (at: number) => boolean,
): Finding[] {
  const findings: Finding[] = [];
  book.scan(text.words, (match, rule) => {
    if (isNobody(match.first) || isNobody(match.last) || isGeneral(text, match.first)) return;
    findings.push(findingOf(rule, spanOf(text, match.first, match.last)));
  });
  return findings;
}

/** "If another patient …": said of nobody. */
function isGeneral(text: ParsedText, at: number): boolean {
  const { clause } = text.words[at]!;
  for (let back = at - 1; text.words[back]?.clause === clause; back--)
    if (GENERAL.has(text.words[back]!.text)) return true;
  return false;
}

const OPENING = 160;

/** Surnames of those whom the letter addresses, of the organisation's people, and of the patient. */
function knownSurnames(text: ParsedText, facts: CompiledFacts, own: Uint8Array): Set<string> {
  const known = new Set([...facts.patient.surnames, ...(facts.complainant?.surnames ?? [])]);
  text.words.forEach((word, at) => {
    const isAddressed = word.start < OPENING && text.words[at - 2]?.text === 'dear';
    if (own[at] || isAddressed) known.add(word.text);
  });
  return known;
}

/** "Mr Pellow": a title and a name that nobody in the letter's business bears. */
function titledOthers(text: ParsedText, facts: CompiledFacts, own: Uint8Array): Finding[] {
  const known = knownSurnames(text, facts, own);
  return text.words.flatMap((word, at) => {
    const name = text.words[at + 1];
    if (!CIVIL_TITLES.has(word.text) || !word.isCapital || !name?.isCapital) return [];
    // "Dear Sir or Madam" ends its line: what begins the next is no name.
    if (text.original.slice(text.ends[word.end - 1], text.starts[name.start]).includes('\n'))
      return [];
    const isOfPatient = facts.patient.titled.size > 0 && facts.patient.surnames.has(name.text);
    const isOther = isOfPatient
      ? isOtherTitle(facts, word.text, name.text)
      : !known.has(name.text) && !known.has(text.words[at + 2]?.text ?? '');
    return isOther && name.text.length > 1
      ? [findingOf(RULE_TEXTS.thirdParty, spanOf(text, at, at + 1))]
      : [];
  });
}

/** "Mr Tarrant" where the case has a Mrs Tarrant, and nobody who writes is a Mr Tarrant. */
function isOtherTitle(facts: CompiledFacts, title: string, surname: string): boolean {
  if (facts.complainant?.surnames.has(surname) || !CIVIL_TITLES.has(title)) return false;
  const isMan = (one: string): boolean => one === 'mr' || one === 'master';
  const forms = [...facts.patient.titled].filter((form) => form.endsWith(` ${surname}`));
  return (
    forms.length > 0 && forms.every((form) => isMan(form.split(' ')[0] ?? '') !== isMan(title))
  );
}

const THIRD = new Set(wordList('he she his her him'));

/** "She had … in 2009": an old history, told to those who asked about a doctor. */
function oldHistories(text: ParsedText): Finding[] {
  return text.words.flatMap((word, at) => {
    if (!/^(?:19[5-9]|20[012])\d$/.test(word.text)) return [];
    if (!/^(?:in|since|from|of|to)$/.test(text.words[at - 1]?.text ?? '')) return [];
    if (
      /^\d|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
        text.words[at - 2]?.text ?? '',
      )
    )
      return [];
    for (let back = at - 1; text.words[back]?.sentence === word.sentence; back--)
      if (THIRD.has(text.words[back]!.text))
        return [findingOf(RULE_TEXTS.overThird, spanOf(text, back, at))];
    return [];
  });
}

/** People who are none of the reader's business, in a letter to a patient or to somebody who acts for one. */
export function othersFindings(text: ParsedText, facts: CompiledFacts, own: Uint8Array): Finding[] {
  // To somebody who acts for a patient, "your father" is the patient.
  const isOfReader = (at: number): boolean =>
    facts.complainant !== undefined &&
    text.words[at]!.text === 'your' &&
    !(text.words[at + 2]?.isCapital === true && !facts.nameWords.has(text.words[at + 2]!.text));
  const isPatient = (at: number): boolean =>
    facts.nameWords.has(text.words[at]!.text) || own[at] === 1 || isOfReader(at);
  return [...scan(IN_LETTERS, text, isPatient), ...titledOthers(text, facts, own)];
}

/** Enclosures, histories and data that an enquiry does not need; for regulators and advisers. */
export function beyondFindings(text: ParsedText, own: Uint8Array): Finding[] {
  return [...scan(TO_THOSE_WHO_ASK, text, (at) => own[at] === 1), ...oldHistories(text)];
}
