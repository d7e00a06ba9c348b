import { Injectable } from '@nestjs/common';
import { Conflict, type Id, type OrganisationId } from '#kernel';
import { Transactions } from '#platform';
import type { TemplateDocument, TemplateVersion } from './template-version.js';

const VERSION = `v.id, v.organisation_id as "organisationId", v.template_id as "templateId", v.number,
  v.based_on as "basedOn", v.note, v.state, v.contributor_ids as "contributorIds", v.created_at as "createdAt",
  v.proposed_by as "proposedBy", p.name as "proposedByName", v.proposed_at as "proposedAt",
  v.published_by as "publishedBy", q.name as "publishedByName", v.published_at as "publishedAt",
  v.ended_by as "endedBy", e.name as "endedByName", v.ended_at as "endedAt",
  v.content_hash as "contentHash", v.version`;

const FROM = `from template_version v
  left join person p on p.organisation_id = v.organisation_id and p.id = v.proposed_by
  left join person q on q.organisation_id = v.organisation_id and q.id = v.published_by
  left join person e on e.organisation_id = v.organisation_id and e.id = v.ended_by`;

/** Most versions that a list shows. */
const LIST_LIMIT = 200;

/** What is in force of an organisation's own. */
export interface PublishedVersion {
  readonly id: Id;
  readonly templateId: string;
  readonly number: number;
}

/** Reads and writes the wordings of an organisation. Every method runs in its unit of work. */
@Injectable()
export class TemplateVersionRepository {
  constructor(private readonly tx: Transactions) {}

  /** Waits for others who change the wording of the same template, until the transaction ends. */
  async lock(organisationId: OrganisationId, templateId: string): Promise<void> {
    await this.tx.query(
      `select pg_advisory_xact_lock(hashtextextended('template ' || $1 || ' ' || $2, 0))`,
      [organisationId, templateId],
    );
  }

  /** All that are in force; templates that are not among them are in force as the product has them. */
  listPublished(organisationId: OrganisationId): Promise<PublishedVersion[]> {
    return this.tx.query<PublishedVersion>(
      `select id, template_id as "templateId", number from template_version
        where organisation_id = $1 and state = 'published'`,
      [organisationId],
    );
  }

  /** Those that are prepared, proposed or in force, of all templates. */
  listCurrent(organisationId: OrganisationId): Promise<TemplateVersion[]> {
    return this.tx.query<TemplateVersion>(
      `select ${VERSION} ${FROM} where v.organisation_id = $1
          and v.state in ('preparing', 'proposed', 'published')
        order by v.template_id, v.number desc`,
      [organisationId],
    );
  }

  /** The version of a template that is being prepared, or in force; there is one at most. */
  async findCurrent(
    organisationId: OrganisationId,
    templateId: string,
    state: 'preparing' | 'published',
  ): Promise<TemplateVersion | undefined> {
    const rows = await this.tx.query<TemplateVersion>(
      `select ${VERSION} ${FROM}
        where v.organisation_id = $1 and v.template_id = $2 and v.state = $3`,
      [organisationId, templateId, state],
    );
    return rows[0];
  }

  /** The versions of one template, the newest first. */
  list(organisationId: OrganisationId, templateId: string): Promise<TemplateVersion[]> {
    return this.tx.query<TemplateVersion>(
      `select ${VERSION} ${FROM} where v.organisation_id = $1 and v.template_id = $2
        order by v.number desc limit ${LIST_LIMIT}`,
      [organisationId, templateId],
    );
  }

  async find(organisationId: OrganisationId, id: Id): Promise<TemplateDocument | undefined> {
    const rows = await this.tx.query<TemplateDocument>(
      `select ${VERSION}, v.source ${FROM} where v.organisation_id = $1 and v.id = $2`,
      [organisationId, id],
    );
    return rows[0];
  }

  async nextNumber(organisationId: OrganisationId, templateId: string): Promise<number> {
    const rows = await this.tx.query<{ next: number }>(
      `select coalesce(max(number), 0) + 1 as next from template_version
        where organisation_id = $1 and template_id = $2`,
      [organisationId, templateId],
    );
    return rows[0]!.next;
  }

  async insert(made: Omit<TemplateDocument, 'contentHash'>): Promise<void> {
    await this.tx.query(
      `insert into template_version (id, organisation_id, template_id, number, based_on, source, note, state,
                                     contributor_ids, created_at, proposed_by, proposed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        made.id,
        made.organisationId,
        made.templateId,
        made.number,
        made.basedOn,
        made.source,
        made.note,
        made.state,
        made.contributorIds,
        made.createdAt,
        made.proposedBy,
        made.proposedAt,
      ],
    );
  }

  /** Stores a version that is still as it was read. @throws Conflict `template-version-changed` */
  async save(read: TemplateVersion, next: TemplateVersion): Promise<void> {
    const rows = await this.tx.query<{ id: Id }>(
      `with saved as (
         update template_version
            set version = version + 1, state = $4, based_on = $5, note = $6, contributor_ids = $7,
                proposed_by = $8, proposed_at = $9, published_by = $10, published_at = $11,
                ended_by = $12, ended_at = $13
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
      ],
    );
    if (rows.length !== 1) throw templateVersionChanged();
  }

  /** Stores other words in a version that is still as it was read. @throws Conflict `template-version-changed` */
  async saveSource(read: TemplateVersion, next: TemplateDocument): Promise<void> {
    const rows = await this.tx.query<{ id: Id }>(
      `with saved as (
         update template_version set version = version + 1, source = $4, contributor_ids = $5
          where organisation_id = $1 and id = $2 and version = $3 returning id)
       select id from saved`,
      [read.organisationId, read.id, read.version, next.source, next.contributorIds],
    );
    if (rows.length !== 1) throw templateVersionChanged();
  }
}

/** The refusal of a change to words that the person has not seen. */
export function templateVersionChanged(): Conflict {
  return new Conflict(
    'template-version-changed',
    'Somebody else changed this wording since you opened the page. Look at it again, then make your change.',
  );
}
