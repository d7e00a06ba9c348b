import type { INestApplicationContext } from '@nestjs/common';
import { type Actor, type Organisation, PeopleService, SignInService } from '#identity';
import type { OrganisationId, PersonId } from '#kernel';
import { scopeOf, Transactions } from '#platform';
import { writeCases } from './bulk-cases.js';
import { openScenarios } from './scenario-cases.js';

/** What `parapet seed` was asked for. */
export interface SeedOrder {
  /** Made-up cases in all, shared among the organisations. */
  readonly cases: number;
  /** Whether to open the worked examples too, in each organisation. */
  readonly scenarios: boolean;
  /** Slug; all organisations where it is left out. */
  readonly organisation?: string | undefined;
}

/** The command cannot be done as asked. The message says why. */
export class SeedError extends Error {
  override readonly name = 'SeedError';
}

/** Fills organisations with made-up cases. @throws SeedError */
export async function seed(
  app: INestApplicationContext,
  order: SeedOrder,
  say: (line: string) => void,
): Promise<void> {
  const organisations = await chosen(app, order.organisation);
  for (const [index, organisation] of organisations.entries()) {
    const share = shareOf(order.cases, organisations.length, index);
    const people = await caseworkersOf(app, organisation.organisation_id);
    if (people.length === 0)
      throw new SeedError(`${organisation.slug} has no adviser to work on cases.`);
    if (order.scenarios) {
      const opened = await openScenarios(app, await actorOf(app, people[0]!));
      say(`${organisation.slug}: ${opened} worked examples opened.`);
    }
    await seedOne(app, { organisation, people, count: share, index }, say);
  }
}

async function seedOne(
  app: INestApplicationContext,
  part: { organisation: Organisation; people: PersonId[]; count: number; index: number },
  say: (line: string) => void,
): Promise<void> {
  const { organisation, people, count, index } = part;
  if (count === 0) return;
  const order = { organisationId: organisation.organisation_id, people, count, seed: 26 + index };
  await writeCases(app, order, (done) => {
    if (done % 10_000 === 0 || done === count)
      say(`${organisation.slug}: ${done} of ${count} cases.`);
  });
}

async function chosen(
  app: INestApplicationContext,
  slug: string | undefined,
): Promise<Organisation[]> {
  const all = await app.get(PeopleService).listOrganisations();
  const found = slug === undefined ? all : all.filter((one) => one.slug === slug);
  if (found.length === 0) {
    throw new SeedError(
      slug === undefined ? 'There are no organisations.' : `There is no organisation ${slug}.`,
    );
  }
  return found;
}

async function caseworkersOf(
  app: INestApplicationContext,
  organisationId: OrganisationId,
): Promise<PersonId[]> {
  const tx = app.get(Transactions);
  const rows = await tx.run(scopeOf(organisationId), () =>
    tx.query<{ id: PersonId }>(
      `select id from person
        where organisation_id = $1 and role in ('adviser', 'approver') and is_active order by role, id`,
      [organisationId],
    ),
  );
  return rows.map(({ id }) => id);
}

async function actorOf(app: INestApplicationContext, personId: PersonId): Promise<Actor> {
  return (await app.get(SignInService).findPerson(personId))!;
}

/** The first organisations take what is left over. */
function shareOf(cases: number, organisations: number, index: number): number {
  return Math.floor(cases / organisations) + (index < cases % organisations ? 1 : 0);
}
