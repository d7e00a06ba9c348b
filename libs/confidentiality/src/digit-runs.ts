import type { FoldedText } from './normalise.js';

/** Digits that belong together, however they are spaced. Offsets are into the folded text. */
export interface DigitRun {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const SEPARATORS = new Set([' ', '-', '.', '/', '(', ')', '+', '_']);

/** Runs of at least six digits with at most two separators between neighbours. */
export function digitRuns({ folded }: FoldedText): DigitRun[] {
  const runs: DigitRun[] = [];
  let digits = '';
  let start = 0;
  let end = 0;
  let gap = 0;
  const close = (): void => {
    if (digits.length >= 6) runs.push({ digits, start, end });
    digits = '';
    gap = 0;
  };
  for (let at = 0; at < folded.length; at++) {
    const isOh =
      folded[at] === 'o' && digits !== '' && isDigit(folded.charCodeAt(at + 1)) && gap === 0;
    if (isDigit(folded.charCodeAt(at)) || isOh) {
      if (digits === '') start = at;
      digits += isOh ? '0' : folded[at];
      end = at + 1;
      gap = 0;
    } else if (digits !== '' && (!SEPARATORS.has(folded[at]!) || ++gap > 2)) close();
  }
  close();
  return runs;
}
