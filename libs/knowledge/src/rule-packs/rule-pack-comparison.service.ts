import { Injectable } from '@nestjs/common';
import type { Id, OrganisationId } from '#kernel';
import { scopeOf, Transactions } from '#platform';
import type { LoadedPack } from '#triage';
import { type Comparison, packOf } from './rule-pack.js';
import { RulePackInForce } from './rule-pack-in-force.js';
import { RulePackRepository } from './rule-pack.repository.js';

/** Keeps how far a proposal has been tried on the open cases; who knows cases does the trying. */
@Injectable()
export class RulePackComparison {
  constructor(
    private readonly tx: Transactions,
    private readonly packs: RulePackRepository,
    private readonly inForce: RulePackInForce,
  ) {}

  /** The rules in force and those proposed; undefined where the proposal is not one any more. */
  begin(
    organisationId: OrganisationId,
    id: Id,
  ): Promise<{ before: LoadedPack; after: LoadedPack } | undefined> {
    return this.tx.run(scopeOf(organisationId), async () => {
      const found = await this.packs.find(organisationId, id);
      if (found?.state !== 'proposed') return undefined;
      const after = packOf(found.content, found.number);
      return { before: await this.inForce.orShipped(organisationId), after };
    });
  }

  /** Notes how far it is. */
  note(organisationId: OrganisationId, id: Id, progress: Comparison): Promise<void> {
    return this.tx.run(scopeOf(organisationId), () =>
      this.packs.noteComparison(organisationId, id, progress),
    );
  }
}
