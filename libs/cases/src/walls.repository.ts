import { Injectable } from '@nestjs/common';
import type { PersonId } from '#kernel';
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

  /** Those who can be let inside: whoever may read cases of some kind, and was never on the other side of a dispute. */
  listCandidates(found: Case): Promise<WallPerson[]> {
    return this.tx.query(
      `select id, name, role from person p
        where organisation_id = $1 and is_active and role in ('adviser', 'approver', 'press', 'dpo')
          and not exists (select from wall_bar b
            where b.organisation_id = $1 and b.case_id = $2 and b.person_id = p.id)
        order by name, id limit 500`,
      [found.organisationId, found.id],
    );
  }

  /** Whether another member stands on the other side of the dispute. */
  async hasConflict(found: Case): Promise<boolean> {
    const rows = await this.tx.query(
      `select from case_conflict where organisation_id = $1 and case_id = $2 limit 1`,
      [found.organisationId, found.id],
    );
    return rows.length > 0;
  }

  /** Bars people who are let into a case from every case that stands against it. */
  async barFromOtherSides(found: Case, people: readonly PersonId[]): Promise<void> {
    await this.tx.query(
      `insert into wall_bar (case_id, organisation_id, person_id)
       select x.other_case_id, $1, m from case_conflict x, unnest($3::uuid[]) m
        where x.organisation_id = $1 and x.case_id = $2 on conflict do nothing`,
      [found.organisationId, found.id, people],
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
