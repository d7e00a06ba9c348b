import { isDigit } from './letters.js';
import type { FoldedText } from './normalise.js';

/** Digits that belong together, however they are spaced. Offsets are into the folded text. */
export interface DigitRun {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

const OH = 'o'.charCodeAt(0);
const SEPARATORS = new Set([' ', '-', '.', '/', '(', ')', '+', '_']);

/** Runs of at least six digits with at most two separators between neighbours. */
export function digitRuns({ folded }: FoldedText): DigitRun[] {
  const runs: DigitRun[] = [];
  const first = folded.search(/\d/);
  if (first < 0) return runs;
  let digits = '';
  let start = 0;
  let end = 0;
  let gap = 0;
  const close = (): void => {
    if (digits.length >= 6) runs.push({ digits, start, end });
    digits = '';
    gap = 0;
  };
  for (let at = first; at < folded.length; at++) {
    const unit = folded.charCodeAt(at);
    const isOh = unit === OH && digits !== '' && isDigit(folded.charCodeAt(at + 1)) && gap === 0;
    if (isDigit(unit) || isOh) {
      if (digits === '') start = at;
      digits += isOh ? '0' : folded[at];
      end = at + 1;
      gap = 0;
    } else if (digits !== '' && (!SEPARATORS.has(folded[at]!) || ++gap > 2)) close();
  }
  close();
  return runs;
}
