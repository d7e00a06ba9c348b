import { Injectable } from '@nestjs/common';
import { type Id, newId, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Draft } from '../draft.js';
import { type CommentOnWords, MOST_COMMENTS, type ReturnComment } from './return-comment.js';

const COLUMNS = `id, starts as "from", ends as "to", quote, comment, draft_version as "draftVersion",
  text_hash as "textHash", written_by as "writtenBy", written_at as "writtenAt", done_by as "doneBy",
  done_at as "doneAt", done_version as "doneVersion"`;

/** Most comments of one draft, of all its returns, that a page shows. */
const MOST_OF_A_DRAFT = 4 * MOST_COMMENTS;

/** Keeps the comments with which drafts are returned. Nothing of them changes but that they are done. */
@Injectable()
export class ReturnCommentRepository {
  constructor(private readonly tx: Transactions) {}

  /** All comments of a draft: the last return first, then in the order of the text. */
  listOfDraft({
    organisationId,
    id,
  }: Pick<Draft, 'organisationId' | 'id'>): Promise<ReturnComment[]> {
    return this.tx.query<ReturnComment>(
      `select ${COLUMNS} from return_comment where organisation_id = $1 and draft_id = $2
        order by written_at desc, starts, ends, id limit ${MOST_OF_A_DRAFT}`,
      [organisationId, id],
    );
  }

  /** Keeps comments on the text of a draft as it is being returned. */
  async insert(
    { organisationId, caseId, id, version, textHash }: Draft,
    comments: readonly CommentOnWords[],
    { by, at }: { readonly by: PersonId; readonly at: Date },
  ): Promise<void> {
    for (const { from, to, quote, comment } of comments) {
      await this.tx.query(
        `insert into return_comment (id, organisation_id, case_id, draft_id, draft_version, text_hash,
                                     starts, ends, quote, comment, written_by, written_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [newId(), organisationId, caseId, id, version, textHash, from, to, quote, comment, by, at],
      );
    }
  }

  /** Keeps that a comment is done in the draft as it stands. */
  async markDone(
    { organisationId, id, version }: Draft,
    commentId: Id,
    { by, at }: { readonly by: PersonId; readonly at: Date },
  ): Promise<void> {
    await this.tx.query(
      `update return_comment set done_by = $4, done_at = $5, done_version = $6
        where organisation_id = $1 and draft_id = $2 and id = $3 and done_at is null`,
      [organisationId, id, commentId, by, at, version],
    );
  }
}
