import { Injectable } from '@nestjs/common';
import { type Actor, type Permission, requirePermission, scopeOfActor } from '#identity';
import { Clock, type Id } from '#kernel';
import { Transactions } from '#platform';
import { DraftRecords, type OpenedDraft } from './draft-records.js';
import { approveDraft, returnDraft, type Ruling } from './draft-rules.js';
import type { Draft } from './draft.js';

/** The right that it takes to decide on a draft. */
export function approvalPermission({ risk }: Pick<Draft, 'risk'>): Permission {
  return risk === 'high' ? 'draft:approve-high' : 'draft:approve-low';
}

/** The second person: approves a text, or gives it back. */
@Injectable()
export class DraftApprovalService {
  constructor(
    private readonly tx: Transactions,
    private readonly records: DraftRecords,
    private readonly clock: Clock,
  ) {}

  /**
   * Approves exactly the text that the approver has read.
   *
   * @param readHash SHA-256 of that text.
   * @throws NotFound `draft-not-found`; Forbidden `permission-missing`; and as `approveDraft`
   */
  approve(actor: Actor, id: Id, readHash: string): Promise<Draft> {
    return this.decide(actor, id, readHash, async (opened, ruling) => ({
      after: approveDraft(opened.draft, await this.records.check(opened), ruling),
      action: 'draft.approved',
    }));
  }

  /** Gives a draft back with a comment. @throws as {@link approve}; Invalid `return-needs-a-comment` */
  giveBack(actor: Actor, id: Id, { readHash, comment }: { readHash: string; comment: string }) {
    return this.decide(actor, id, readHash, async ({ draft }, ruling) => ({
      after: returnDraft(draft, comment, ruling),
      action: 'draft.returned',
    }));
  }

  private decide(
    actor: Actor,
    id: Id,
    readHash: string,
    rule: (opened: OpenedDraft, ruling: Ruling) => Promise<{ after: Draft; action: string }>,
  ): Promise<Draft> {
    requirePermission(actor, 'case:read');
    return this.tx.run(scopeOfActor(actor), async () => {
      const opened = await this.records.get(actor, id, 'to-change');
      requirePermission(actor, approvalPermission(opened.draft));
      const ruling = { approverId: actor.personId, readHash, now: this.clock.now() };
      return this.records.keep(actor, opened, await rule(opened, ruling));
    });
  }
}
