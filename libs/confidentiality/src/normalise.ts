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

/** Folds a text. Linear in its length. */
export function fold(original: string): FoldedText {
  const starts = new Int32Array(original.length * 4 + 1);
  const ends = new Int32Array(original.length * 4 + 1);
  const parts: string[] = [];
  let length = 0;
  let offset = 0;
  for (const character of original) {
    const code = character.charCodeAt(0);
    const plain = code < 128 && code !== 96 && code !== 9;
    const folded = plain ? character.toLowerCase() : foldCharacter(character).slice(0, 4);
    for (let index = 0; index < folded.length; index++) {
      starts[length + index] = offset;
      ends[length + index] = offset + character.length;
    }
    parts.push(folded);
    length += folded.length;
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
