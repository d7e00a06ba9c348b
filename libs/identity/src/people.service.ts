import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { Conflict, newId, type OrganisationId, type PersonId } from '#kernel';
import { KeyRing, NO_ORGANISATION, scopeOf, Transactions } from '#platform';
import { type Actor, type OrganisationKind, scopeOfActor } from './actor.js';
import { OrganisationKeys } from './organisation-keys.js';
import { requireGoodPassword } from './password-rules.js';
import { hashPassword } from './passwords.js';
import type { Role } from './permissions.js';

/** What everybody may know of an organisation; stands in its public replies and letters. */
export interface OrganisationContacts {
  /** Where complaints are sent: an address, a number, a page. */
  complaintsContact?: string;
  phone?: string;
  email?: string;
  website?: string;
  address?: string;
  pressOffice?: string;
  dataProtectionContact?: string;
  safeguardingLead?: string;
  /** The doctors' own line for advice. */
  adviceLine?: string;
  /** When it is answered, in words. */
  adviceHours?: string;
  /** Questions about membership, apart from the line for advice. */
  membershipLine?: string;
  /** Where doctors write to for medico-legal advice. */
  medicoLegalEmail?: string;
  /** When the press office answers, in words. */
  pressHours?: string;
  /** Who helps people to complain, free and independent. */
  complaintsAdvocacy?: string;
  /** Who looks at a complaint after the organisation's last word. */
  complaintsOmbudsman?: string;
  /** Who helps a doctor in distress. */
  supportServices?: string[];
}

export interface Organisation {
  organisation_id: OrganisationId;
  name: string;
  kind: OrganisationKind;
  slug: string;
  jurisdiction: string;
  contacts: OrganisationContacts;
}

export interface NewPerson {
  name: string;
  email: string;
  password: string;
  role: Role;
}

/** A colleague as lists show them. */
export interface PersonSummary {
  id: PersonId;
  name: string;
  role: Role;
  isActive: boolean;
}

/** Organisations and the people in them. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly tx: Transactions,
    private readonly ring: KeyRing,
    private readonly keys: OrganisationKeys,
    private readonly trail: AuditTrail,
  ) {}

  /** Makes an organisation with a key of its own. */
  async addOrganisation(given: Omit<Organisation, 'organisation_id'>): Promise<OrganisationId> {
    const id = newId();
    await this.tx.run(scopeOf(id), () =>
      this.tx.query(
        `insert into organisation (organisation_id, kind, name, slug, jurisdiction, contacts, wrapped_key)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          id,
          given.kind,
          given.name,
          given.slug,
          given.jurisdiction,
          JSON.stringify(given.contacts),
          this.keys.make(id),
        ],
      ),
    );
    return id;
  }

  /** All organisations of the installation: what the sign-in and request pages may show. */
  listOrganisations(): Promise<Organisation[]> {
    return this.tx.run(NO_ORGANISATION, () =>
      this.tx.query<Organisation>(`select * from list_organisations()`),
    );
  }

  /**
   * Adds a person.
   *
   * @param addedBy null when nobody is signed in: the demonstration, the command line.
   * @throws Conflict `email-taken`; Invalid `password-too-short`, `password-too-simple`
   */
  async addPerson(
    organisationId: OrganisationId,
    given: NewPerson,
    addedBy: PersonId | null = null,
  ): Promise<PersonId> {
    requireGoodPassword(given.password, 'password');
    const id = newId();
    const passwordHash = await hashPassword(given.password);
    await this.tx.run(scopeOf(organisationId), async () => {
      const place = `person.email:${id}`;
      const email = await this.keys.seal(organisationId, given.email, place);
      const rows = await this.tx.query<{ id: PersonId }>(
        `insert into person (id, organisation_id, name, role, email_sealed, email_index, password_hash)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (email_index) do nothing returning id`,
        [
          id,
          organisationId,
          given.name,
          given.role,
          email,
          this.ring.blindIndex('person.email', given.email),
          passwordHash,
        ],
      );
      if (rows.length === 0) throw new Conflict('email-taken', 'That e-mail address is in use.');
      const actor = { organisationId, personId: addedBy };
      await this.trail.record(actor, 'person.added', { type: 'person', id }, { role: given.role });
    });
    return id;
  }

  /** The actor's own organisation. */
  async getOwnOrganisation(actor: Actor): Promise<Organisation> {
    const rows = await this.tx.run(scopeOfActor(actor), () =>
      this.tx.query<Organisation>(
        `select organisation_id, name, kind, slug, jurisdiction, contacts from organisation
          where organisation_id = $1`,
        [actor.organisationId],
      ),
    );
    return rows[0]!;
  }

  /** Those who work on cases, for handing one over. */
  listCaseworkers(actor: Actor): Promise<PersonSummary[]> {
    return this.tx.run(scopeOfActor(actor), () =>
      this.tx.query<PersonSummary>(
        `select id, name, role, is_active as "isActive" from person
          where organisation_id = $1 and role in ('adviser', 'approver') and is_active
          order by name, id limit 500`,
        [actor.organisationId],
      ),
    );
  }
}
