import { Logger, type Config } from '#platform';
import { can, PERSON_ONLY, type Role } from '#identity';
import { createApp } from '../../apps/web/src/create-app.js';
import { Given, type TestPerson } from '../support/given.js';

/** Somebody whom the checks act as: a person with a password, and a token where their role may have one. */
export interface Attacker {
  readonly tenant: 'A' | 'B';
  readonly role: Role;
  readonly person: TestPerson;
  readonly token: string | undefined;
}

const CAST: readonly Role[] = ['adviser', 'approver', 'doctor', 'manager', 'admin', 'dpo', 'press'];

/** Two organisations with a person of each role; named `adviserA`, `managerB` … */
export async function populate(config: Config): Promise<Map<string, Attacker>> {
  const app = await createApp(config, Logger.create('web', 'silent'));
  try {
    const given = new Given(app);
    const cast = new Map<string, Attacker>();
    for (const tenant of ['A', 'B'] as const) {
      const organisation = await given.anOrganisation(tenant === 'A' ? 'mdo' : 'trust');
      for (const role of CAST) {
        const person = await given.aPerson(organisation, role);
        const scopes = [...person.actor.permissions].filter(
          (right) => !PERSON_ONLY.includes(right),
        );
        const mayHaveOne = can(person.actor, 'token:manage');
        const token = mayHaveOne ? await given.aToken(person, scopes) : undefined;
        cast.set(`${role}${tenant}`, { tenant, role, person, token });
      }
    }
    return cast;
  } finally {
    await app.close();
  }
}
