import { Injectable } from '@nestjs/common';
import type { OrganisationContacts } from '#identity';
import { Conflict, type Id, type OrganisationId } from '#kernel';
import { Transactions } from '#platform';
import type { BodyDetails, PublishedBody } from './published-body.js';

const COLUMNS = {
  name: 'name',
  complaintsContact: 'complaints_contact',
  phone: 'phone',
  website: 'website',
  address: 'address',
  pressOffice: 'press_office',
  dataProtectionContact: 'data_protection_contact',
  complaintsAdvocacy: 'complaints_advocacy',
  complaintsOmbudsman: 'complaints_ombudsman',
  supportServices: 'support_services',
  adviceLine: 'advice_line',
  safeguardingLead: 'safeguarding_lead',
} as const satisfies Record<keyof BodyDetails, string>;

const FIELDS = Object.keys(COLUMNS) as (keyof BodyDetails)[];
const BODY = ['id', 'version', ...FIELDS.map((field) => `${COLUMNS[field]} as "${field}"`)].join();

/** Most bodies of one organisation that are offered. */
const LIST_LIMIT = 500;

/** Reads and writes the bodies in whose name an organisation's texts go out. */
@Injectable()
export class PublishedBodyRepository {
  constructor(private readonly tx: Transactions) {}

  list(organisationId: OrganisationId): Promise<(PublishedBody & { id: Id })[]> {
    return this.tx.query(
      `select ${BODY} from published_body where organisation_id = $1
        order by lower(name), id limit ${LIST_LIMIT}`,
      [organisationId],
    );
  }

  async find(organisationId: OrganisationId, id: Id): Promise<PublishedBody | undefined> {
    const rows = await this.tx.query<PublishedBody>(
      `select ${BODY} from published_body where organisation_id = $1 and id = $2`,
      [organisationId, id],
    );
    return rows[0];
  }

  /** The organisation itself, by its own public contacts. */
  async own(organisationId: OrganisationId): Promise<PublishedBody> {
    const rows = await this.tx.query<{ name: string; contacts: OrganisationContacts }>(
      `select name, contacts from organisation where organisation_id = $1`,
      [organisationId],
    );
    const { name = '', contacts = {} } = rows[0] ?? {};
    return { ...EMPTY, id: null, version: 1, name, ...publishedBy(contacts) };
  }

  /** @throws Conflict `body-name-taken` */
  async insert(organisationId: OrganisationId, id: Id, details: BodyDetails): Promise<void> {
    const columns = FIELDS.map((field) => COLUMNS[field]).join();
    const places = FIELDS.map((_, index) => `$${index + 3}`).join();
    const rows = await this.tx.query(
      `insert into published_body (id, organisation_id, ${columns}) values ($1, $2, ${places})
       on conflict (organisation_id, lower(name)) do nothing returning id`,
      [id, organisationId, ...FIELDS.map((field) => details[field])],
    );
    if (rows.length === 0) throw nameTaken();
  }

  /** Changes a body that is still as it was read. @throws Conflict `body-changed`, `body-name-taken` */
  async update(
    organisationId: OrganisationId,
    body: PublishedBody,
    details: BodyDetails,
  ): Promise<void> {
    const same = await this.tx.query(
      `select id from published_body where organisation_id = $1 and lower(name) = lower($2) and id <> $3`,
      [organisationId, details.name, body.id],
    );
    if (same.length > 0) throw nameTaken();
    const changes = FIELDS.map((field, index) => `${COLUMNS[field]} = $${index + 4}`).join();
    const rows = await this.tx.query<{ id: Id }>(
      `with changed as (
         update published_body set version = version + 1, ${changes}
          where organisation_id = $1 and id = $2 and version = $3 returning id)
       select id from changed`,
      [organisationId, body.id, body.version, ...FIELDS.map((field) => details[field])],
    );
    if (rows.length === 0) {
      throw new Conflict('body-changed', 'Somebody else changed these details first.');
    }
  }
}

/** What an organisation says of itself in its settings: letters and replies have it from there at once. */
function publishedBy(contacts: OrganisationContacts): Partial<BodyDetails> {
  const { adviceLine = '', adviceHours } = contacts;
  return {
    complaintsContact: contacts.complaintsContact ?? contacts.email ?? '',
    phone: contacts.phone ?? '',
    website: contacts.website ?? '',
    address: contacts.address ?? '',
    pressOffice: contacts.pressOffice ?? '',
    dataProtectionContact: contacts.dataProtectionContact ?? '',
    complaintsAdvocacy: contacts.complaintsAdvocacy ?? '',
    complaintsOmbudsman: contacts.complaintsOmbudsman ?? '',
    supportServices: contacts.supportServices ?? [],
    adviceLine: adviceLine && adviceHours ? `${adviceLine} (${adviceHours})` : adviceLine,
    safeguardingLead: contacts.safeguardingLead ?? '',
  };
}

const EMPTY: BodyDetails = {
  name: '',
  complaintsContact: '',
  phone: '',
  website: '',
  address: '',
  pressOffice: '',
  dataProtectionContact: '',
  complaintsAdvocacy: '',
  complaintsOmbudsman: '',
  supportServices: [],
  adviceLine: '',
  safeguardingLead: '',
};

function nameTaken(): Conflict {
  return new Conflict('body-name-taken', 'There is a body with that name already.');
}
