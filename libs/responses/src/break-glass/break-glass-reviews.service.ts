import { Injectable } from '@nestjs/common';
import { CaseTasks } from '#cases';
import { type Actor, requireAnyPermission, requirePermission, scopeOfActor } from '#identity';
import {
  Clock,
  type Id,
  Invalid,
  NotFound,
  type OrganisationId,
  type Page,
  type PageQuery,
} from '#kernel';
import { Transactions } from '#platform';
import { DraftRecords } from '../draft-records.js';
import { type BreakGlassVerdict, reviewRefusal } from './break-glass.js';
import {
  BreakGlassRepository,
  type BrokenGlassRow,
  type ToldBrokenGlass,
} from './break-glass.repository.js';
import { stepOf } from './break-glass.service.js';

/** Who may see that texts were let out by one person alone. */
const WATCHERS = ['audit:read', 'draft:approve-high'] as const;

/** What somebody says who has reviewed such a release. */
export interface BreakGlassReview {
  readonly verdict: BreakGlassVerdict;
  readonly note: string;
}

/** The watch over texts that were let out by one person alone. */
@Injectable()
export class BreakGlassReviews {
  constructor(
    private readonly tx: Transactions,
    private readonly records: DraftRecords,
    private readonly glass: BreakGlassRepository,
    private readonly tasks: CaseTasks,
    private readonly clock: Clock,
  ) {}

  /** All such releases, newest first, without their texts and reasons. @throws Unreadable `cursor-wrong` */
  list(actor: Actor, query: PageQuery): Promise<Page<BrokenGlassRow>> {
    requireAnyPermission(actor, WATCHERS);
    return this.tx.run(scopeOfActor(actor), () => this.glass.list(actor.organisationId, query));
  }

  /**
   * Signs that such a release was reviewed, on a closed case too.
   *
   * @throws NotFound `draft-not-found`, `not-broken`; OwnEmergency `own-emergency`; Conflict `already-reviewed`;
   *   Invalid `review-needs-a-note`
   */
  review(actor: Actor, draftId: Id, { verdict, note }: BreakGlassReview): Promise<void> {
    requirePermission(actor, 'draft:approve-high');
    return this.tx.run(scopeOfActor(actor), async () => {
      const { draft, found } = await this.records.get(actor, draftId, 'to-note');
      const broken = await this.glass.findOfDraft(draft);
      if (!broken) throw new NotFound('not-broken', 'This text was not let out by one person.');
      const refusal = reviewRefusal(draft, broken, actor.personId);
      if (refusal) throw refusal;
      if (note === '') {
        const message = 'Say what you found';
        throw new Invalid('review-needs-a-note', message, [{ field: 'note', message }]);
      }
      const review = { by: actor.personId, at: this.clock.now(), verdict, note };
      await this.glass.review(draft, broken.id, review);
      await this.tasks.finishStep(actor, found, stepOf(broken));
      await this.records.note(actor, 'draft.glass-reviewed', draft, { reviewVerdict: verdict });
    });
  }

  /** For background work; runs inside the unit of work of its caller. */
  findTold(organisationId: OrganisationId, id: Id): Promise<ToldBrokenGlass | undefined> {
    return this.glass.findTold(organisationId, id);
  }
}
