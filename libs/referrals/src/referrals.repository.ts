import { Injectable } from '@nestjs/common';
import type { Case } from '#cases';
import { Conflict, type Id, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Referral, ReferralToWrite } from './referral.js';

const COLUMNS = `r.id, r.route, r.recipient, r.reason, r.state,
  coalesce(r.their_reference, '') as "theirReference", r.sent_on::text as "sentOn",
  r.answered_on::text as "answeredOn", coalesce(r.outcome, '') as outcome,
  p.name as "decidedByName", r.decided_at as "decidedAt", r.version`;

const FROM = `from referral r
  join person p on p.organisation_id = r.organisation_id and p.id = r.decided_by`;

/** Keeps referrals. Every method runs in the unit of work of an organisation. */
@Injectable()
export class ReferralsRepository {
  constructor(private readonly tx: Transactions) {}

  /** The referrals of a case, newest first. */
  list(found: Case): Promise<Referral[]> {
    return this.tx.query<Referral>(
      `select ${COLUMNS} ${FROM} where r.organisation_id = $1 and r.case_id = $2
        order by r.decided_at desc, r.id desc limit 200`,
      [found.organisationId, found.id],
    );
  }

  async find(found: Case, id: Id): Promise<Referral | undefined> {
    const rows = await this.tx.query<Referral>(
      `select ${COLUMNS} ${FROM} where r.organisation_id = $1 and r.case_id = $2 and r.id = $3`,
      [found.organisationId, found.id, id],
    );
    return rows[0];
  }

  async insert(
    found: Case,
    given: ReferralToWrite,
    decided: { by: PersonId; at: Date },
  ): Promise<void> {
    await this.tx.query(
      `insert into referral (id, organisation_id, case_id, route, recipient, reason, decided_by, decided_at,
         worksheet_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        given.id,
        found.organisationId,
        found.id,
        given.route,
        given.recipient,
        given.reason,
        decided.by,
        decided.at,
        given.worksheetId,
      ],
    );
  }

  /** Writes the next state of a referral that is still as it was read. @throws Conflict `referral-changed` */
  async update(found: Case, next: Referral): Promise<void> {
    const [rows] = await this.tx.manager.query<[unknown[], number]>(
      `update referral set state = $4, their_reference = nullif($5, ''), sent_on = $6, answered_on = $7,
              outcome = nullif($8, ''), version = version + 1
        where organisation_id = $1 and case_id = $2 and id = $3 and version = $9 returning id`,
      [
        found.organisationId,
        found.id,
        next.id,
        next.state,
        next.theirReference,
        next.sentOn,
        next.answeredOn,
        next.outcome,
        next.version,
      ],
    );
    if (rows.length === 0) {
      throw new Conflict('referral-changed', 'Somebody else changed this referral first.');
    }
  }
}
