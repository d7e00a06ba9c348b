import { Injectable } from '@nestjs/common';
import type { CaseId, Id, PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import type { ConflictCheckToDecide, ConflictDecision, Namesakes } from './conflict-check.js';

/** Most names that one surname is looked for in. */
const NAMES_LIMIT = 1000;

/** Keeps which names of a case were found elsewhere, and what was decided. */
@Injectable()
export class ConflictChecksRepository {
  constructor(private readonly tx: Transactions) {}

  /**
   * Looks behind all walls of the organisation, as no person may: for whether there is something, never for what.
   * Runs inside the unit of work of its caller, and leaves its scope as it was.
   */
  async behindWalls<T>(personId: PersonId, look: () => Promise<T>): Promise<T> {
    await this.seeAs('system');
    try {
      return await look();
    } finally {
      await this.seeAs(personId);
    }
  }

  private async seeAs(who: string): Promise<void> {
    await this.tx.query(`select set_config('app.person', $1, true)`, [who]);
  }

  /** Holds a case until the unit of work ends. */
  async hold({ organisationId, id }: Case): Promise<void> {
    await this.tx.query(
      `select from case_record where organisation_id = $1 and id = $2 for update`,
      [organisationId, id],
    );
  }

  /** The people with a surname, as names are compared. */
  listPeople({ organisationId }: Case, surname: string) {
    return this.tx.query<{ id: PersonId; name: string }>(
      `select id, name from person where organisation_id = $1 and surname = $2 and is_active
        order by id limit ${NAMES_LIMIT}`,
      [organisationId, surname],
    );
  }

  /** The other cases whose doctor has a surname, as names are compared. */
  listDoctors({ organisationId, id }: Case, surname: string) {
    return this.tx.query<{ id: CaseId; name: string }>(
      `select id, doctor_name as name from case_record
        where organisation_id = $1 and doctor_surname = $3 and id <> $2
        order by opened_at desc, id limit ${NAMES_LIMIT}`,
      [organisationId, id, surname],
    );
  }

  /** Writes down that a name was found. */
  async insert(
    { organisationId, id: caseId }: Case,
    { id, partyId, at }: { id: Id; partyId: Id; at: Date },
    { isPersonHere, caseIds }: Namesakes,
  ): Promise<void> {
    await this.tx.query(
      `insert into conflict_check
         (id, organisation_id, case_id, party_id, is_person_here, other_case_ids, raised_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, organisationId, caseId, partyId, isPersonHere, caseIds, at],
    );
  }

  /** The checks of a case, oldest first; of the other cases those alone that the actor may see. */
  list({ organisationId, id }: Case): Promise<ConflictCheckToDecide[]> {
    return this.tx.query<ConflictCheckToDecide>(
      `select k.id, k.raised_at as "raisedAt", k.decision, k.reason, p.name as "decidedByName",
              k.decided_at as "decidedAt", k.is_person_here as "isPersonHere",
              array(select c.reference from case_record c
                     where c.organisation_id = k.organisation_id and c.id = any (k.other_case_ids)
                     order by c.opened_at, c.id) as others
         from conflict_check k
         left join person p on p.organisation_id = k.organisation_id and p.id = k.decided_by
        where k.organisation_id = $1 and k.case_id = $2 order by k.raised_at, k.id limit 200`,
      [organisationId, id],
    );
  }

  /** @returns whether there was such a check that nobody had decided. */
  async decide(
    { organisationId, id: caseId }: Case,
    id: Id,
    given: { decision: ConflictDecision; reason: string; by: PersonId; at: Date },
  ): Promise<boolean> {
    const rows = await this.tx.query(
      `with decided as (
         update conflict_check set decision = $4, reason = $5, decided_by = $6, decided_at = $7
          where organisation_id = $1 and case_id = $2 and id = $3 and decision is null returning id)
       select id from decided`,
      [organisationId, caseId, id, given.decision, given.reason, given.by, given.at],
    );
    return rows.length === 1;
  }
}
