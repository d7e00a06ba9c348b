import { Injectable } from '@nestjs/common';
import { CaseReadingService, type Hold, type HoldPlan, HoldsService } from '#cases';
import { type Actor, scopeOfActor } from '#identity';
import { Transactions } from '#platform';
import { captureWrong } from './evidence-refusals.js';
import { EvidenceRepository } from './evidence.repository.js';

/** Sets holds on cases and on single items of evidence. */
@Injectable()
export class EvidenceHolds {
  constructor(
    private readonly tx: Transactions,
    private readonly cases: CaseReadingService,
    private readonly holds: HoldsService,
    private readonly items: EvidenceRepository,
  ) {}

  /** @throws as `HoldsService.set`; Invalid `evidence-wrong` at `evidenceId` for no item of the case */
  set(actor: Actor, reference: string, plan: HoldPlan): Promise<Hold> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.cases.get(actor, reference);
      const { evidenceId } = plan;
      if (evidenceId !== null && !(await this.items.find(found, evidenceId))) {
        throw captureWrong('evidenceId', 'Choose the whole case, or an item of it');
      }
      return this.holds.set(actor, reference, plan);
    });
  }
}
