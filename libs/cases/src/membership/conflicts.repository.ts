import { Injectable } from '@nestjs/common';
import type { PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import type { CaseConflict } from './conflict.js';

/** Keeps which cases stand against each other, and who is never let into which. */
@Injectable()
export class ConflictsRepository {
  constructor(private readonly tx: Transactions) {}

  /** The conflicts of a case, without the case on the other side. */
  list(found: Case): Promise<CaseConflict[]> {
    return this.tx.query<CaseConflict>(
      `select x.reason, p.name as "declaredByName", x.declared_at as "declaredAt" from case_conflict x
         join person p on p.organisation_id = x.organisation_id and p.id = x.declared_by
        where x.organisation_id = $1 and x.case_id = $2 order by x.declared_at, x.other_case_id`,
      [found.organisationId, found.id],
    );
  }

  /** Whether these two stand against each other already. */
  async areParted(found: Case, other: Case): Promise<boolean> {
    const rows = await this.tx.query(
      `select from case_conflict where organisation_id = $1 and case_id = $2 and other_case_id = $3`,
      [found.organisationId, found.id, other.id],
    );
    return rows.length > 0;
  }

  /** Writes a conflict down on both sides. */
  async insert(
    found: Case,
    other: Case,
    { reason, by, at }: { reason: string; by: PersonId; at: Date },
  ): Promise<void> {
    await this.tx.query(
      `insert into case_conflict (case_id, organisation_id, other_case_id, reason, declared_by, declared_at)
       values ($2, $1, $3, $4, $5, $6), ($3, $1, $2, $4, $5, $6)`,
      [found.organisationId, found.id, other.id, reason, by, at],
    );
    await this.settleChecks([found, other], { reason, by, at });
  }

  /** Names that were to be looked at are answered by the parting. */
  private async settleChecks(
    cases: readonly Case[],
    { reason, by, at }: { reason: string; by: PersonId; at: Date },
  ): Promise<void> {
    await this.tx.query(
      `update conflict_check set decision = 'parted', reason = $3, decided_by = $4, decided_at = $5
        where organisation_id = $1 and case_id = any ($2::uuid[]) and decision is null`,
      [cases[0]!.organisationId, cases.map(({ id }) => id), reason, by, at],
    );
  }

  /** Bars people from a case for good. */
  async bar(found: Case, people: readonly PersonId[]): Promise<void> {
    await this.tx.query(
      `insert into wall_bar (case_id, organisation_id, person_id)
       select $2, $1, m from unnest($3::uuid[]) m on conflict do nothing`,
      [found.organisationId, found.id, people],
    );
  }

  /** Those who are never let into a case. */
  async listBarred(found: Case): Promise<ReadonlySet<PersonId>> {
    const rows = await this.tx.query<{ id: PersonId }>(
      `select person_id as id from wall_bar where organisation_id = $1 and case_id = $2`,
      [found.organisationId, found.id],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
