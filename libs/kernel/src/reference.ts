import { randomInt } from 'node:crypto';

/** Letters and digits that are not mistaken for each other when read aloud or copied by hand. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const PATTERN = new RegExp(`^(PAR|REQ)-\\d{2}-[${ALPHABET}]{5}-[${ALPHABET}]$`);

/** `PAR` is a case, `REQ` a doctor's request. */
export type ReferenceKind = 'PAR' | 'REQ';

/**
 * Makes a reference such as `PAR-26-7K4MX-3`: kind, year, five random characters, check character.
 * It says nothing of a person. Uniqueness is the database's to keep.
 */
export function newReference(kind: ReferenceKind, year: number): string {
  const body = Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  const head = `${kind}-${String(year % 100).padStart(2, '0')}-${body}`;
  return `${head}-${checkCharacter(head)}`;
}

/** Whether a text is a reference whose check character fits: catches every single wrong character. */
export function isReference(text: string): boolean {
  return PATTERN.test(text) && checkCharacter(text.slice(0, -2)) === text.at(-1);
}

/** Tidies a reference as people type it: case, spaces, look-alike letters. */
export function readReference(text: string): string {
  return text.trim().toUpperCase().replaceAll(/\s+/g, '');
}

/**
 * A polynomial over the characters' values. Seven shares no factor with the alphabet's thirty, so every
 * single wrong character changes the result.
 */
function checkCharacter(head: string): string {
  let sum = 0;
  for (const character of head) {
    const value = ALPHABET.indexOf(character);
    sum = (sum * 7 + (value === -1 ? character.charCodeAt(0) : value)) % ALPHABET.length;
  }
  return ALPHABET[sum]!;
}
