import { Injectable } from '@nestjs/common';
import type { AuditDetail } from '#audit';
import { type Actor, requireAnyPermission, scopeOfActor } from '#identity';
import { Clock, Forbidden, type Id } from '#kernel';
import { Transactions } from '#platform';
import { assertOnWords, type CommentOnWords } from './comments/return-comment.js';
import { DraftDeciders } from './draft-deciders.js';
import { DraftRecords, type OpenedDraft } from './draft-records.js';
import { refusalOf } from './draft-rules.js';
import { approveDraft, returnDraft, type Ruling } from './draft-rulings.js';
import { SameApprover } from './draft-refusals.js';
import { type Capacity, capacityOf, hasApproved } from './draft-sides.js';
import type { Draft } from './draft.js';
import { Rulings } from './rulings/rulings.service.js';
import { assertConfirmed } from './sentences/asked-sentences.js';
import { SentenceConfirmations } from './sentences/sentence-confirmations.service.js';

/** The second person, and of press statements the third: approves a text, or gives it back. */
@Injectable()
export class DraftApprovalService {
  constructor(
    private readonly tx: Transactions,
    private readonly records: DraftRecords,
    private readonly deciders: DraftDeciders,
    private readonly sentences: SentenceConfirmations,
    private readonly rulings: Rulings,
    private readonly clock: Clock,
  ) {}

  /**
   * Approves exactly the text that the approver has read.
   *
   * @param readHash SHA-256 of that text.
   * @param confirmed hashes of the typed sentences that the approver confirms besides those confirmed before.
   * @throws NotFound `draft-not-found`; Forbidden `permission-missing`; SentencesNotConfirmed
   *   `sentences-not-confirmed`; and as `approveDraft`
   */
  approve(
    actor: Actor,
    id: Id,
    readHash: string,
    confirmed: readonly string[] = [],
  ): Promise<Draft> {
    return this.decide(actor, id, readHash, async (opened, ruling) => {
      const report = await this.records.check(actor, opened);
      const after = approveDraft(opened.draft, report, ruling);
      const ticked = { hashes: confirmed, now: ruling.now };
      const sentences = await this.sentences.confirm(actor, opened, ticked);
      assertConfirmed(sentences, actor.personId);
      await this.rulings.keep(opened.draft, { decision: 'approved', ...stampOf(ruling) });
      const confirmedSentences = sentences.map(({ hash }) => hash);
      const detail = { side: ruling.side, ...inWhoseName(ruling), confirmedSentences };
      return { after, action: 'draft.approved', detail };
    });
  }

  /**
   * Gives a draft back with a reason, and with comments on words of it. What is said of a press statement is read by
   * the press office, so it is checked like the statement. What is ticked is kept: the same person is not asked about the same words
   * again when the draft comes back.
   *
   * @throws as {@link approve}; Invalid `return-needs-a-comment`, `comment-not-on-these-words`; TellsOfCase
   *   `tells-of-the-case`
   */
  giveBack(actor: Actor, id: Id, told: GivenBack): Promise<Draft> {
    const { readHash, comment, comments = [], confirmed = [] } = told;
    return this.decide(actor, id, readHash, async (opened, ruling) => {
      const after = returnDraft(opened.draft, comment, ruling);
      assertOnWords(opened.draft.text, comments);
      await this.requireFitForPress(actor, opened, told);
      const returned = { decision: 'returned', ...stampOf(ruling) } as const;
      await this.rulings.keep(opened.draft, returned, comments);
      await this.sentences.confirm(actor, opened, { hashes: confirmed, now: ruling.now });
      const detail = { ...inWhoseName(ruling), comments: comments.length };
      return { after, action: 'draft.returned', detail };
    });
  }

  private async requireFitForPress(
    actor: Actor,
    opened: OpenedDraft,
    { comment, comments = [] }: GivenBack,
  ): Promise<void> {
    await this.records.requireFitForPress(actor, opened, { field: 'comment', text: comment });
    for (const [index, { comment: text }] of comments.entries()) {
      const field = `comments.${index}.comment`;
      await this.records.requireFitForPress(actor, opened, { field, text });
    }
  }

  private decide(
    actor: Actor,
    id: Id,
    readHash: string,
    rule: (opened: OpenedDraft, ruling: Ruling) => Promise<Ruled>,
  ): Promise<Draft> {
    requireAnyPermission(actor, ['case:read', 'case:read-press']);
    return this.tx.run(scopeOfActor(actor), async () => {
      const opened = await this.records.get(actor, id, 'to-change');
      const { side, onBehalfOf } = await this.capacityOf(actor, opened);
      const who = { approverId: actor.personId, onBehalfOf: onBehalfOf?.id ?? null };
      const ruling = { ...who, readHash, side, now: this.clock.now() };
      return this.records.keep(actor, opened, await rule(opened, ruling));
    });
  }

  /** @throws SameAuthor, SameApprover; Forbidden `permission-missing` for whoever decides on no side of it */
  private async capacityOf(actor: Actor, { draft }: OpenedDraft): Promise<Capacity> {
    const refusal = refusalOf(draft, actor.personId);
    if (draft.state === 'submitted' && hasApproved(draft, actor.personId)) throw new SameApprover();
    const capacity = capacityOf(actor, draft, await this.deciders.of(actor, draft));
    if (capacity && refusal) throw refusal;
    if (!capacity) throw new Forbidden('permission-missing');
    return capacity;
  }
}

/** Words to the author, by somebody who has read the text with this hash. */
export interface GivenBack {
  readonly readHash: string;
  /** Why the whole goes back. */
  readonly comment: string;
  /** What should change about which words. */
  readonly comments?: readonly CommentOnWords[];
  /** Hashes of the sentences that may stay as they are. */
  readonly confirmed?: readonly string[];
}

function stampOf({ approverId, now }: Ruling) {
  return { by: approverId, at: now };
}

/** For whom somebody decided, for the record; nothing where it was for themselves. */
function inWhoseName({ onBehalfOf }: Ruling): AuditDetail {
  return onBehalfOf === null ? {} : { onBehalfOf };
}

interface Ruled {
  readonly after: Draft;
  readonly action: string;
  readonly detail?: AuditDetail;
}
