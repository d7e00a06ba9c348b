import { Injectable } from '@nestjs/common';
import { CaseReadingService } from '#cases';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, type Id, newId } from '#kernel';
import { Transactions } from '#platform';
import type { GoneBy, OriginalState } from './evidence.js';
import { EvidenceRecords } from './evidence-records.js';
import { captureWrong, itemNotFound } from './evidence-refusals.js';
import { EvidenceRepository } from './evidence.repository.js';
import { readPast } from './told-moment.js';

/** What somebody found who looked whether the original is still up. Parapet itself looks at nothing. */
export interface Look {
  /** An instant, or by the clock of the case's nation. */
  readonly lookedAt: string;
  readonly state: OriginalState;
  /** Needed where it is gone; null otherwise. */
  readonly goneBy: GoneBy | null;
}

/** Records what became of originals: each look is kept beside the ones before it. */
@Injectable()
export class EvidenceSightings {
  constructor(
    private readonly tx: Transactions,
    private readonly cases: CaseReadingService,
    private readonly items: EvidenceRepository,
    private readonly records: EvidenceRecords,
    private readonly clock: Clock,
  ) {}

  /**
   * Records a look at where the original stood.
   *
   * @throws NotFound `case-not-found`, `evidence-not-found`; Conflict `case-closed`
   * @throws Invalid `evidence-wrong` at `lookedAt`, `goneBy`
   */
  record(actor: Actor, reference: string, id: Id, look: Look): Promise<void> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.cases.getOpen(actor, reference);
      const item = await this.items.find(found, id);
      if (!item) throw itemNotFound();
      const { state } = look;
      if (state === 'gone' && !look.goneBy) {
        throw captureWrong('goneBy', 'Choose who took it away, or that it is not known');
      }
      const goneBy = state === 'gone' ? look.goneBy : null;
      const now = this.clock.now();
      const lookedAt = readPast(found, look.lookedAt, { field: 'lookedAt', now });
      const by = { recordedBy: actor.personId, recordedAt: now };
      await this.items.insertSighting(found, id, { id: newId(), state, goneBy, lookedAt, ...by });
      const { number } = item;
      await this.records.note(actor, found, 'evidence.looked', { id, number, state, goneBy });
    });
  }
}
