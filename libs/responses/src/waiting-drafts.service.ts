import { Injectable } from '@nestjs/common';
import { type Actor, can, requireAnyPermission, scopeOfActor, type StoodInFor } from '#identity';
import type { Page, PageQuery } from '#kernel';
import { Transactions } from '#platform';
import { DraftDeciders, decidersWithin } from './draft-deciders.js';
import { mayDecide, type MayDecide } from './draft-reading.service.js';
import { capacityOf } from './draft-sides.js';
import { type WaitingDraft, WaitingDraftsRepository } from './waiting-drafts.repository.js';

/** A draft that waits, as a person sees it who may decide; without the case's title and clock for the press office. */
export type OfferedDecision = Omit<WaitingDraft, 'caseTitle'> & {
  readonly caseTitle: string | null;
  readonly mayDecide: MayDecide;
  /** Name of the person for whom this one would decide; null for themselves, and where they do not decide. */
  readonly onBehalfOf: string | null;
};

/** The queue of approvals. */
@Injectable()
export class WaitingDraftsService {
  constructor(
    private readonly tx: Transactions,
    private readonly drafts: WaitingDraftsRepository,
    private readonly deciders: DraftDeciders,
  ) {}

  /**
   * What waits for approval, with whether this person may decide. The press office finds press statements alone.
   *
   * @throws Unreadable `cursor-wrong`
   */
  listWaiting(actor: Actor, query: PageQuery): Promise<Page<OfferedDecision>> {
    requireAnyPermission(actor, ['case:read', 'case:read-press']);
    const isCaseworker = can(actor, 'case:read');
    return this.tx.run(scopeOfActor(actor), async () => {
      const { items, next } = await this.drafts.list(actor.organisationId, query, !isCaseworker);
      const standsInFor = await this.deciders.listStoodInFor(actor);
      const offered = items.map((draft) => ({
        ...draft,
        caseTitle: isCaseworker ? draft.caseTitle : null,
        dueAt: isCaseworker ? draft.dueAt : null,
        ...offerOf(actor, draft, standsInFor),
      }));
      return { items: offered, next };
    });
  }
}

function offerOf(actor: Actor, draft: WaitingDraft, standsInFor: readonly StoodInFor[]) {
  const deciders = decidersWithin(draft, standsInFor);
  const may = mayDecide(actor, draft, deciders);
  const capacity = may === 'yes' ? capacityOf(actor, draft, deciders) : undefined;
  return { mayDecide: may, onBehalfOf: capacity?.onBehalfOf?.name ?? null };
}
