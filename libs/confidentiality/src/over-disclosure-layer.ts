import type { Finding } from './model.js';
import type { ParsedText } from './words.js';
import { compilePhrase, PhraseBook } from './phrases.js';
import { findingOf } from './rules.js';
import { spanOf } from './words.js';
import { PHRASE_SETS } from './data/phrase-rules.js';
import { RULE_TEXTS } from './data/rule-texts.js';

const BOOK = new PhraseBook<'overContact' | 'overThird'>();
const CONTACT_PHRASES = [
  'home address|addresses|number|telephone|phone',
  'telephone|phone|mobile|contact number|numbers|details of|for|are|is|included|enclosed|attached',
  'bank|card|payment|financial details|card|payments|statements|account|records',
  'private|personal email|phone|mobile|address|number|telephone',
  'next of kin *2 details|contact|number|address',
];
const THIRD_PHRASES = [
  "@relative|partner|sibling 's *2 psychiatric|medical|mental|own|clinical|health|gp|criminal *2 history|records|notes|condition|diagnosis",
  'safeguarding|social|school|family|adoption|police|criminal|custody services? records|record|history|reports|report|files|file|notes',
  'whole|entire|complete|full of? the|his|her|their? *2 notes|records|record|file|history|chart',
  'unrelated|irrelevant *3 history|records|notes|conditions|consultations|treatment',
  'records|notes|details of other|another|several|two|three|all patients|patient',
];
for (const phrase of CONTACT_PHRASES) BOOK.add(compilePhrase(phrase, PHRASE_SETS), 'overContact');
for (const phrase of THIRD_PHRASES) BOOK.add(compilePhrase(phrase, PHRASE_SETS), 'overThird');

/** Enclosures and data that an enquiry does not need; only for regulators and advisers. */
export function overDisclosureFindings(text: ParsedText): Finding[] {
  const findings: Finding[] = [];
  BOOK.scan(text.words, (match, rule) => {
    findings.push(findingOf(RULE_TEXTS[rule], spanOf(text, match.first, match.last)));
  });
  return findings;
}
