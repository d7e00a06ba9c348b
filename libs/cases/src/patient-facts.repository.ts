import { Injectable } from '@nestjs/common';
import type { Id, PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from './case.js';
import { CaseKeys } from './case-keys.js';
import { CaseHolds } from './holds/case-holds.service.js';
import type { PatientFact, PatientFactKind } from './patient-fact.js';

/** A fact on its way into the table. */
export interface NewPatientFact {
  id: Id;
  kind: PatientFactKind;
  value: string;
  addedBy: PersonId;
  addedAt: Date;
}

type Row = Omit<PatientFact, 'value'> & { sealed: Buffer };

/** Keeps patient facts; their values only ever sealed. */
@Injectable()
export class PatientFactsRepository {
  constructor(
    private readonly tx: Transactions,
    private readonly keys: CaseKeys,
    private readonly holds: CaseHolds,
  ) {}

  async insert(found: Case, fact: NewPatientFact): Promise<void> {
    const cipher = await this.keys.of(found.organisationId, found.id);
    await this.tx.query(
      `insert into patient_fact (id, organisation_id, case_id, kind, value_sealed, added_by, added_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        fact.id,
        found.organisationId,
        found.id,
        fact.kind,
        cipher.seal(fact.value, cell(fact.id)),
        fact.addedBy,
        fact.addedAt,
      ],
    );
  }

  /** The facts of a case, opened, in the order in which they were added. @throws SealBroken */
  async list(found: Case): Promise<PatientFact[]> {
    const rows = await this.tx.query<Row>(
      `select f.id, f.kind, f.value_sealed as sealed, f.added_at as "addedAt", p.name as "addedByName"
         from patient_fact f join person p on p.organisation_id = f.organisation_id and p.id = f.added_by
        where f.organisation_id = $1 and f.case_id = $2 order by f.added_at, f.id limit 500`,
      [found.organisationId, found.id],
    );
    const cipher = await this.keys.of(found.organisationId, found.id);
    return rows.map(({ sealed, ...row }) => ({ ...row, value: cipher.open(sealed, cell(row.id)) }));
  }

  /** @returns the kind of what was taken away; undefined when there was no such fact. @throws Conflict `case-held` */
  async remove(found: Case, id: Id): Promise<PatientFactKind | undefined> {
    await this.holds.assertDeletable(found);
    const [rows] = await this.tx.manager.query<[{ kind: PatientFactKind }[], number]>(
      `delete from patient_fact where organisation_id = $1 and case_id = $2 and id = $3 returning kind`,
      [found.organisationId, found.id, id],
    );
    return rows[0]?.kind;
  }
}

function cell(id: Id): string {
  return `patient_fact.value_sealed:${id}`;
}
