import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { Conflict } from '#kernel';
import { Transactions } from '#platform';
import { type Actor, requirePermission, scopeOfActor } from './actor.js';
import type { OrganisationContacts } from './people.service.js';

/** What an organisation says of itself, with the version that a change is made on. */
export interface SettingsOfOrganisation {
  readonly name: string;
  readonly contacts: OrganisationContacts;
  readonly version: number;
}

/** The contacts of an organisation: they stand on the pages of doctors and in letters. */
@Injectable()
export class OrganisationSettings {
  constructor(
    private readonly tx: Transactions,
    private readonly trail: AuditTrail,
  ) {}

  /** The settings of the actor's own organisation; everybody in it may read them. */
  read(actor: Actor): Promise<SettingsOfOrganisation> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const [found] = await this.tx.query<SettingsOfOrganisation>(
        `select name, contacts, version from organisation where organisation_id = $1`,
        [actor.organisationId],
      );
      return found!;
    });
  }

  /**
   * Changes contacts; those left out stay. They hold from the next page and the next letter.
   *
   * @param version as it was when the settings were read.
   * @throws Forbidden `permission-missing`; Conflict `organisation-changed`
   */
  change(
    actor: Actor,
    version: number,
    contacts: OrganisationContacts,
  ): Promise<SettingsOfOrganisation> {
    requirePermission(actor, 'organisation:manage');
    return this.tx.run(scopeOfActor(actor), async () => {
      const rows = await this.tx.query<{ version: number }>(
        `with changed as (
           update organisation set contacts = contacts || $3::jsonb, version = version + 1
            where organisation_id = $1 and version = $2 returning version)
         select version from changed`,
        [actor.organisationId, version, JSON.stringify(contacts)],
      );
      if (rows.length === 0) {
        throw new Conflict('organisation-changed', 'Somebody else changed these settings first.');
      }
      const subject = { type: 'organisation', id: actor.organisationId };
      const fields = Object.keys(contacts).sort().join(' ');
      await this.trail.record(actor, 'organisation.changed', subject, { fields });
      return this.read(actor);
    });
  }
}
