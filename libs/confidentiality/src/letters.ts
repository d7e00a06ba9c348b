const SPACE = /\s/;

/** Whether a UTF-16 unit is `a` to `z` or a digit. */
export const isLetterOrDigit = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);

/** Whether a UTF-16 unit is `a` to `z`. */
export const isLetter = (unit: number): boolean => unit >= 97 && unit <= 122;

/** Whether a UTF-16 unit is a digit. */
export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Whether a UTF-16 unit is white space. */
export const isSpace = (unit: number): boolean =>
  unit < 128 ? unit === 32 || (unit >= 9 && unit <= 13) : SPACE.test(String.fromCharCode(unit));

/** A text without the marks at its end; looked at from there, so that their number does not matter. */
export function withoutTrailing(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
