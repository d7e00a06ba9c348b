import { Injectable } from '@nestjs/common';
import { Conflict, type Id, type OrganisationId } from '#kernel';
import { Transactions } from '#platform';
import type { RulePackContent, RulePackDocument, RulePackVersion } from './rule-pack.js';

const VERSION = `r.id, r.organisation_id as "organisationId", r.number, r.based_on as "basedOn", r.note, r.state,
  r.contributor_ids as "contributorIds", r.created_at as "createdAt",
  r.proposed_by as "proposedBy", p.name as "proposedByName", r.proposed_at as "proposedAt",
  r.published_by as "publishedBy", q.name as "publishedByName", r.published_at as "publishedAt",
  r.ended_by as "endedBy", e.name as "endedByName", r.ended_at as "endedAt", r.acknowledged,
  r.compared, r.to_compare as "toCompare", r.compared_at as "comparedAt", r.version`;

const FROM = `from rule_pack r
  left join person p on p.organisation_id = r.organisation_id and p.id = r.proposed_by
  left join person q on q.organisation_id = r.organisation_id and q.id = r.published_by
  left join person e on e.organisation_id = r.organisation_id and e.id = r.ended_by`;

/** Most versions that a list shows. */
const LIST_LIMIT = 200;

/** Reads and writes versions of the rules. Every method runs in the unit of work of an organisation. */
@Injectable()
export class RulePackRepository {
  constructor(private readonly tx: Transactions) {}

  /** Waits for others who prepare, propose or publish in the organisation, until the transaction ends. */
  async lock(organisationId: OrganisationId): Promise<void> {
    await this.tx.query(`select pg_advisory_xact_lock(hashtextextended('rule_pack ' || $1, 0))`, [
      organisationId,
    ]);
  }

  /** Id and number of the version in force; undefined where it is what ships. */
  async findPublished(
    organisationId: OrganisationId,
  ): Promise<{ id: Id; number: number } | undefined> {
    const rows = await this.tx.query<{ id: Id; number: number }>(
      `select id, number from rule_pack where organisation_id = $1 and state = 'published'`,
      [organisationId],
    );
    return rows[0];
  }

  /** The newest first. */
  list(organisationId: OrganisationId): Promise<RulePackVersion[]> {
    return this.tx.query<RulePackVersion>(
      `select ${VERSION} ${FROM} where r.organisation_id = $1
        order by r.number desc limit ${LIST_LIMIT}`,
      [organisationId],
    );
  }

  async find(organisationId: OrganisationId, id: Id): Promise<RulePackDocument | undefined> {
    const rows = await this.tx.query<RulePackDocument>(
      `select ${VERSION}, r.content ${FROM} where r.organisation_id = $1 and r.id = $2`,
      [organisationId, id],
    );
    return rows[0];
  }

  async content(organisationId: OrganisationId, id: Id): Promise<RulePackContent | undefined> {
    const rows = await this.tx.query<{ content: RulePackContent }>(
      `select content from rule_pack where organisation_id = $1 and id = $2`,
      [organisationId, id],
    );
    return rows[0]?.content;
  }

  async nextNumber(organisationId: OrganisationId): Promise<number> {
    const rows = await this.tx.query<{ next: number }>(
      `select coalesce(max(number), 0) + 1 as next from rule_pack where organisation_id = $1`,
      [organisationId],
    );
    return rows[0]!.next;
  }

  async insert(made: RulePackDocument): Promise<void> {
    await this.tx.query(
      `insert into rule_pack (id, organisation_id, number, based_on, content, note, state, contributor_ids,
                              created_at, proposed_by, proposed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        made.id,
        made.organisationId,
        made.number,
        made.basedOn,
        JSON.stringify(made.content),
        made.note,
        made.state,
        made.contributorIds,
        made.createdAt,
        made.proposedBy,
        made.proposedAt,
      ],
    );
  }

  /** Stores a version that is still as it was read. @throws Conflict `rules-changed` */
  async save(read: RulePackVersion, next: RulePackVersion): Promise<void> {
    const rows = await this.tx.query<{ id: Id }>(
      `with saved as (
         update rule_pack
            set version = version + 1, state = $4, based_on = $5, note = $6, contributor_ids = $7,
                proposed_by = $8, proposed_at = $9, published_by = $10, published_at = $11,
                ended_by = $12, ended_at = $13, acknowledged = $14
          where organisation_id = $1 and id = $2 and version = $3 returning id)
       select id from saved`,
      [
        read.organisationId,
        read.id,
        read.version,
        next.state,
        next.basedOn,
        next.note,
        next.contributorIds,
        next.proposedBy,
        next.proposedAt,
        next.publishedBy,
        next.publishedAt,
        next.endedBy,
        next.endedAt,
        JSON.stringify(next.acknowledged),
      ],
    );
    if (rows.length !== 1) throw rulesChanged();
  }

  /** Stores other rules in a version that is still as it was read. @throws Conflict `rules-changed` */
  async saveContent(read: RulePackVersion, next: RulePackDocument): Promise<void> {
    const rows = await this.tx.query<{ id: Id }>(
      `with saved as (
         update rule_pack set version = version + 1, content = $4, contributor_ids = $5
          where organisation_id = $1 and id = $2 and version = $3 returning id)
       select id from saved`,
      [
        read.organisationId,
        read.id,
        read.version,
        JSON.stringify(next.content),
        next.contributorIds,
      ],
    );
    if (rows.length !== 1) throw rulesChanged();
  }

  /** Notes how far the comparison with the open cases is. @param comparedAt null while it goes on. */
  async noteComparison(
    organisationId: OrganisationId,
    id: Id,
    {
      compared,
      toCompare,
      comparedAt,
    }: Pick<RulePackVersion, 'compared' | 'toCompare' | 'comparedAt'>,
  ): Promise<void> {
    await this.tx.query(
      `update rule_pack set compared = $3, to_compare = $4, compared_at = $5
        where organisation_id = $1 and id = $2 and state = 'proposed'`,
      [organisationId, id, compared, toCompare, comparedAt],
    );
  }
}

/** The refusal of a change to rules that the person has not seen. */
export function rulesChanged(): Conflict {
  return new Conflict(
    'rules-changed',
    'Somebody else changed this version since you opened the page. Look at it again, then make your change.',
  );
}
