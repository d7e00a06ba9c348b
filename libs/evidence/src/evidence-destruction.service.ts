import { Injectable } from '@nestjs/common';
import { CaseHolds, CaseReadingService } from '#cases';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, Conflict, type Id } from '#kernel';
import { Transactions } from '#platform';
import { EvidenceRecords } from './evidence-records.js';
import { itemNotFound } from './evidence-refusals.js';
import { EvidenceRepository } from './evidence.repository.js';

/** Destroys content that must not be kept. That it was there, its hash and who destroyed it stay. */
@Injectable()
export class EvidenceDestruction {
  constructor(
    private readonly tx: Transactions,
    private readonly cases: CaseReadingService,
    private readonly items: EvidenceRepository,
    private readonly holds: CaseHolds,
    private readonly records: EvidenceRecords,
    private readonly clock: Clock,
  ) {}

  /**
   * Destroys the content of an item: nobody opens it any more, and background work takes it from the disk.
   *
   * @param reason 1 to 5,000.
   * @throws NotFound `case-not-found`, `evidence-not-found`; Conflict `case-held`, `evidence-destroyed`
   */
  destroy(actor: Actor, reference: string, id: Id, reason: string): Promise<void> {
    requirePermission(actor, 'evidence:destroy');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.cases.get(actor, reference);
      await this.items.lockCase(found);
      const item = await this.items.find(found, id);
      if (!item) throw itemNotFound();
      await this.holds.assertDeletable(found, id);
      const said = { by: actor.personId, at: this.clock.now(), reason };
      if (!(await this.items.destroy(found, id, said))) {
        throw new Conflict('evidence-destroyed', 'The content of this item is destroyed already.');
      }
      await this.records.noteDestroyed(actor, found, item);
    });
  }
}
