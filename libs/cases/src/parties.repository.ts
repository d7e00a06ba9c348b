import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Id, PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from './case.js';
import { CaseKeys } from './case-keys.js';
import { CaseHolds } from './holds/case-holds.service.js';
import type { Party, PartyRole } from './party.js';

interface Row {
  id: Id;
  role: PartyRole;
  sealed: Buffer;
  addedAt: Date;
}

const details = z.object({
  name: z.string(),
  relation: z.string(),
  contact: z.string(),
  isPatient: z.boolean(),
  hasAuthority: z.boolean(),
});

/** Keeps parties; their details only ever sealed. */
@Injectable()
export class PartiesRepository {
  constructor(
    private readonly tx: Transactions,
    private readonly keys: CaseKeys,
    private readonly holds: CaseHolds,
  ) {}

  async insert(
    found: Case,
    { id, role, addedAt, ...known }: Party,
    addedBy: PersonId,
  ): Promise<void> {
    const cipher = await this.keys.of(found.organisationId, found.id);
    await this.tx.query(
      `insert into party (id, organisation_id, case_id, role, details_sealed, added_by, added_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        found.organisationId,
        found.id,
        role,
        cipher.seal(JSON.stringify(known), cell(id)),
        addedBy,
        addedAt,
      ],
    );
  }

  /** The parties of a case, opened, in the order in which they were added. @throws SealBroken */
  async list(found: Case): Promise<Party[]> {
    const rows = await this.tx.query<Row>(
      `select id, role, details_sealed as sealed, added_at as "addedAt" from party
        where organisation_id = $1 and case_id = $2 order by added_at, id limit 200`,
      [found.organisationId, found.id],
    );
    const cipher = await this.keys.of(found.organisationId, found.id);
    return rows.map(({ sealed, ...row }) => ({
      ...row,
      ...details.parse(JSON.parse(cipher.open(sealed, cell(row.id)))),
    }));
  }

  /** @returns the role of who was taken away; undefined when there was no such party. @throws Conflict `case-held` */
  async remove(found: Case, id: Id): Promise<PartyRole | undefined> {
    await this.holds.assertDeletable(found);
    const [rows] = await this.tx.manager.query<[{ role: PartyRole }[], number]>(
      `delete from party where organisation_id = $1 and case_id = $2 and id = $3 returning role`,
      [found.organisationId, found.id, id],
    );
    return rows[0]?.role;
  }
}

function cell(id: Id): string {
  return `party.details_sealed:${id}`;
}
