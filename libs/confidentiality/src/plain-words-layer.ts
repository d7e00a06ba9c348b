import type { Finding } from './model.js';
import type { ParsedText } from './words.js';
import { compilePhrase, PhraseBook } from './phrases.js';
import { findingOf, type RuleText } from './rules.js';
import { spanOf } from './words.js';
import { PLAIN_PHRASES, PLAIN_SETS } from './data/plain-words.js';
import { RULE_TEXTS } from './data/rule-texts.js';

const BOOK = new PhraseBook<RuleText>();
for (const phrase of PLAIN_PHRASES)
  BOOK.add(compilePhrase(phrase, PLAIN_SETS), RULE_TEXTS.relationship);

/**
 * What plainly tells in a public text that its reader is a patient. It stands beside the model, which weighs a statement in
 * its text: of these nothing that is written around them takes anything away.
 */
export function plainWordFindings(text: ParsedText): Finding[] {
  const findings: Finding[] = [];
  BOOK.scan(text.words, ({ first, last }, rule) => {
    findings.push(findingOf(rule, spanOf(text, first, last)));
  });
  return findings;
}
