import { z } from 'zod';
import { Invalid } from '#kernel';
import { sentencePlaces } from '#confidentiality';
import type { CommentOnWords } from '#responses';
import { text } from '../../http/field-schemas.js';

/** How many comments a form has room for. */
const ROWS = [1, 2, 3, 4] as const;

const PLACE = /^(\d{1,6})-(\d{1,6})$/;

/** A stretch of the text, `from-to`; empty where no words are chosen. */
const place = z.union([z.literal(''), z.string().regex(PLACE, 'Choose a sentence')]).default('');
const note = text('the comment', 2000).default('');

/** The fields of the comments with which a text is returned. */
export const commentRows = {
  place1: place,
  note1: note,
  place2: place,
  note2: note,
  place3: place,
  note3: note,
  place4: place,
  note4: note,
};
type CommentRows = z.output<z.ZodObject<typeof commentRows>>;

/**
 * The comments of a form on the text whose offsets it was given.
 *
 * @throws Invalid `comment-not-whole` where words are chosen and nothing is said of them, or the other way round
 */
export function commentsInForm(form: CommentRows, words: string): CommentOnWords[] {
  const faults = ROWS.flatMap((row) => {
    const [chosen, said] = [form[`place${row}`], form[`note${row}`]];
    if (chosen !== '' && said === '') return [faultOf(`note${row}`, 'Write what should change')];
    if (chosen === '' && said !== '') {
      return [faultOf(`place${row}`, 'Choose the words that this comment is about')];
    }
    return [];
  });
  if (faults.length > 0) {
    throw new Invalid('comment-not-whole', 'A comment is not complete.', faults);
  }
  return ROWS.filter((row) => form[`place${row}`] !== '').map((row) => {
    const [from, to] = endsOf(form[`place${row}`]);
    return { from, to, quote: words.slice(from, to), comment: form[`note${row}`] };
  });
}

/**
 * The rows of the form: the sentences of the text to choose from, and what was chosen by selecting words.
 *
 * @param typed what the form held when it is shown again.
 */
export function commentRowsView(words: string, typed: Readonly<Record<string, unknown>> = {}) {
  const sentences = sentencePlaces(words).map(({ from, to }) => optionOf(words, from, to));
  const rows = ROWS.map((row) => {
    const chosen = typed[`place${row}`];
    const isOwn = typeof chosen === 'string' && PLACE.test(chosen);
    const [from, to] = isOwn ? endsOf(chosen) : [0, 0];
    const isListed = sentences.some(({ value }) => value === chosen);
    const own = to > from && to <= words.length && !isListed ? [optionOf(words, from, to)] : [];
    return { number: row, options: [...sentences, ...own] };
  });
  return { rows, isOpen: ROWS.some((row) => typed[`place${row}`] || typed[`note${row}`]) };
}

function optionOf(words: string, from: number, to: number) {
  const quote = words.slice(from, to).replaceAll(/\s+/g, ' ');
  return {
    value: `${from}-${to}`,
    text: quote.length > 90 ? `${quote.slice(0, 89).trimEnd()}…` : quote,
  };
}

function endsOf(chosen: string): [from: number, to: number] {
  const [from = 0, to = 0] = chosen.split('-').map(Number);
  return [from, to];
}

function faultOf(field: string, message: string) {
  return { field, message };
}
