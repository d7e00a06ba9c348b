import type { Finding } from '#confidentiality';

/** Rules that suggest a sentence to say instead; the others advise what to leave out. */
const SUGGEST_SENTENCES = ['relationship.', 'clinical.', 'encounter.', 'echo.', 'tone.'];

/** Words to be put in the place of others. Offsets are UTF-16 units, end exclusive. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** Which finding of a text is meant, whatever else is found. Offsets are UTF-16 units, end exclusive. */
export type FindingPlace = Pick<Finding, 'rule' | 'start' | 'end'>;

/** Whether a finding is the one that is meant. */
export function isAt(finding: Finding, { rule, start, end }: FindingPlace): boolean {
  return finding.rule === rule && finding.start === start && finding.end === end;
}

/**
 * What takes the place of a finding: the suggested sentence, instead of the whole sentence in which the
 * finding stands. Undefined where the guard gives advice and no words.
 */
export function replacementFor(text: string, finding: Finding): Replacement | undefined {
  const { rule, suggestion } = finding;
  if (!suggestion || !SUGGEST_SENTENCES.some((head) => rule.startsWith(head))) return undefined;
  return {
    start: sentenceStart(text, finding.start),
    end: sentenceEnd(text, finding.end),
    words: suggestion,
  };
}

/** The text after a replacement. */
export function replaceIn(text: string, { start, end, words }: Replacement): string {
  return text.slice(0, start) + words + text.slice(end);
}

function sentenceStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && !endsSentence(text, at - 1)) at -= 1;
  while (at < from && /\s/.test(text.charAt(at))) at += 1;
  return at;
}

function sentenceEnd(text: string, from: number): number {
  let at = Math.max(from - 1, 0);
  while (at < text.length && !endsSentence(text, at)) at += 1;
  return text.charAt(at) === '\n' ? at : Math.min(at + 1, text.length);
}

/** A full stop inside a word, as in an address, ends no sentence. */
function endsSentence(text: string, at: number): boolean {
  const mark = text.charAt(at);
  return mark === '\n' || (/[.!?…]/.test(mark) && /^[\s”’")]?$/.test(text.charAt(at + 1)));
}
