import type { Draft } from '../draft.js';
import type { DraftFile } from '../draft-reading.service.js';
import { placeOf, type ReturnComment } from './return-comment.js';

/** A comment on words of a draft as people read it: people by name. */
export interface ToldComment extends Omit<ReturnComment, 'textHash' | 'writtenBy' | 'doneBy'> {
  readonly writtenBy: string;
  readonly doneBy: string | null;
  /** Where its words stand in the text as it is now; null where they are gone. */
  readonly place: { readonly start: number; readonly end: number } | null;
  /** Whether it is not done and the text has changed since, so that it can be. */
  readonly canBeDone: boolean;
}

/** The comments on a draft, the last return first. */
export function toldComments({
  draft,
  comments,
  names,
}: Pick<DraftFile, 'draft' | 'comments' | 'names'>): ToldComment[] {
  const nameOf = (id: Draft['authorId']) => names.get(id) ?? 'Somebody';
  return comments.map(({ textHash, writtenBy, doneBy, ...comment }) => ({
    ...comment,
    writtenBy: nameOf(writtenBy),
    doneBy: doneBy && nameOf(doneBy),
    place: placeOf(draft, { ...comment, textHash }) ?? null,
    canBeDone: comment.doneAt === null && textHash !== draft.textHash,
  }));
}
