import type { OrganisationId } from '#kernel';
import type { Role } from '#identity';
import { Visit } from '../browsing.js';
import { Given, type TestPerson } from '../given.js';
import type { TestApp } from '../test-app.js';

/** Somebody at their screen. */
export interface SignedIn extends TestPerson {
  visit: Visit;
}

/** People of one new organisation, each signed in. @returns them in the order of their roles */
export async function peopleOf<const Roles extends readonly Role[]>(
  test: TestApp,
  kind: 'mdo' | 'trust',
  roles: Roles,
): Promise<{ [Place in keyof Roles]: SignedIn }> {
  const organisation = await new Given(test.app).anOrganisation(kind);
  const people: SignedIn[] = [];
  for (const role of roles) people.push(await somebody(test, organisation, role));
  return people as { [Place in keyof Roles]: SignedIn };
}

async function somebody(
  test: TestApp,
  organisation: OrganisationId,
  role: Role,
): Promise<SignedIn> {
  const person = await new Given(test.app).aPerson(organisation, role);
  return { ...person, visit: await new Visit(test.app).signIn(person) };
}
