import type { ToldComment } from '#responses';
import { formatDateTime } from '../../views/filters.js';
import { markText } from '../../views/marked-text.js';

/** The comments of a return beside the words that they are about, and those whose words are gone. */
export function commentedText(text: string, comments: readonly ToldComment[], base: string) {
  const open = comments.filter(({ doneAt }) => doneAt === null);
  const placed = open.flatMap(({ id, place }) =>
    place ? [{ ...place, key: id, severity: 'warn' as const, why: '' }] : [],
  );
  const { segments, findings } = markText(text, placed);
  const numberOf = new Map(findings.map(({ key, number }) => [key, number]));
  return {
    segments,
    areWaiting: open.some(({ canBeDone }) => !canBeDone),
    open: open
      .map((comment) => commentItem(comment, base, numberOf.get(comment.id)))
      .toSorted((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity)),
    done: comments.filter(({ doneAt }) => doneAt !== null).map((one) => commentItem(one, base)),
  };
}

function commentItem(comment: ToldComment, base: string, number?: number) {
  return {
    number,
    quote: comment.quote,
    comment: comment.comment,
    by: `${comment.writtenBy}, ${formatDateTime(comment.writtenAt)}`,
    done:
      comment.doneAt &&
      `Done by ${comment.doneBy}, ${formatDateTime(comment.doneAt)}, version ${comment.doneVersion}`,
    action: comment.canBeDone ? `${base}/comments/${comment.id}/done` : undefined,
  };
}
