import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, Conflict, type Id, Invalid, newId, NotFound } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import { CaseReadingService } from '../case-reading.service.js';
import { dayOf } from '../triage/known-facts.js';
import { PostCopiesRepository } from './post-copies.repository.js';
import type { CopyEnd, PostCopy, SeenCopy } from './post-copy.js';

/** Where a post was copied to, and what became of each copy. */
@Injectable()
export class PostCopies {
  constructor(
    private readonly tx: Transactions,
    private readonly reading: CaseReadingService,
    private readonly copies: PostCopiesRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The copies of a case, the one that was seen last first. @throws NotFound `case-not-found` */
  list(actor: Actor, reference: string): Promise<PostCopy[]> {
    return this.tx.run(scopeOfActor(actor), async () =>
      this.copies.list(await this.reading.get(actor, reference)),
    );
  }

  /** The copies of a case that was found for this person. */
  listOf(actor: Actor, found: Case): Promise<PostCopy[]> {
    return this.tx.run(scopeOfActor(actor), () => this.copies.list(found));
  }

  /** One of them. @throws NotFound `case-not-found`, `copy-not-found` */
  async get(actor: Actor, reference: string, id: Id): Promise<PostCopy> {
    const copy = (await this.list(actor, reference)).find((one) => one.id === id);
    if (!copy) throw new NotFound('copy-not-found', 'We could not find that copy.');
    return copy;
  }

  /**
   * Records a copy that somebody saw.
   *
   * @throws NotFound `case-not-found`; Conflict `case-closed`; Invalid `seen-in-future` at `seenOn`
   */
  record(actor: Actor, reference: string, seen: SeenCopy): Promise<{ id: Id }> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.getOpen(actor, reference);
      const [id, at] = [newId(), this.clock.now()];
      refuseFuture(found, seen.seenOn, at);
      await this.copies.insert(found, { ...seen, id }, { by: actor.personId, at });
      const detail = { copy: id, form: seen.form, seenOn: seen.seenOn };
      await this.trail.record(actor, 'copy.recorded', { type: 'case', id: found.id }, detail);
      return { id };
    });
  }

  /**
   * Says what became of a copy, once.
   *
   * @throws NotFound `case-not-found`, `copy-not-found`; Conflict `case-closed`, `copy-settled`
   * @throws Invalid `reason-needed` at `reason` where a copy is left alone without one
   */
  settle(actor: Actor, reference: string, id: Id, end: CopyEnd): Promise<void> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.getOpen(actor, reference);
      await this.get(actor, reference, id);
      requireReason(end);
      const settled = { by: actor.personId, at: this.clock.now() };
      if (!(await this.copies.settle(found, { ...end, id }, settled))) {
        throw new Conflict('copy-settled', 'What became of this copy has been said already.');
      }
      const detail = { copy: id, outcome: end.outcome };
      await this.trail.record(actor, 'copy.settled', { type: 'case', id: found.id }, detail);
    });
  }
}

function refuseFuture(found: Case, seenOn: string, now: Date): void {
  if (seenOn <= dayOf(found, now)) return;
  const message = 'The day on which it was seen must be today or in the past';
  throw new Invalid('seen-in-future', message, [{ field: 'seenOn', message }]);
}

function requireReason({ outcome, reason }: CopyEnd): void {
  if (outcome === 'gone' || reason !== '') return;
  const message = 'Say why it is left alone';
  throw new Invalid('reason-needed', message, [{ field: 'reason', message }]);
}
