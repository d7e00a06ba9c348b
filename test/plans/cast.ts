import type { INestApplicationContext } from '@nestjs/common';
import { type Actor, PeopleService, type Role, SignInService } from '#identity';
import type { CaseId, OrganisationId } from '#kernel';
import { scopeOf, Transactions } from '#platform';

/** Who asks, and about what. */
export interface Cast {
  readonly adviser: Actor;
  readonly approver: Actor;
  /** The one who has sent most. */
  readonly doctor: Actor;
  readonly press: Actor;
  readonly dpo: Actor;
  readonly manager: Actor;
  readonly admin: Actor;
  /** A case with a request, a draft and a clock. */
  readonly reference: string;
  readonly requestReference: string;
  /** The case with most notes. */
  readonly longReference: string;
  /** A page of cases. */
  readonly caseIds: readonly CaseId[];
}

/** Finds them in a seeded organisation. @throws Error when it is not seeded */
export async function castOf(app: INestApplicationContext, slug: string): Promise<Cast> {
  const organisations = await app.get(PeopleService).listOrganisations();
  const organisation = organisations.find((one) => one.slug === slug);
  if (!organisation) throw new Error(`There is no organisation ${slug}.`);
  const id = organisation.organisation_id;
  const person = (role: Role) => actorOf(app, id, `select id from person where role = '${role}'`);
  return {
    adviser: await person('adviser'),
    approver: await person('approver'),
    press: await person('press'),
    dpo: await person('dpo'),
    manager: await person('manager'),
    admin: await person('admin'),
    ...(await subjectsOf(app, id)),
  };
}

async function subjectsOf(app: INestApplicationContext, id: OrganisationId) {
  const [worked] = await rows<{ reference: string; requestReference: string }>(
    app,
    id,
    `select c.reference, r.reference as "requestReference" from case_record c
       join request r on r.case_id = c.id
      where exists (select from draft d where d.case_id = c.id)
        and exists (select from case_deadline l where l.case_id = c.id) limit 1`,
  );
  const [long] = await rows<{ reference: string }>(
    app,
    id,
    `select c.reference from case_note n join case_record c on c.id = n.case_id
      group by c.reference order by count(*) desc limit 1`,
  );
  const page = await rows<{ id: CaseId }>(app, id, `select id from case_record limit 50`);
  const doctor = await actorOf(
    app,
    id,
    `select doctor_id as id from request group by doctor_id order by count(*) desc`,
  );
  if (!worked || !long) throw new Error('Seed it first: parapet seed --cases 100000.');
  return { ...worked, longReference: long.reference, doctor, caseIds: page.map((row) => row.id) };
}

async function actorOf(
  app: INestApplicationContext,
  organisationId: OrganisationId,
  sql: string,
): Promise<Actor> {
  const [found] = await rows<{ id: string }>(app, organisationId, `${sql} limit 1`);
  const actor = found && (await app.get(SignInService).findPerson(found.id));
  if (!actor) throw new Error('Somebody is missing who asks.');
  return actor;
}

function rows<Row>(
  app: INestApplicationContext,
  organisationId: OrganisationId,
  sql: string,
): Promise<Row[]> {
  const tx = app.get(Transactions);
  return tx.run(scopeOf(organisationId), async () => {
    // Looking for the longest list may take its time; the lists themselves may not.
    await tx.query(`set local statement_timeout = 0`);
    return tx.query<Row>(sql);
  });
}
