import { LOOKALIKES } from './data/lookalikes.js';

/**
 * A text folded for comparison: lower case, no accents, one kind of apostrophe and dash, look-alike
 * letters made Latin, invisible characters removed. Offsets lead back to the original.
 */
export interface FoldedText {
  readonly original: string;
  readonly folded: string;
  /** Original start offset of each folded unit. */
  readonly starts: Int32Array;
  /** Original end offset (exclusive) of each folded unit. */
  readonly ends: Int32Array;
}

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u;
const COMBINING = /\p{M}/gu;
const SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t]/;

/** Folds one character outside ASCII; an empty string when it leaves no trace. */
function foldCharacter(character: string): string {
  const known = LOOKALIKES[character];
  if (known !== undefined) return known;
  if (INVISIBLE.test(character)) return '';
  if (SPACE.test(character)) return ' ';
  const plain = character.normalize('NFKD').replace(COMBINING, '');
  let out = '';
  for (const part of plain) out += LOOKALIKES[part] ?? part.toLowerCase();
  return out;
}

/** Characters outside ASCII and what they fold to; the commonest are met again and again. */
const folded = new Map<string, string>();
const MOST_KEPT = 4096;

function foldedOf(character: string): string {
  const known = folded.get(character);
  if (known !== undefined) return known;
  const made = foldCharacter(character).slice(0, LONGEST);
  if (folded.size < MOST_KEPT) folded.set(character, made);
  return made;
}

/** Most units that one character folds to. */
const LONGEST = 4;
const BACKTICK = 96;
const TAB = 9;

/** Whether a unit folds to its small letter and nothing else. */
const isPlain = (unit: number): boolean => unit < 128 && unit !== BACKTICK && unit !== TAB;

function countOthers(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (!isPlain(text.charCodeAt(at))) count++;
  return count;
}

/** Folds a text. Linear in its length. */
export function fold(original: string): FoldedText {
  const size = original.length + countOthers(original) * (LONGEST - 1) + 1;
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  const parts: string[] = [];
  let length = 0;
  let offset = 0;
  while (offset < original.length) {
    const from = offset;
    for (; offset < original.length && isPlain(original.charCodeAt(offset)); length++) {
      starts[length] = offset++;
      ends[length] = offset;
    }
    if (offset > from) parts.push(original.slice(from, offset).toLowerCase());
    if (offset === original.length) break;
    const character = String.fromCodePoint(original.codePointAt(offset)!);
    const part = foldedOf(character);
    starts.fill(offset, length, length + part.length);
    ends.fill(offset + character.length, length, length + part.length);
    parts.push(part);
    length += part.length;
    offset += character.length;
  }
  return { original, folded: parts.join(''), starts, ends };
}

/** Original offsets of a stretch of folded text. */
export function originalSpan(text: FoldedText, start: number, end: number): [number, number] {
  return [text.starts[start] ?? 0, text.ends[Math.max(start, end - 1)] ?? text.original.length];
}

/** Folded form of a short string, for comparison. */
export function foldString(value: string): string {
  return fold(value).folded;
}
