import { Conflict, type Id, Invalid, type PersonId } from '#kernel';
import type { Draft } from '../draft.js';

/** Most comments that one return carries. */
export const MOST_COMMENTS = 50;

/** What should change about some words of a draft. Offsets are UTF-16 units of its text, `to` is exclusive. */
export interface CommentOnWords {
  readonly from: number;
  readonly to: number;
  /** The words from `from` to `to`, exactly. */
  readonly quote: string;
  readonly comment: string;
}

/** A comment of somebody who returned a draft, and when a later version took it up. */
export interface ReturnComment extends CommentOnWords {
  readonly id: Id;
  /** Version of the draft that was returned, and SHA-256 of its text. */
  readonly draftVersion: number;
  readonly textHash: string;
  readonly writtenBy: PersonId;
  readonly writtenAt: Date;
  readonly doneBy: PersonId | null;
  readonly doneAt: Date | null;
  /** Version of the draft in which it was marked as done. */
  readonly doneVersion: number | null;
}

/**
 * Holds comments to the text that they are about.
 *
 * @throws Invalid `comment-not-on-these-words` with a fault for each that is empty or whose words do not stand there
 */
export function assertOnWords(text: string, comments: readonly CommentOnWords[]): void {
  const faults = comments.flatMap((one, index) => {
    if (one.comment === '') {
      return [{ field: `comments.${index}.comment`, message: 'Write what should change here' }];
    }
    if (one.from < one.to && text.slice(one.from, one.to) === one.quote) return [];
    const message = 'These words do not stand at that place of the text';
    return [{ field: `comments.${index}.quote`, message }];
  });
  if (faults.length === 0) return;
  const message = 'A comment has to be about words of this text.';
  throw new Invalid('comment-not-on-these-words', message, faults);
}

/**
 * Where the words of a comment stand in a draft as it is now: in the returned text where they stood, in a changed one
 * where they stand once. Undefined where they are gone or cannot be told apart.
 */
export function placeOf(
  { text, textHash }: Pick<Draft, 'text' | 'textHash'>,
  comment: Pick<ReturnComment, 'from' | 'to' | 'quote' | 'textHash'>,
): { readonly start: number; readonly end: number } | undefined {
  if (comment.textHash === textHash) return { start: comment.from, end: comment.to };
  const start = text.indexOf(comment.quote);
  if (start < 0 || text.indexOf(comment.quote, start + 1) >= 0) return undefined;
  return { start, end: start + comment.quote.length };
}

/**
 * Refuses to call a comment done.
 *
 * @throws Conflict `comment-done-already`, `words-as-returned` while the text is the one that was returned
 */
export function assertCanBeDone(draft: Pick<Draft, 'textHash'>, comment: ReturnComment): void {
  if (comment.doneAt !== null) {
    throw new Conflict('comment-done-already', 'This comment is marked as done already.');
  }
  if (comment.textHash === draft.textHash) {
    throw new Conflict(
      'words-as-returned',
      'The text is still the one that was returned. Change it first, then mark the comment as done.',
    );
  }
}
