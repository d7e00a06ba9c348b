import { Injectable } from '@nestjs/common';
import { type Actor, requireAnyPermission, scopeOfActor } from '#identity';
import { Clock, type Id, NotFound } from '#kernel';
import { Transactions } from '#platform';
import { requireWriter } from '../draft-access.js';
import { DraftRecords } from '../draft-records.js';
import { assertCanBeDone } from './return-comment.js';
import { ReturnCommentRepository } from './return-comment.repository.js';

/** What the author does with the comments of a return. */
@Injectable()
export class ReturnComments {
  constructor(
    private readonly tx: Transactions,
    private readonly records: DraftRecords,
    private readonly comments: ReturnCommentRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Marks a comment as done in the draft as it stands now.
   *
   * @throws NotFound `draft-not-found`, `comment-not-found`; Conflict `case-closed`, and as `assertCanBeDone`
   */
  markDone(actor: Actor, draftId: Id, commentId: Id): Promise<void> {
    requireAnyPermission(actor, ['draft:write', 'press:write']);
    return this.tx.run(scopeOfActor(actor), async () => {
      const { draft } = await this.records.get(actor, draftId, 'to-change');
      requireWriter(actor, draft);
      const comments = await this.comments.listOfDraft(draft);
      const comment = comments.find(({ id }) => id === commentId);
      if (!comment) throw new NotFound('comment-not-found', 'We could not find that comment.');
      assertCanBeDone(draft, comment);
      await this.comments.markDone(draft, comment.id, {
        by: actor.personId,
        at: this.clock.now(),
      });
      await this.records.note(actor, 'draft.comment-done', draft, { commentId: comment.id });
    });
  }
}
