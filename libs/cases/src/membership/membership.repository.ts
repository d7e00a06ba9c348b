import { Injectable } from '@nestjs/common';
import { Conflict, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import type { Membership, MembershipCheck } from './membership.js';

/** Keeps what is known of the membership of the doctor of a case. */
@Injectable()
export class MembershipRepository {
  constructor(private readonly tx: Transactions) {}

  async find(found: Case): Promise<Membership | undefined> {
    const rows = await this.tx.query<Membership>(
      `select m.standing, m.other_organisation as "otherOrganisation", m.checked_how as "checkedHow",
              p.name as "checkedByName", m.checked_at as "checkedAt", m.version
         from case_membership m
         join person p on p.organisation_id = m.organisation_id and p.id = m.checked_by
        where m.organisation_id = $1 and m.case_id = $2`,
      [found.organisationId, found.id],
    );
    return rows[0];
  }

  /** Writes what is still as it was read. @throws Conflict `membership-changed` */
  async save(
    found: Case,
    check: MembershipCheck,
    checked: { by: PersonId; at: Date },
  ): Promise<void> {
    const rows = await this.tx.query(
      `insert into case_membership (case_id, organisation_id, standing, other_organisation, checked_how,
         checked_by, checked_at, version)
       select $2, $1, $3, $4, $5, $6, $7, 1 where $8::int = 0
          or exists (select from case_membership where organisation_id = $1 and case_id = $2)
       on conflict (case_id) do update set standing = $3, other_organisation = $4, checked_how = $5,
         checked_by = $6, checked_at = $7, version = case_membership.version + 1
         where case_membership.version = $8::int
       returning version`,
      [
        found.organisationId,
        found.id,
        check.standing,
        check.otherOrganisation,
        check.checkedHow,
        checked.by,
        checked.at,
        check.version,
      ],
    );
    if (rows.length > 0) return;
    const message = 'Somebody else recorded the membership first. Look at it again.';
    throw new Conflict('membership-changed', message);
  }
}
