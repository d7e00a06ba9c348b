import type { Finding } from './model.js';
import type { PersonName } from './case-names.js';
import type { RuleText } from './rules.js';
import { isLetter } from './letters.js';
import { originalSpan, type FoldedText } from './normalise.js';
import { findingOf } from './rules.js';

const MASKS = '*#•_';
const SHORTEST = 4;
const FEWEST_LETTERS = 2;

/** Names with letters struck out: "Pr*sser", "K**n". As many marks as letters, the first letter left, at least two and half of them. */
export function maskedNameFindings(
  text: FoldedText,
  { given, surnames }: PersonName,
  rule: RuleText,
): Finding[] {
  const findings: Finding[] = [];
  const names = [...given, ...surnames].filter((name) => name.length >= SHORTEST);
  if (names.length === 0) return findings;
  for (const { start, end } of maskedWords(text.folded)) {
    const word = text.folded.slice(start, end);
    if (names.some((name) => isMasked(word, name)))
      findings.push(findingOf(rule, originalSpan(text, start, end)));
  }
  return findings;
}

/** Runs of letters and marks that hold a mark within. */
function maskedWords(folded: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < folded.length; at++) {
    if (!isLetter(folded.charCodeAt(at))) continue;
    const start = at;
    let hasMark = false;
    for (; at < folded.length; at++) {
      const isMark = MASKS.includes(folded.charAt(at));
      if (!isMark && !isLetter(folded.charCodeAt(at))) break;
      hasMark ||= isMark;
    }
    if (hasMark) found.push({ start, end: at });
  }
  return found;
}

function isMasked(word: string, name: string): boolean {
  if (word.length !== name.length) return false;
  let letters = 0;
  for (let at = 0; at < word.length; at++) {
    const mark = word.charAt(at);
    if (MASKS.includes(mark)) continue;
    if (mark !== name.charAt(at)) return false;
    letters++;
  }
  return letters >= FEWEST_LETTERS && letters * 2 >= word.length;
}
