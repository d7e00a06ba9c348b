import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { CaseId, Id, OrganisationId } from '#kernel';
import { Transactions } from '#platform';
import type { Facts, RouteId } from '#triage';
import type { Case } from '../case.js';
import { CaseEntity } from '../case.entity.js';
import { TriageAnswersEntity } from './triage-answers.entity.js';

/** A case that other rules would send another way, or leave on its route with other duties. */
export interface MovedCase {
  readonly caseId: CaseId;
  readonly from: RouteId;
  readonly to: RouteId;
}

/** How many open cases would go from one route to another. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** A moved case as a caseworker finds it. */
export interface MovedCaseRow {
  readonly reference: string;
  readonly from: string;
  readonly to: string;
}

/** Most cases that are listed; the counts are of all. */
const LIST_LIMIT = 200;

/** Open cases on which advice was given, and which of them proposed rules would move. */
@Injectable()
export class MovedCaseRepository {
  constructor(private readonly tx: Transactions) {}

  /** How many there are to look at; walled ones are left out of the figure. */
  async countOpen(organisationId: OrganisationId): Promise<number> {
    const rows = await this.tx.query<{ count: number }>(
      `select count(*)::int as count from case_record c
        where c.organisation_id = $1 and c.state = 'open' and not c.is_walled and ${IS_ASSESSED}`,
      [organisationId],
    );
    return rows[0]!.count;
  }

  /** The next open cases by id, with what was answered on each. @param after null for the first. */
  async nextOpen(
    organisationId: OrganisationId,
    after: CaseId | null,
    limit: number,
  ): Promise<{ found: Case; answered: Facts }[]> {
    const rows = await this.tx.query<{ id: CaseId }>(
      `select c.id from case_record c
        where c.organisation_id = $1 and c.state = 'open' and ($2::uuid is null or c.id > $2)
          and ${IS_ASSESSED}
        order by c.id limit $3`,
      [organisationId, after, limit],
    );
    const ids = rows.map(({ id }) => id);
    const cases = await this.tx
      .of(CaseEntity)
      .find({ where: { organisationId, id: In(ids) }, order: { id: 'ASC' } });
    const answers = await this.tx
      .of(TriageAnswersEntity)
      .findBy({ organisationId, caseId: In(ids) });
    const byCase = new Map(answers.map(({ caseId, facts }) => [caseId, facts]));
    return cases.map((found) => ({ found, answered: byCase.get(found.id) ?? {} }));
  }

  /** Stores what became of some cases, in place of what was found of them before. */
  async replace(
    organisationId: OrganisationId,
    rulePackId: Id,
    { looked, moved }: { looked: readonly CaseId[]; moved: readonly MovedCase[] },
  ): Promise<void> {
    await this.tx.query(
      `delete from rule_pack_moved_case
        where organisation_id = $1 and rule_pack_id = $2 and case_id = any ($3)`,
      [organisationId, rulePackId, looked],
    );
    await this.tx.query(
      `insert into rule_pack_moved_case (organisation_id, rule_pack_id, case_id, from_route, to_route)
       select $1, $2, m.case_id, m.from_route, m.to_route
         from unnest($3::uuid[], $4::text[], $5::text[]) m (case_id, from_route, to_route)
       on conflict (rule_pack_id, case_id)
         do nothing`,
      [
        organisationId,
        rulePackId,
        moved.map(({ caseId }) => caseId),
        moved.map(({ from }) => from),
        moved.map(({ to }) => to),
      ],
    );
  }

  /** How many cases would move, as far as the person may know of them; the largest number first. */
  count(organisationId: OrganisationId, rulePackId: Id): Promise<Move[]> {
    return this.tx.query<Move>(
      `select from_route as "from", to_route as "to", count(*)::int as count from rule_pack_moved_case
        where organisation_id = $1 and rule_pack_id = $2
        group by from_route, to_route order by count desc, from_route, to_route`,
      [organisationId, rulePackId],
    );
  }

  /** Those that the person can see, by route. */
  list(organisationId: OrganisationId, rulePackId: Id): Promise<MovedCaseRow[]> {
    return this.tx.query<MovedCaseRow>(
      `select c.reference, m.from_route as "from", m.to_route as "to"
         from rule_pack_moved_case m
         join case_record c on c.organisation_id = m.organisation_id and c.id = m.case_id
        where m.organisation_id = $1 and m.rule_pack_id = $2
        order by m.from_route, m.to_route, c.reference limit ${LIST_LIMIT}`,
      [organisationId, rulePackId],
    );
  }
}

const IS_ASSESSED = `exists (select from assessment a
  where a.organisation_id = c.organisation_id and a.case_id = c.id)`;
