import { Injectable } from '@nestjs/common';
import {
  Conflict,
  Keyset,
  type OrganisationId,
  type Page,
  type PersonId,
  type Placed,
} from '#kernel';
import { Transactions } from '#platform';
import { OrganisationKeys } from '../organisation-keys.js';
import type { PeopleQuery, PersonRecord, RightGrant } from './person-record.js';

type Row = Omit<PersonRecord, 'email'> & { emailSealed: Buffer };

const COLUMNS = `id, name, email_sealed as "emailSealed", role, extra_rights as "extraRights",
  is_active as "isActive", created_at as "createdAt", version`;

const BY_NAME = new Keyset('ascending', 'words', 'id');

/** Reads and changes people. Every method runs in the unit of work of an organisation. */
@Injectable()
export class PeopleRepository {
  constructor(
    private readonly tx: Transactions,
    private readonly keys: OrganisationKeys,
  ) {}

  /** People by name. @throws Unreadable `cursor-wrong` */
  async list(organisationId: OrganisationId, query: PeopleQuery): Promise<Page<PersonRecord>> {
    const [name, id] = BY_NAME.after(query.cursor);
    const rows = await this.tx.query<Row & Placed>(
      `select ${COLUMNS}, array[name, id::text] as key from person
        where organisation_id = $1 and (name, id) > ($2, $3::uuid) and ($4::text is null or role = $4)
          and ($5::text is null or starts_with(lower(name), $5) or strpos(lower(name), ' ' || $5) > 0)
        order by name, id limit $6`,
      [
        organisationId,
        name,
        id,
        query.role ?? null,
        query.q?.toLowerCase() || null,
        query.limit + 1,
      ],
    );
    const { items, next } = BY_NAME.page<Row>(rows, query.limit);
    return { items: await Promise.all(items.map((row) => this.open(organisationId, row))), next };
  }

  /** One person; undefined when the organisation has nobody of that id. */
  async find(organisationId: OrganisationId, id: PersonId): Promise<PersonRecord | undefined> {
    const rows = await this.tx.query<Row>(
      `select ${COLUMNS} from person where organisation_id = $1 and id = $2`,
      [organisationId, id],
    );
    return rows[0] && this.open(organisationId, rows[0]);
  }

  /** One change to an organisation's people at a time, so that two cannot remove the last administrator. */
  async lock(organisationId: OrganisationId): Promise<void> {
    await this.tx.query(`select pg_advisory_xact_lock(hashtextextended('people ' || $1, 0))`, [
      organisationId,
    ]);
  }

  /** How many administrators can sign in, besides one person. */
  async countOtherAdministrators(organisationId: OrganisationId, id: PersonId): Promise<number> {
    const rows = await this.tx.query<{ count: number }>(
      `select count(*)::int as count from person
        where organisation_id = $1 and role = 'admin' and is_active and id <> $2`,
      [organisationId, id],
    );
    return rows[0]!.count;
  }

  /** Writes role, rights and access of a person who is still as they were read. @throws Conflict `person-changed` */
  async update(organisationId: OrganisationId, person: PersonRecord): Promise<void> {
    const { id, role, extraRights, isActive, version } = person;
    const [, changed] = await this.tx.manager.query<[unknown, number]>(
      `update person set role = $4, extra_rights = $5, is_active = $6, version = version + 1
        where organisation_id = $1 and id = $2 and version = $3`,
      [organisationId, id, version, role, extraRights, isActive],
    );
    if (changed !== 1) throw personChanged();
  }

  /** Sets another password. */
  async setPassword(organisationId: OrganisationId, id: PersonId, hash: string): Promise<void> {
    await this.tx.query(
      `update person set password_hash = $3 where organisation_id = $1 and id = $2`,
      [organisationId, id, hash],
    );
  }

  /** Ends all API tokens of a person. */
  async revokeTokens(organisationId: OrganisationId, id: PersonId, now: Date): Promise<void> {
    await this.tx.query(
      `update api_token set revoked_at = $3
        where organisation_id = $1 and person_id = $2 and revoked_at is null`,
      [organisationId, id, now],
    );
  }

  /** The grants of rights to a person, newest first. */
  listGrants(organisationId: OrganisationId, id: PersonId): Promise<RightGrant[]> {
    return this.tx.query<RightGrant>(
      `select g.rights, g.reason, p.name as "grantedByName", g.granted_at as "grantedAt"
         from right_grant g join person p on p.id = g.granted_by
        where g.organisation_id = $1 and g.person_id = $2 order by g.granted_at desc limit 50`,
      [organisationId, id],
    );
  }

  private async open(organisationId: OrganisationId, row: Row): Promise<PersonRecord> {
    const { emailSealed, ...person } = row;
    const email = await this.keys.open(organisationId, emailSealed, `person.email:${row.id}`);
    return { ...person, email: email.toString() };
  }
}

/** The refusal of a change to somebody whom another administrator has changed meanwhile. */
export function personChanged(): Conflict {
  return new Conflict(
    'person-changed',
    'Somebody else changed this person first. Look at the person again.',
  );
}
