import { Injectable } from '@nestjs/common';
import { type Actor, can, scopeOfActor } from '#identity';
import type { CaseId } from '#kernel';
import { Transactions } from '#platform';

/** Says which cases ids stand for, to those who may know of cases. */
@Injectable()
export class CaseReferences {
  constructor(private readonly tx: Transactions) {}

  /** References by id; nothing for those who read no cases, and none of a case behind a wall. */
  async of(actor: Actor, ids: readonly CaseId[]): Promise<ReadonlyMap<CaseId, string>> {
    if (!can(actor, 'case:read') && !can(actor, 'case:read-data-protection')) return new Map();
    const rows = await this.tx.run(scopeOfActor(actor), () =>
      this.tx.query<{ id: CaseId; reference: string }>(
        `select id, reference from case_record where organisation_id = $1 and id = any ($2::uuid[])`,
        [actor.organisationId, ids],
      ),
    );
    return new Map(rows.map(({ id, reference }) => [id, reference]));
  }
}
