import { hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { OrganisationKeys } from '#identity';
import type { CaseId, Id, OrganisationId } from '#kernel';
import { newKey, open, seal, Transactions } from '#platform';

/** The keys of cases. Destroying a case's key erases its patient facts, in backups too. */
@Injectable()
export class CaseKeys {
  constructor(
    private readonly tx: Transactions,
    private readonly organisations: OrganisationKeys,
  ) {}

  /** Makes the key of a new case. */
  async make(organisationId: OrganisationId, caseId: CaseId): Promise<void> {
    const wrapped = await this.organisations.seal(organisationId, newKey(), place(caseId));
    await this.tx.query(
      `insert into case_key (case_id, organisation_id, wrapped_key) values ($1, $2, $3)`,
      [caseId, organisationId, wrapped],
    );
  }

  /** Makes the keys of many new cases in one statement, for mass imports. */
  async makeMany(organisationId: OrganisationId, caseIds: readonly CaseId[]): Promise<void> {
    const wrapped = await Promise.all(
      caseIds.map((id) => this.organisations.seal(organisationId, newKey(), place(id))),
    );
    await this.tx.query(
      `insert into case_key (case_id, organisation_id, wrapped_key)
       select k.case_id, $1, k.wrapped_key from unnest($2::uuid[], $3::bytea[]) k (case_id, wrapped_key)`,
      [organisationId, caseIds, wrapped],
    );
  }

  /** What seals and opens cells of one case. @throws SealBroken when the key was destroyed or is wrong. */
  async of(organisationId: OrganisationId, caseId: CaseId): Promise<CaseCipher> {
    const rows = await this.tx.query<{ wrapped_key: Buffer }>(
      `select wrapped_key from case_key where organisation_id = $1 and case_id = $2`,
      [organisationId, caseId],
    );
    const wrapped = rows[0]?.wrapped_key ?? Buffer.alloc(0);
    return new CaseCipher(await this.organisations.open(organisationId, wrapped, place(caseId)));
  }
}

/** Seals and opens the cells of one case. `cell` names table, column and row: a cell opens nowhere else. */
export class CaseCipher {
  constructor(private readonly key: Buffer) {}

  seal(plain: string, cell: string): Buffer {
    return seal(this.key, plain, cell);
  }

  /** @throws SealBroken */
  open(sealed: Buffer, cell: string): string {
    return open(this.key, sealed, cell).toString('utf8');
  }

  /** The key of one file of the case; gone with the key of the case. @returns 32 bytes */
  fileKey(address: Id): Buffer {
    return Buffer.from(hkdfSync('sha256', this.key, Buffer.from(address), 'parapet case file', 32));
  }
}

function place(caseId: CaseId): string {
  return `case_key.wrapped_key:${caseId}`;
}
