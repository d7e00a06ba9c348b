import { isLetter, isLetterOrDigit } from './letters.js';
import { type FoldedText, fold, originalSpan } from './normalise.js';
import {
  CONTRACTED,
  ABBREVIATIONS,
  CLAUSE_OPENERS,
  CLAUSE_SUBJECTS,
} from './data/grammar-words.js';

/** One word with its place. `start` and `end` are offsets into the folded text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The original begins with a capital. */
  readonly isCapital: boolean;
  /** The original has capitals only. */
  readonly isAllCapitals: boolean;
  readonly sentence: number;
  readonly clause: number;
  /** First word of its sentence. */
  readonly isFirst: boolean;
}

/** A folded text cut into words, clauses and sentences. */
export interface ParsedText extends FoldedText {
  readonly words: readonly Word[];
}

interface Cut {
  sentence: number;
  clause: number;
  isFirst: boolean;
}

const SENTENCE_END = /[.!?]["')\]]?\s|[\n;]|[.!?]["')]?$/;
const CLAUSE_END = /[,:()[\]]|\s-+\s/;
const SUFFIX = /'(?:ve|re|ll|d|s|m)$/;
const LETTER_ZERO = /^(?=.*[a-z].*[a-z].*[a-z])[a-z0]+$/;

/** Splits `didn't` into `did` + `not`, `she's` into `she` + `'s`, `youve` into `you` + `have`. */
function pieces(raw: string): readonly (readonly [text: string, length: number])[] {
  const known = CONTRACTED.get(raw);
  if (known) return known;
  if (!raw.includes("'")) return [[readZero(raw), raw.length]];
  if (raw.length > 3 && raw.endsWith("n't")) {
    return [
      [raw.slice(0, -3), raw.length - 3],
      ['not', 3],
    ];
  }
  const suffix = SUFFIX.exec(raw);
  if (!suffix) return [[readZero(raw), raw.length]];
  return [
    [readZero(raw.slice(0, suffix.index)), suffix.index],
    [CONTRACTED.get(suffix[0])?.[0]?.[0] ?? suffix[0], suffix[0].length],
  ];
}

function readZero(word: string): string {
  return word.includes('0') && LETTER_ZERO.test(word) ? word.replaceAll('0', 'o') : word;
}

const JOINING = new Set(['and', 'or', 'that']);

function isAbbreviationStop(previous: string | undefined, gap: string): boolean {
  if (previous === undefined || !gap.startsWith('.') || gap.includes('\n')) return false;
  return previous.length === 1 || ABBREVIATIONS.has(previous);
}

function nextCut(at: Cut, gap: string, words: readonly Word[], raw: string): Cut {
  const previous = words.at(-1);
  const isPlainGap = gap === ' ';
  if (
    previous &&
    !isPlainGap &&
    SENTENCE_END.test(gap) &&
    !isAbbreviationStop(previous.text, gap)
  ) {
    return { sentence: at.sentence + 1, clause: at.clause + 1, isFirst: true };
  }
  const isPhrasal = raw === 'after' && previous?.text.startsWith('look') === true;
  const opensClause =
    (CLAUSE_OPENERS.has(raw) && !isPhrasal) ||
    (CLAUSE_SUBJECTS.has(raw) && JOINING.has(previous?.text ?? ''));
  const cuts = opensClause || (!isPlainGap && CLAUSE_END.test(gap));
  const clause = previous && cuts ? at.clause + 1 : at.clause;
  if (!at.isFirst && clause === at.clause) return at;
  return { sentence: at.sentence, clause, isFirst: previous === undefined };
}

/** Cuts a text into words, clauses and sentences. */
export function parse(original: string): ParsedText {
  const text = fold(original);
  const { folded } = text;
  const words: Word[] = [];
  let at: Cut = { sentence: 0, clause: 0, isFirst: true };
  let last = 0;
  for (let start = wordStart(folded, 0); start < folded.length; start = wordStart(folded, last)) {
    const end = wordEnd(folded, start);
    const raw = folded.slice(start, end);
    const gap =
      start === last + 1 && folded.charCodeAt(last) === SPACE
        ? ' '
        : folded.slice(last, Math.min(start, last + 40));
    at = nextCut(at, gap, words, raw);
    pushPieces(text, words, at, { raw, start });
    last = end;
  }
  return { ...text, words };
}

const SPACE = 32;
const APOSTROPHE = 39;

function wordStart(folded: string, from: number): number {
  let at = from;
  while (at < folded.length && !isLetterOrDigit(folded.charCodeAt(at))) at++;
  return at;
}

/** Letters and digits, and once an apostrophe with letters: `didn't`. */
function wordEnd(folded: string, start: number): number {
  let end = start;
  while (end < folded.length && isLetterOrDigit(folded.charCodeAt(end))) end++;
  if (folded.charCodeAt(end) !== APOSTROPHE || !isLetter(folded.charCodeAt(end + 1))) return end;
  end++;
  while (isLetter(folded.charCodeAt(end))) end++;
  return end;
}

const isUpperCase = (value: string): boolean => value === value.toUpperCase();

function pushPieces(
  text: FoldedText,
  words: Word[],
  { sentence, clause, isFirst: opens }: Cut,
  { raw, start: from }: { readonly raw: string; readonly start: number },
): void {
  let start = from;
  const offset = text.starts[start] ?? 0;
  const first = text.original.charAt(offset);
  const isCapital = !isLetterOrDigit(first.charCodeAt(0)) && first !== first.toLowerCase();
  const end = text.ends[start + raw.length - 1] ?? 0;
  const isAllCapitals = isCapital && isUpperCase(text.original.slice(offset, end));
  let isFirst = opens;
  for (const [piece, length] of pieces(raw)) {
    const stop = start + length;
    words.push({
      text: piece,
      start,
      end: stop,
      isCapital,
      isAllCapitals,
      sentence,
      clause,
      isFirst,
    });
    start = stop;
    isFirst = false;
  }
}

/** Words of a short string (a name, a term), folded as the text is. */
export function wordsOf(value: string): string[] {
  return parse(value).words.map((word) => word.text);
}

/** Original offsets from the first to the last of a run of words (both inclusive). */
export function spanOf(text: ParsedText, first: number, last: number): [number, number] {
  return originalSpan(text, text.words[first]!.start, text.words[last]!.end);
}
