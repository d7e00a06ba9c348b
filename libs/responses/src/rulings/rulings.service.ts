import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { PersonId } from '#kernel';
import type { CommentOnWords, ReturnComment } from '../comments/return-comment.js';
import { ReturnCommentRepository } from '../comments/return-comment.repository.js';
import type { Draft } from '../draft.js';
import { type Decision, type ReadBefore, RulingRepository } from './ruling.repository.js';

/** What approvers have said about a draft so far. */
export interface SaidBefore {
  /** With what it was returned; the last return first. */
  readonly comments: readonly ReturnComment[];
  /** The text that its reader decided about last, or else somebody; undefined where nobody has. */
  readonly readBefore: ReadBefore | undefined;
}

/** What approvers decide about drafts, and what they say about words of them. Joins the running unit of work. */
@Injectable()
export class Rulings {
  constructor(
    private readonly rulings: RulingRepository,
    private readonly comments: ReturnCommentRepository,
  ) {}

  /** Keeps a decision and its comments, of a draft as it waits. */
  async keep(
    draft: Draft,
    ruling: { decision: Decision; by: PersonId; at: Date },
    comments: readonly CommentOnWords[] = [],
  ): Promise<void> {
    await this.rulings.insert(draft, ruling);
    await this.comments.insert(draft, comments, ruling);
  }

  async of({ personId }: Actor, draft: Draft): Promise<SaidBefore> {
    return {
      comments: await this.comments.listOfDraft(draft),
      readBefore: await this.rulings.findLast(draft, personId),
    };
  }
}
