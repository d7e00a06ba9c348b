import { Injectable } from '@nestjs/common';
import type { PersonId, OrganisationId } from '#kernel';
import type { Role } from '#identity';
import { Transactions } from '#platform';
import type { Case } from './case.js';

/** Somebody inside a wall, or who could be. */
export interface WallPerson {
  id: PersonId;
  name: string;
  role: Role;
}

/** Who may see walled cases. Every method runs in the unit of work of an organisation. */
@Injectable()
export class WallsRepository {
  constructor(private readonly tx: Transactions) {}

  /** The members of a case's wall, by name. */
  listMembers(found: Case): Promise<WallPerson[]> {
    return this.tx.query(
      `select p.id, p.name, p.role from wall_member w
         join person p on p.organisation_id = w.organisation_id and p.id = w.person_id
        where w.organisation_id = $1 and w.case_id = $2 order by p.name, p.id`,
      [found.organisationId, found.id],
    );
  }

  /** Those who can be let inside: whoever may read cases of some kind. */
  listCandidates(organisationId: OrganisationId): Promise<WallPerson[]> {
    return this.tx.query(
      `select id, name, role from person
        where organisation_id = $1 and is_active and role in ('adviser', 'approver', 'press', 'dpo')
        order by name, id limit 500`,
      [organisationId],
    );
  }

  /** Makes these people the members, and nobody else. */
  async setMembers(found: Case, members: readonly PersonId[]): Promise<void> {
    await this.tx.query(
      `insert into wall_member (case_id, organisation_id, person_id)
       select $2, $1, m from unnest($3::uuid[]) m on conflict do nothing`,
      [found.organisationId, found.id, members],
    );
    await this.tx.query(
      `delete from wall_member where organisation_id = $1 and case_id = $2 and person_id <> all ($3::uuid[])`,
      [found.organisationId, found.id, members],
    );
  }
}
