import { Injectable } from '@nestjs/common';
import { civilDateIn } from '#deadlines';
import { Clock, type OrganisationId, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import { OrganisationKeys } from './organisation-keys.js';
import {
  type Permission,
  permissionsOf,
  type Role,
  ROLE_PERMISSIONS,
  ROLES,
} from './permissions.js';

/** Somebody who may be written to. */
export interface Correspondent {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  /** Who stands in for them today; null when they are here. */
  readonly coverId: PersonId | null;
}

/** Somebody who may be written to, with all that they may do. */
export interface RightHolder extends Correspondent {
  readonly permissions: ReadonlySet<Permission>;
}

interface Row extends Omit<Correspondent, 'email'> {
  readonly emailSealed: Buffer;
}

const COLUMNS = `id, name, email_sealed as "emailSealed",
  case when $2 between away_from and away_until then cover_id end as "coverId"`;

/** Who is written to, and where. For background work only: it runs inside the unit of work of its caller. */
@Injectable()
export class Correspondents {
  constructor(
    private readonly tx: Transactions,
    private readonly keys: OrganisationKeys,
    private readonly clock: Clock,
  ) {}

  /** One person who can sign in. */
  async find(organisationId: OrganisationId, id: PersonId): Promise<Correspondent | undefined> {
    const rows = await this.tx.query<Row>(
      `select ${COLUMNS} from person where organisation_id = $1 and id = $3 and is_active`,
      [organisationId, this.today(), id],
    );
    return rows[0] && this.open(organisationId, rows[0]);
  }

  /** The lead advisers, for what nobody looks after. */
  listApprovers(organisationId: OrganisationId): Promise<Correspondent[]> {
    return this.listOfRole(organisationId, 'approver');
  }

  /** Those who answer for the protection of data. */
  listDataProtectionOfficers(organisationId: OrganisationId): Promise<Correspondent[]> {
    return this.listOfRole(organisationId, 'dpo');
  }

  private async listOfRole(organisationId: OrganisationId, role: Role): Promise<Correspondent[]> {
    const rows = await this.tx.query<Row>(
      `select ${COLUMNS} from person
        where organisation_id = $1 and role = $3 and is_active order by name, id limit 50`,
      [organisationId, this.today(), role],
    );
    return Promise.all(rows.map((row) => this.open(organisationId, row)));
  }

  /** Those who hold a right, by their role or granted by name. */
  async listHolding(organisationId: OrganisationId, right: Permission): Promise<RightHolder[]> {
    const rows = await this.tx.query<Row & { role: Role; extraRights: string[] }>(
      `select ${COLUMNS}, role, extra_rights as "extraRights" from person
        where organisation_id = $1 and is_active and (role = any ($3) or $4 = any (extra_rights))
        order by name, id`,
      [
        organisationId,
        this.today(),
        ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(right)),
        right,
      ],
    );
    return Promise.all(
      rows.map(async ({ role, extraRights, ...row }) => ({
        ...(await this.open(organisationId, row)),
        permissions: permissionsOf(role, extraRights),
      })),
    );
  }

  private async open(organisationId: OrganisationId, row: Row): Promise<Correspondent> {
    const { emailSealed, ...person } = row;
    const email = await this.keys.open(organisationId, emailSealed, `person.email:${row.id}`);
    return { ...person, email: email.toString() };
  }

  private today(): string {
    return civilDateIn(this.clock.now(), 'Europe/London');
  }
}
