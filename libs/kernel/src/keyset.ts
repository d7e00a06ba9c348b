import { z } from 'zod';
import { Unreadable } from './errors.js';
import type { Page } from './page.js';

/** Which page of a list is asked for. */
export interface PageQuery {
  /** 1 to 100. */
  readonly limit: number;
  /** `next` of the page before; the list starts at its beginning without one. */
  readonly cursor?: string | undefined;
}

/** A row with its place in the list: the values that it is sorted by, as the database writes them. */
export interface Placed {
  readonly key: readonly string[];
}

/** What a list can be sorted by. */
export type KeyPart = keyof typeof PARTS;

/** As PostgreSQL writes an instant in a session in UTC; the worklist sorts cases without a clock at infinity. */
const INSTANT = /^[1-9]\d{3}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/;
const LARGEST_NUMBER = 2_147_483_647;

const PARTS = {
  instant: {
    shape: z.string().refine(isInstant),
    least: '-infinity',
    greatest: 'infinity',
  },
  number: {
    shape: z
      .string()
      .regex(/^\d{1,10}$/)
      .refine((value) => Number(value) <= LARGEST_NUMBER),
    least: '0',
    greatest: String(LARGEST_NUMBER),
  },
  words: {
    shape: z
      .string()
      .max(200)
      .refine((value) => !/\p{Cc}/u.test(value)),
    least: '',
    greatest: '\u{10FFFF}',
  },
  id: {
    shape: z.uuid(),
    least: '00000000-0000-0000-0000-000000000000',
    greatest: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  },
};

/**
 * The order of a list, and so where its pages begin: a page starts after the last row of the one before, not
 * after a number of rows. Rows that come and go meanwhile make none appear twice, and the last page costs what the
 * first one does.
 *
 * The query compares its columns with {@link after}, orders by them, and asks for one row more than the page has.
 */
export class Keyset {
  private readonly shape: z.ZodType<string[]>;
  private readonly beginning: readonly string[];

  /** @param parts what the list is sorted by; the last one tells all rows apart. */
  constructor(order: 'ascending' | 'descending', ...parts: readonly [KeyPart, ...KeyPart[]]) {
    const [first, ...others] = parts.map((part) => PARTS[part].shape);
    this.shape = z.tuple([first!, ...others]);
    this.beginning = parts.map((part) => PARTS[part][order === 'ascending' ? 'least' : 'greatest']);
  }

  /** The place after which a page starts: a value for each part. @throws Unreadable `cursor-wrong` */
  after(cursor: string | undefined): readonly string[] {
    if (!cursor) return this.beginning;
    const read = this.shape.safeParse(decoded(cursor));
    if (read.success) return read.data;
    throw new Unreadable('cursor-wrong', 'This page of the list cannot be found.', [
      { field: 'cursor', message: 'Start again from the first page.' },
    ]);
  }

  /** Makes a page. @param rows one more than `limit` where the list goes on. */
  page<Row>(rows: readonly (Row & Placed)[], limit: number): Page<Row> {
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return { items: shown.map(withoutKey<Row>), next: last ? encoded(last.key) : null };
  }
}

function withoutKey<Row>({ key: _key, ...row }: Row & Placed): Row {
  return row as Row;
}

function encoded(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** What a cursor holds; undefined for one that nobody was given. */
function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** A form that is right may still name a day that is not: 31 February. */
function isInstant(value: string): boolean {
  if (value === 'infinity') return true;
  if (!INSTANT.test(value)) return false;
  return z.iso.datetime().safeParse(value.replace(' ', 'T').replace('+00', 'Z')).success;
}
