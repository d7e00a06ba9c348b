import { Injectable } from '@nestjs/common';
import { Conflict, type Id, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import { CaseKeys } from '../case-keys.js';
import type { Account } from './account.js';

interface Row extends Omit<Account, 'text'> {
  readonly sealed: Buffer;
}

/** An account as it is written down. */
export type AccountToWrite = Omit<Account, 'writtenByName' | 'writtenAt' | 'version'>;

/** How an account was given. */
export type Giving = Pick<Account, 'givenOn' | 'verdict' | 'differs' | 'reason' | 'version'>;

/** Keeps what the doctor said in each of the proceedings; the words only ever sealed with the key of the case. */
@Injectable()
export class AccountsRepository {
  constructor(
    private readonly tx: Transactions,
    private readonly keys: CaseKeys,
  ) {}

  /** Every account of a case, opened, in the order in which they were written down. @throws SealBroken */
  async list(found: Case): Promise<Account[]> {
    const rows = await this.tx.query<Row>(
      `select a.id, a.proceeding_id as "proceedingId", a.given_to as "givenTo", a.text_sealed as sealed, a.state,
              a.given_on::text as "givenOn", a.is_earlier as "isEarlier", a.verdict, a.differs,
              coalesce(a.reason, '') as reason, p.name as "writtenByName", a.written_at as "writtenAt", a.version
         from given_account a
         join person p on p.organisation_id = a.organisation_id and p.id = a.written_by
        where a.organisation_id = $1 and a.case_id = $2 order by a.written_at, a.id limit 100`,
      [found.organisationId, found.id],
    );
    if (rows.length === 0) return [];
    const cipher = await this.keys.of(found.organisationId, found.id);
    return rows.map(({ sealed, ...row }) => ({ ...row, text: cipher.open(sealed, cell(row.id)) }));
  }

  async insert(
    found: Case,
    account: AccountToWrite,
    written: { by: PersonId; at: Date },
  ): Promise<void> {
    const cipher = await this.keys.of(found.organisationId, found.id);
    await this.tx.query(
      `insert into given_account (id, organisation_id, case_id, proceeding_id, given_to, text_sealed, state,
         given_on, is_earlier, verdict, differs, reason, written_by, written_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, nullif($12, ''), $13, $14)`,
      [
        account.id,
        found.organisationId,
        found.id,
        account.proceedingId,
        account.givenTo,
        cipher.seal(account.text, cell(account.id)),
        account.state,
        account.givenOn,
        account.isEarlier,
        account.verdict,
        account.differs,
        account.reason,
        written.by,
        written.at,
      ],
    );
  }

  /** Records that an account was given that is still as it was read. @throws Conflict `account-changed` */
  async give(
    found: Case,
    id: Id,
    { giving, by, at }: { giving: Giving; by: PersonId; at: Date },
  ): Promise<void> {
    const [rows] = await this.tx.manager.query<[unknown[], number]>(
      `update given_account set state = 'given', given_on = $5, verdict = $6, differs = $7,
         reason = nullif($8, ''), given_by = $9, given_at = $10, version = version + 1
        where organisation_id = $1 and case_id = $2 and id = $3 and version = $4 and state = 'written'
        returning id`,
      [
        found.organisationId,
        found.id,
        id,
        giving.version,
        giving.givenOn,
        giving.verdict,
        giving.differs,
        giving.reason,
        by,
        at,
      ],
    );
    if (rows.length > 0) return;
    throw new Conflict('account-changed', 'Somebody else changed this account first.');
  }
}

function cell(id: Id): string {
  return `given_account.text_sealed:${id}`;
}
