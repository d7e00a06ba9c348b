import { Client } from 'pg';
import { type Case, CaseDeadlinesService, DeadlineWarnings, WallsService } from '#cases';
import { Absences, Correspondents, scopeOfActor } from '#identity';
import { Letters, Notices, TellOfDeadline } from '#notifications';
import { JobProcessor, scopeOf, Transactions } from '#platform';
import { aCase, rowsAsOwner } from '../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';

const HOUR = 3_600_000;
const CANARY = 'kingfisher';

let test: TestApp;
let given: Given;
let warnings: DeadlineWarnings;

beforeAll(async () => {
  test = await startTestApp({ PARAPET_DEMO: '1' });
  given = new Given(test.app);
  warnings = test.app.get(DeadlineWarnings);
  const { app } = test;
  const teller = new TellOfDeadline(
    warnings,
    app.get(Correspondents),
    app.get(Notices),
    app.get(Letters),
  );
  app.get(JobProcessor).register(teller);
});
afterAll(() => test.close());

/** A case of somebody's on which the 72 hours have run for so many. */
async function runningFor(owner: TestPerson, hours: number, wall = false): Promise<Case> {
  const found = await aCase(test, owner, { title: `${CANARY} title`, postText: CANARY });
  if (wall) {
    await test.app.get(WallsService).raise(owner.actor, found.reference, [owner.actor.personId]);
  }
  const at = new Date(Date.now() - hours * HOUR).toISOString();
  await test.app
    .get(CaseDeadlinesService)
    .start(owner.actor, found.reference, 'ico_breach_72h', { start: { at, noticedBy: CANARY } });
  return found;
}

async function caseworker() {
  const organisation = await given.anOrganisation();
  const owner = await given.aPerson(organisation, 'approver');
  const cover = await given.aPerson(organisation, 'adviser');
  return { organisation, owner, cover };
}

/** Does the jobs that wait for an organisation, each as if it were delivered twice. */
async function tellAll(organisation: string): Promise<void> {
  const ids = await jobs(organisation);
  for (const id of [...ids, ...ids]) await test.app.get(JobProcessor).process(id);
}

async function jobs(organisation: string): Promise<string[]> {
  const rows = await test.app
    .get(Transactions)
    .run(scopeOf(organisation), () =>
      test.app
        .get(Transactions)
        .query<{ id: string }>(
          `select id from outbox where organisation_id = $1 and name = 'tell-of-deadline'`,
          [organisation],
        ),
    );
  return rows.map(({ id }) => id);
}

async function kindsTold({ actor }: TestPerson): Promise<string[]> {
  const { items } = await test.app.get(Notices).list(actor, { limit: 100 });
  return items.map(({ kind }) => kind);
}

async function asOwnerOfTables(sql: string): Promise<void> {
  const client = new Client({ connectionString: test.ownerUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** Sets a clock back, so that more of its time is used up. */
function age(found: Case, hours: number): Promise<unknown> {
  return test.app.get(Transactions).run(scopeOf(found.organisationId), () =>
    test.app.get(Transactions).query(
      `update case_deadline set started_at = started_at - make_interval(hours => $2),
              due_at = due_at - make_interval(hours => $2),
              next_warning_at = next_warning_at - make_interval(hours => $2) where case_id = $1`,
      [found.id, hours],
    ),
  );
}

describe('warning of a deadline', () => {
  it('waits until half of the time is used up', async () => {
    const { organisation, owner } = await caseworker();
    await runningFor(owner, 35);
    expect(await warnings.warnAll(organisation)).toBe(0);
  });

  it('tells the owner at half, at four fifths and at the end, each once', async () => {
    const { organisation, owner } = await caseworker();
    const found = await runningFor(owner, 40);
    for (const hours of [0, 20, 20, 20]) {
      await age(found, hours);
      await warnings.warnAll(organisation);
      await warnings.warnAll(organisation);
      await tellAll(organisation);
    }
    expect(await kindsTold(owner)).toEqual(['deadline-100', 'deadline-80', 'deadline-50']);
  });

  it('passes over the steps that have gone by untold', async () => {
    const { organisation, owner } = await caseworker();
    await runningFor(owner, 100);
    await warnings.warnAll(organisation);
    await tellAll(organisation);
    expect(await kindsTold(owner)).toEqual(['deadline-100']);
  });

  it('is done once when several workers do it at the same time', async () => {
    const { organisation, owner } = await caseworker();
    for (let count = 0; count < 5; count += 1) await runningFor(owner, 40);
    const counts = await Promise.all([1, 2, 3, 4].map(() => warnings.warnAll(organisation)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5);
    const ids = await jobs(organisation);
    expect(ids).toHaveLength(5);
    const processor = test.app.get(JobProcessor);
    await Promise.all([...ids, ...ids].map((id) => processor.process(id)));
    expect(await kindsTold(owner)).toHaveLength(5);
  });

  it('leaves nothing behind where a worker breaks down, and is done once afterwards', async () => {
    const { organisation, owner } = await caseworker();
    await runningFor(owner, 40);
    await asOwnerOfTables('alter table outbox rename to outbox_away');
    await expect(warnings.warnAll(organisation)).rejects.toThrow();
    await asOwnerOfTables('alter table outbox_away rename to outbox');
    expect(await jobs(organisation)).toEqual([]);
    expect(await warnings.warnAll(organisation)).toBe(1);
    await asOwnerOfTables('alter table mail rename to mail_away');
    const [id] = await jobs(organisation);
    await test.app.get(JobProcessor).process(id!);
    await asOwnerOfTables('alter table mail_away rename to mail');
    expect(await kindsTold(owner)).toEqual([]);
    await tellAll(organisation);
    expect(await kindsTold(owner)).toEqual(['deadline-50']);
  });

  it('refuses a second warning of the same step in the table itself', async () => {
    const { organisation, owner } = await caseworker();
    await runningFor(owner, 40);
    await warnings.warnAll(organisation);
    const again = test.app.get(Transactions).run(scopeOf(organisation), () =>
      test.app.get(Transactions).query(
        `insert into deadline_warning select gen_random_uuid(), organisation_id, case_id, deadline_id, percent,
                warned_at from deadline_warning where organisation_id = $1`,
        [organisation],
      ),
    );
    await expect(again).rejects.toMatchObject({ driverError: { code: '23505' } });
  });

  it('goes to the cover as well while the owner is away, and not before or after', async () => {
    const { organisation, owner, cover } = await caseworker();
    const found = await runningFor(owner, 40);
    await warnings.warnAll(organisation);
    await tellAll(organisation);
    expect(await kindsTold(cover)).toEqual([]);
    const absence = { awayUntil: '2199-01-01', coverId: cover.actor.personId };
    await test.app.get(Absences).setOwn(owner.actor, absence);
    await age(found, 20);
    await warnings.warnAll(organisation);
    await tellAll(organisation);
    expect(await kindsTold(cover)).toEqual(['deadline-80']);
    expect(await kindsTold(owner)).toEqual(['deadline-80', 'deadline-50']);
    await test.app.get(Absences).setOwn(owner.actor, null);
    await age(found, 20);
    await warnings.warnAll(organisation);
    await tellAll(organisation);
    expect(await kindsTold(cover)).toEqual(['deadline-80']);
  });

  it('never reaches a cover who may not know of the case', async () => {
    const { organisation, owner, cover } = await caseworker();
    await runningFor(owner, 40, true);
    const absence = { awayUntil: '2199-01-01', coverId: cover.actor.personId };
    await test.app.get(Absences).setOwn(owner.actor, absence);
    await warnings.warnAll(organisation);
    await tellAll(organisation);
    expect(await kindsTold(cover)).toEqual([]);
    expect(await kindsTold(owner)).toEqual(['deadline-50']);
  });

  it('is on the case, and says nothing of it anywhere else', async () => {
    const { organisation, owner } = await caseworker();
    const found = await runningFor(owner, 40);
    await warnings.warnAll(organisation);
    await tellAll(organisation);
    const letters = await test.app.get(Letters).listForDemo(owner.actor);
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ to: owner.email, sentAt: null });
    expect(letters[0]!.subject).toContain(found.reference);
    const left = [
      ...letters.map(({ subject, text }) => `${subject}\n${text}`),
      ...(await rowsAsOwner(test, 'notice')),
      ...(await rowsAsOwner(test, 'outbox')),
    ].join('\n');
    expect(left).toContain(found.reference);
    for (const word of [CANARY, 'breach', 'Commissioner', 'google', 'Dr Example']) {
      expect(left.toLowerCase()).not.toContain(word.toLowerCase());
    }
    const mail = (await rowsAsOwner(test, 'mail')).join('\n');
    expect(mail).not.toContain(found.reference);
    expect(mail).not.toContain(owner.email);
    const events = await test.app
      .get(Transactions)
      .run(scopeOfActor(owner.actor), () =>
        test.app
          .get(Transactions)
          .query(`select from audit_event where subject_id = $1 and action = 'deadline.warned'`, [
            found.id,
          ]),
      );
    expect(events).toHaveLength(1);
  });
});
