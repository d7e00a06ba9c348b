import request from 'supertest';
import { type Permission, ROLES, scopeOfActor, SignInService } from '#identity';
import { defineJob, OutboxRepository, Transactions } from '#platform';
import { z } from 'zod';
import { Visit } from '../../../../../test/support/browsing.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

let test: TestApp;
let given: Given;
let admin: TestPerson;
let adviser: TestPerson;
let dpo: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  admin = await given.aPerson(own, 'admin');
  adviser = await given.aPerson(own, 'adviser');
  dpo = await given.aPerson(own, 'dpo');
  stranger = await given.aPerson(other, 'admin');
});
afterAll(() => test.close());

const api = () => request(test.app.getHttpServer());
const visitOf = (person: TestPerson) => new Visit(test.app).signIn(person);
const tokenOf = async (person: TestPerson, ...scopes: Permission[]) =>
  ({ Authorization: `Bearer ${await given.aToken(person, scopes)}` }) as const;
const colleague = (role: (typeof ROLES)[number] = 'adviser') =>
  given.aPerson(admin.actor.organisationId, role);

/** The session id that an answer sets. */
const sessionOf = ({ headers }: { headers: Record<string, unknown> }) =>
  /parapet=([^;]+)/.exec(String(headers['set-cookie']))![1];

/** Every row that the organisation has where a secret could have been left behind. */
function everythingKept(): Promise<string> {
  return test.app.get(Transactions).run(scopeOfActor(admin.actor), async () => {
    const rows: unknown[] = [];
    for (const table of ['session', 'idempotency_key', 'audit_event', 'outbox', 'api_token']) {
      rows.push(await test.app.get(Transactions).query(`select t::text from ${table} t`));
    }
    const kept = JSON.stringify(rows);
    expect(kept).toContain('once-key-of-this-test');
    return kept;
  });
}

/** What the page of a person carries as the version of the next change. */
async function versionOf(visit: Visit, path: string): Promise<string> {
  return /name="version" value="(\d+)"/.exec((await visit.open(path)).text)![1]!;
}

describe('the rights page', () => {
  it('is refused to an adviser and sends the unknown to the sign-in page', async () => {
    expect((await (await visitOf(adviser)).open('/admin/rights')).status).toBe(403);
    expect((await new Visit(test.app).open('/admin/rights')).status).toBe(303);
  });

  it('shows each right in words with a tick for each role that has it', async () => {
    const page = await (await visitOf(admin)).open('/admin/rights');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Read the audit trail of the organisation');
    const row = page.text.slice(page.text.indexOf('Approve high-risk drafts')).split('</tr>')[0]!;
    expect(row.match(/✓/g)).toHaveLength(1);
    expect(row.split('✓')[0]).toContain('data-label="Approver (lead adviser)"');
  });
});

describe('the people of an organisation', () => {
  it('are not there for an adviser, nor for the administrator of another organisation', async () => {
    expect((await (await visitOf(adviser)).open('/admin/people')).status).toBe(403);
    const theirs = await visitOf(stranger);
    expect((await theirs.open('/admin/people')).text).not.toContain(adviser.actor.name);
    const path = `/admin/people/${adviser.actor.personId}`;
    expect((await theirs.open(path)).status).toBe(404);
    const answer = await theirs.send(`${path}/access`, { version: 1, access: 'off' });
    expect(answer.status).toBe(404);
    expect((await theirs.open('/admin/people/not-an-id')).status).toBe(404);
  });

  it('keep what was typed about a new person and never give a password back', async () => {
    const visit = await visitOf(admin);
    const fields = { name: 'Nia New', email: 'no address', role: 'adviser', password: 'too short' };
    const answer = await visit.send('/admin/people/new', fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="Nia New"');
    expect(answer.text).not.toContain('too short"');
    const short = await visit.send('/admin/people/new', { ...fields, email: 'nia@new.example' });
    expect(short.text).toContain('href="#password"');
  });

  it('get a password that is on the answer page and nowhere in the database', async () => {
    const visit = await visitOf(admin);
    const fields = { name: 'Nia New', email: 'nia@new.example', role: 'press', _once: 'add-1' };
    const page = await visit.send('/admin/people/new', fields).expect(200);
    const password = /id="password">([^<]+)</.exec(page.text)![1]!;
    await visit.send('/my/settings/shortcuts', {
      shortcuts: 'off',
      _once: 'once-key-of-this-test',
    });
    await visitOf({ email: fields.email, password } as TestPerson);
    expect(await everythingKept()).not.toContain(password);
  });

  it('refuse an address that is taken, and say so without an error page', async () => {
    const visit = await visitOf(admin);
    const fields = { name: 'Twin', email: adviser.email, role: 'adviser' };
    const answer = await visit.send('/admin/people/new', fields);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('That e-mail address is in use.');
    expect(answer.text).toContain('value="Twin"');
  });

  it('have a role whose change holds with their next page', async () => {
    const person = await colleague('adviser');
    const theirs = await visitOf(person);
    expect((await theirs.open('/reports-or-work')).status).toBe(404);
    expect((await theirs.open('/work')).status).toBe(200);
    const path = `/admin/people/${person.actor.personId}`;
    const visit = await visitOf(admin);
    const version = await versionOf(visit, path);
    await visit.send(`${path}/role`, { version, role: 'admin' }).expect(303);
    expect((await theirs.open('/work')).status).toBe(403);
    expect((await theirs.open('/admin/people')).status).toBe(200);
    await visit.send(`${path}/role`, { version, role: 'press' }).expect(409);
  });

  it('hold rights by name only with a reason, and none that their role must not have', async () => {
    const person = await colleague('manager');
    const path = `/admin/people/${person.actor.personId}`;
    const visit = await visitOf(admin);
    const version = await versionOf(visit, path);
    const bare = await visit.send(`${path}/rights`, { version, rights: 'audit:read', reason: '' });
    expect(bare.status).toBe(422);
    expect(bare.text).toContain('Enter the reason');
    const content = { version, rights: ['case:read'], reason: 'Curious' };
    await visit.send(`${path}/rights`, content).expect(422);
    const grant = { version, rights: 'audit:read', reason: 'Yearly review' };
    await visit.send(`${path}/rights`, grant).expect(303);
    expect((await (await visitOf(person)).open('/audit')).status).toBe(200);
    const page = await visit.open(path);
    expect(page.text).toContain('Yearly review');
    const changed = await versionOf(visit, path);
    await visit.send(`${path}/role`, { version: changed, role: 'press' }).expect(303);
    expect((await (await visitOf(person)).open('/audit')).status).toBe(403);
  });

  it('lose sessions and tokens at once with their access, and need new tokens afterwards', async () => {
    const person = await colleague('adviser');
    const [theirs, token] = [await visitOf(person), await tokenOf(person, 'case:read')];
    await api().get('/api/v1/cases').set(token).expect(200);
    const path = `/admin/people/${person.actor.personId}`;
    const visit = await visitOf(admin);
    const off = { version: await versionOf(visit, path), access: 'off' };
    await visit.send(`${path}/access`, off).expect(303);
    expect((await theirs.open('/work')).headers['location']).toMatch(/^\/sign-in/);
    await api().get('/api/v1/cases').set(token).expect(401);
    const on = { version: await versionOf(visit, path), access: 'on' };
    await visit.send(`${path}/access`, on).expect(303);
    await api().get('/api/v1/cases').set(token).expect(401);
    expect((await (await visitOf(person)).open('/work')).status).toBe(200);
  });

  it('cannot change their own role, rights or access', async () => {
    const visit = await visitOf(admin);
    const path = `/admin/people/${admin.actor.personId}`;
    expect((await visit.open(path)).text).toContain('This is you.');
    await visit.send(`${path}/access`, { version: 1, access: 'off' }).expect(403);
    await visit.send(`${path}/password`, {}).expect(403);
  });

  it('always keep one administrator, also when two take each other’s access at once', async () => {
    const organisation = await given.anOrganisation();
    const [one, two] = [
      await given.aPerson(organisation, 'admin'),
      await given.aPerson(organisation, 'admin'),
    ];
    const [first, second] = [await visitOf(one), await visitOf(two)];
    const off = { version: 1, access: 'off' };
    const answers = await Promise.all([
      first.send(`/admin/people/${two.actor.personId}/access`, off),
      second.send(`/admin/people/${one.actor.personId}/access`, off),
    ]);
    // The one who comes second is told so, or is signed out by then.
    const taken = answers.filter(({ headers }) => headers['location']?.startsWith('/admin/people'));
    expect(taken).toHaveLength(1);
    const found = await Promise.all(
      [one, two].map(({ actor }) => test.app.get(SignInService).findPerson(actor.personId)),
    );
    expect(found.filter(Boolean)).toHaveLength(1);
  });

  it('get a new password from an administrator, are signed out by it and lose their tokens', async () => {
    const person = await colleague('press');
    const token = await tokenOf(person, 'case:read-press');
    await api().get('/api/v1/me').set(token).expect(200);
    const theirs = await visitOf(person);
    const path = `/admin/people/${person.actor.personId}`;
    const page = await (await visitOf(admin)).send(`${path}/password`, {}).expect(200);
    const password = /id="password">([^<]+)</.exec(page.text)![1]!;
    expect((await theirs.open('/my/settings')).status).toBe(303);
    await api().get('/api/v1/me').set(token).expect(401);
    await visitOf({ ...person, password });
  });
});

describe('people in the API', () => {
  it('are refused without the scope, and shown without what is secret', async () => {
    await api().get('/api/v1/people').expect(401);
    await api()
      .get('/api/v1/people')
      .set(await tokenOf(admin, 'audit:read'))
      .expect(403);
    const list = await api()
      .get('/api/v1/people?limit=2')
      .set(await tokenOf(admin, 'person:manage'))
      .expect(200);
    expect(list.body.items).toHaveLength(2);
    expect(JSON.stringify(list.body)).not.toMatch(/hash|sealed|argon/i);
    const next = await api()
      .get(`/api/v1/people?limit=100&cursor=${list.body.next}`)
      .set(await tokenOf(admin, 'person:manage'));
    const names = [...list.body.items, ...next.body.items].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('cannot be made into staff by a service, only doctors', async () => {
    const token = await tokenOf(admin, 'person:manage');
    const body = { name: 'Dr Api', email: 'api@new.example', password: 'a long pass phrase 1' };
    await api()
      .post('/api/v1/people')
      .set(token)
      .send({ ...body, role: 'approver' })
      .expect(403);
    const made = await api()
      .post('/api/v1/people')
      .set(token)
      .send({ ...body, role: 'doctor' });
    expect(made.status).toBe(201);
    expect(JSON.stringify(made.body)).not.toContain(body.password);
    const path = `/api/v1/people/${made.body.id}`;
    await api().patch(path).set(token).send({ version: 1, role: 'admin' }).expect(403);
    await api().patch(path).set(token).send({ version: 1, isActive: false }).expect(200);
    await api().patch(path).set(token).send({ version: 1, isActive: true }).expect(409);
    await api().patch(path).set(token).send({ version: 2, passwordHash: 'x' }).expect(422);
  });

  it('says whom a token acts for and what it may do', async () => {
    const answer = await api()
      .get('/api/v1/me')
      .set(await tokenOf(adviser, 'case:read'))
      .expect(200);
    expect(answer.body).toMatchObject({ role: 'adviser', rights: ['case:read'] });
  });
});

describe('one’s own account', () => {
  it('changes the password only with the current one, and ends all other sessions and tokens', async () => {
    const person = await colleague('press');
    const [here, elsewhere] = [await visitOf(person), await visitOf(person)];
    const newPassword = 'seven quiet green kettles';
    const wrong = { currentPassword: 'not that one at all', newPassword };
    const refused = await here.send('/my/settings/password', wrong);
    expect([refused.status, refused.text.includes('not your current password')]).toEqual([
      422,
      true,
    ]);
    expect(refused.text).not.toContain(newPassword);
    const token = await tokenOf(person, 'case:read-press');
    const right = { currentPassword: person.password, newPassword };
    const before = await here.send('/my/settings/shortcuts', { shortcuts: 'off' });
    const after = await here.send('/my/settings/password', right).expect(303);
    expect(sessionOf(after)).not.toBe(sessionOf(before));
    expect((await here.open('/my/settings')).text).toContain('Your password is changed.');
    expect((await elsewhere.open('/my/settings')).status).toBe(303);
    await api().get('/api/v1/me').set(token).expect(401);
    await visitOf({ ...person, password: newPassword });
  });

  it('makes the current password slow to guess', async () => {
    const here = await visitOf(await colleague('press'));
    const form = { currentPassword: 'a guess', newPassword: 'seven quiet green kettles' };
    const statuses: number[] = [];
    for (let tries = 0; tries < 7; tries += 1)
      statuses.push((await here.send('/my/settings/password', form)).status);
    expect(statuses.at(-1)).toBe(429);
  });

  it('shows a token once, on the answer page, and keeps it nowhere', async () => {
    const person = await colleague('adviser');
    const here = await visitOf(person);
    const form = { tokenName: 'Reader', scopes: ['case:read'], days: '30', _once: 'token-1' };
    await here.send('/my/settings/tokens', { ...form, days: '367' }).expect(422);
    await here.send('/my/settings/tokens', { ...form, scopes: ['report:read'] }).expect(422);
    await here.send('/my/settings/tokens', { ...form, scopes: ['release:make'] }).expect(422);
    const page = await here.send('/my/settings/tokens', form).expect(200);
    const token = /parapet_[\w-]{43}/.exec(page.text)![0];
    await api().get('/api/v1/cases').auth(token, { type: 'bearer' }).expect(200);
    expect(await everythingKept()).not.toContain(token);
    const settings = await here.open('/my/settings');
    expect(settings.text).not.toContain(token);
    const revoke = /action="(\/my\/settings\/tokens\/[\w-]+\/revoke)"/.exec(settings.text)![1]!;
    await (await visitOf(adviser)).send(revoke, {}).expect(404);
    await here.send(revoke, {}).expect(303);
    await api().get('/api/v1/cases').auth(token, { type: 'bearer' }).expect(401);
  });

  it('keeps shortcuts off until they are switched on, here and at the next sign-in', async () => {
    const person = await colleague('adviser');
    const here = await visitOf(person);
    expect((await here.open('/help')).text).not.toContain('data-shortcuts');
    await here.send('/my/settings/shortcuts', { shortcuts: 'on', _once: 's-1' }).expect(303);
    expect((await here.open('/help')).text).toContain('data-shortcuts="on"');
    expect((await (await visitOf(person)).open('/help')).text).toContain('data-shortcuts="on"');
  });

  it('is reached from the name in the header', async () => {
    expect((await (await visitOf(adviser)).open('/help')).text).toContain('href="/my/settings"');
  });
});

describe('failed background work', () => {
  const failing = defineJob('never-done', z.object({ caseId: z.uuid() }));

  async function aFailedJob(person: TestPerson): Promise<string> {
    const outbox = test.app.get(OutboxRepository);
    const id = await test.app
      .get(Transactions)
      .run(scopeOfActor(person.actor), () =>
        outbox.add(person.actor.organisationId, failing, { caseId: person.actor.personId }),
      );
    for (let tries = 0; tries < 5; tries += 1) await outbox.markFailed(id, 'mail-refused');
    return id;
  }

  it('is shown to the administrator of the organisation without its content, and tried again', async () => {
    const [own, foreign] = [await aFailedJob(admin), await aFailedJob(stranger)];
    expect((await (await visitOf(dpo)).open('/admin/jobs')).status).toBe(403);
    const visit = await visitOf(admin);
    const page = await visit.open('/admin/jobs');
    expect(page.text).toContain('mail-refused');
    expect(page.text).toContain(own);
    expect(page.text).not.toContain(foreign);
    expect(page.text).not.toContain(admin.actor.personId);
    await visit.send(`/admin/jobs/${foreign}/retry`, {}).expect(404);
    await visit.send(`/admin/jobs/${own}/retry`, {}).expect(303);
    expect((await visit.open('/admin/jobs')).text).not.toContain(own);
    await visit.send(`/admin/jobs/${own}/retry`, {}).expect(404);
  });

  it('is listed and tried again by the API too', async () => {
    const id = await aFailedJob(admin);
    const token = await tokenOf(admin, 'job:manage');
    const list = await api().get('/api/v1/jobs/failed').set(token).expect(200);
    expect(list.body.items).toMatchObject([{ id, failure: 'mail-refused', attempts: 5 }]);
    await api().post(`/api/v1/jobs/failed/${id}/retry`).set(token).expect(202);
    await api().post(`/api/v1/jobs/failed/${id}/retry`).set(token).expect(404);
  });
});

describe('the audit trail', () => {
  const incident = {
    title: 'A review',
    direction: 'about_doctor',
    kind: 'negative_review',
    platform: 'google_business',
    seenOn: '2026-11-20',
    jurisdiction: 'england',
    setting: 'private_practice',
  };

  it('shows an administrator actions and ids, a data protection officer case references', async () => {
    const token = await tokenOf(adviser, 'case:write');
    const opened = await api().post('/api/v1/cases').set(token).send(incident).expect(201);
    const { reference } = opened.body as { reference: string };
    expect((await (await visitOf(adviser)).open('/audit')).status).toBe(403);
    const seen = await (await visitOf(admin)).open('/audit?action=case.&day=');
    expect(seen.text).toContain('Case opened');
    expect(seen.text).not.toContain(reference);
    expect((await (await visitOf(dpo)).open('/audit?action=case.')).text).toContain(reference);
  });

  it('is read page by page, newest first, and only that of one’s own organisation', async () => {
    const token = await tokenOf(admin, 'audit:read');
    const seen: { id: string; at: string; by: string | null }[] = [];
    let next: string | null = '';
    while (next !== null) {
      const url: string = `/api/v1/audit/events?limit=7${next ? `&cursor=${next}` : ''}`;
      const answer: request.Response = await api().get(url).set(token).expect(200);
      seen.push(...answer.body.items);
      next = answer.body.next;
    }
    const tx = test.app.get(Transactions);
    const [found] = await tx.run(scopeOfActor(admin.actor), () =>
      tx.query<{ count: number }>(`select count(*)::int as count from audit_event`),
    );
    expect(new Set(seen.map(({ id }) => id)).size).toBe(found!.count);
    expect(seen.map(({ at }) => at)).toEqual(
      seen
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    expect(seen.map(({ by }) => by)).not.toContain(stranger.actor.name);
  });

  it('is narrowed to a day, and says what is no day', async () => {
    const visit = await visitOf(dpo);
    expect((await visit.open('/audit?day=2001-01-01')).text).toContain('Nothing is recorded');
    expect((await visit.open('/audit?day=2026-02-30')).status).toBe(422);
    expect((await visit.open('/audit?action=%27;drop')).status).toBe(422);
  });
});
