import { z } from 'zod';
import { isReference, readReference } from '#kernel';

/** Characters that are never text: controls other than tab and line breaks, and halves of characters. */
const NOT_TEXT = /(?![\t\n\r])\p{Cc}|\p{Surrogate}/u;
/** Marks that turn the direction of writing: allowed in prose, never in names and handles. */
const TURNS_DIRECTION = /[\u202A-\u202E\u2066-\u2069]/u;

/** One or more lines of text as a person types it, kept in one Unicode form. @param most characters */
export function text(label: string, most: number) {
  return z
    .string(`Enter ${label}`)
    .max(most, `${capital(label)} must be ${most.toLocaleString('en-GB')} characters or fewer`)
    .refine(
      (value) => !NOT_TEXT.test(value),
      `${capital(label)} has characters that cannot be kept`,
    )
    .transform((value) => value.normalize('NFC').replaceAll('\r\n', '\n').trim());
}

/** Text that must not be left empty. */
export function requiredText(label: string, most: number) {
  return text(label, most).pipe(z.string().min(1, `Enter ${label}`));
}

/** A name, a handle, a title: one line, written in its own direction. */
export function line(label: string, most: number) {
  return text(label, most)
    .refine(
      (value) => !TURNS_DIRECTION.test(value),
      `${capital(label)} has marks that turn the text round`,
    )
    .refine((value) => !value.includes('\n'), `${capital(label)} must be one line`);
}

/** A line that must not be left empty. */
export function requiredLine(label: string, most: number) {
  return line(label, most).pipe(z.string().min(1, `Enter ${label}`));
}

/** One of the offered choices. */
export function choice<const T extends readonly [string, ...string[]]>(label: string, values: T) {
  return z.enum(values, { error: `Choose ${label}` });
}

/** One of the keys of a table. */
export function keyOf<T extends Record<string, unknown>>(label: string, table: T) {
  return choice(label, Object.keys(table) as [keyof T & string, ...(keyof T & string)[]]);
}

/** A civil date `YYYY-MM-DD` that exists. */
export function civilDate(label: string) {
  return z.iso
    .date({ error: `Enter ${label} as a real date` })
    .refine(
      (value) => value >= '1990-01-01' && value <= '2199-12-31',
      `Enter ${label} as a real date`,
    );
}

/** A civil date that may be left empty; empty becomes null. */
export function optionalDate(label: string) {
  return z.union([z.literal('').transform(() => null), z.null(), civilDate(label)]);
}

/** How many, or null. The empty box of a form is null. @param label `how many are in the group` */
export function optionalCount(label: string) {
  const wrong = `Enter ${label} as a number, such as 250`;
  const count = z.coerce.number(wrong).int(wrong).min(1, wrong).max(100_000_000, wrong);
  return z.union([z.literal('').transform(() => null), z.null(), count], wrong);
}

/** An address on the web, or words that say where; never fetched by the server. */
export function webAddress(label: string) {
  return line(label, 2000);
}

/** A tick: `on`, `true` or the JSON value. */
export const tick = z
  .union([z.boolean(), z.enum(['on', 'true', 'false', ''])])
  .default(false)
  .transform((value) => value === true || value === 'on' || value === 'true');

/** A repeated field: one value comes as a string, several as a list. */
export function list<T extends z.ZodType>(item: T, most: number) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(most, 'That is too many'),
  );
}

/** The reference in an address. What has not its form is not found. */
export const referenceParams = z.object({
  reference: z.string().transform(readReference).refine(isReference),
});

/** The id in an address. */
export const idParams = z.object({ id: z.uuid() });

/** Page of a list, in a page and in the API alike. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  /** A name of 200 letters of any script fits. */
  cursor: z.string().max(1500).optional(),
};

/** A list that can be asked for nothing but its pages. */
export const listQuery = z.strictObject(pageQuery);
export type ListQuery = z.output<typeof listQuery>;

function capital(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
