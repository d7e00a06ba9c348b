import type { INestApplicationContext } from '@nestjs/common';
import {
  type Actor,
  ApiTokensService,
  PeopleService,
  type Permission,
  type Role,
  SignInService,
} from '#identity';
import type { OrganisationId } from '#kernel';

/** A person of a test, with what is needed to act as them. */
export interface TestPerson {
  actor: Actor;
  email: string;
  password: string;
}

const PASSWORD = 'correct horse battery staple';
let count = 0;

/** Makes organisations and people through the same services as the product. */
export class Given {
  constructor(private readonly app: INestApplicationContext) {}

  /** An organisation in England; an MDO unless said otherwise. */
  anOrganisation(kind: 'mdo' | 'trust' = 'mdo'): Promise<OrganisationId> {
    count += 1;
    return this.app.get(PeopleService).addOrganisation({
      kind,
      name: `Organisation ${count}`,
      slug: `organisation-${count}`,
      jurisdiction: 'england',
      contacts: {
        complaintsContact: 'our feedback team',
        phone: '020 7946 0100',
        email: 'feedback@organisation.example',
        website: 'https://organisation.example/feedback',
        pressOffice: 'press@organisation.example',
      },
    });
  }

  /** A person with a role in an organisation. */
  async aPerson(organisationId: OrganisationId, role: Role): Promise<TestPerson> {
    count += 1;
    const email = `${role}-${count}@organisation.example`;
    const people = this.app.get(PeopleService);
    const name = `${role} ${count}`;
    const id = await people.addPerson(organisationId, { name, email, password: PASSWORD, role });
    const actor = await this.app.get(SignInService).findPerson(id);
    return { actor: actor!, email, password: PASSWORD };
  }

  /** A bearer token of a person with some of their rights. */
  async aToken({ actor }: TestPerson, scopes: Permission[]): Promise<string> {
    const made = await this.app
      .get(ApiTokensService)
      .make(actor, { name: 'test', scopes, days: 1 });
    return made.token;
  }
}
