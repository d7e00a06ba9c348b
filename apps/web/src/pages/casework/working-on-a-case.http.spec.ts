import { jest } from '@jest/globals';
import { Client } from 'pg';
import request from 'supertest';
import { type Case, CaseReadingService } from '#cases';
import { type Permission, scopeOfActor } from '#identity';
import { Transactions } from '#platform';
import { Visit } from '../../../../../test/support/browsing.js';
import {
  aCase,
  AN_INCIDENT,
  decideRoutes,
  rowsAsOwner,
} from '../../../../../test/support/casework.js';
import { keepText } from '../../../../../test/support/evidence.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { trailOf } from '../../../../../test/support/trail.js';

const SCOPES: Permission[] = [
  'case:read',
  'case:write',
  'case:wall',
  'patient-fact:read',
  'patient-fact:write',
  'report:read',
];

let test: TestApp;
let owner: TestPerson;
let colleague: TestPerson;
let approver: TestPerson;
let manager: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  const given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  owner = await given.aPerson(own, 'adviser');
  colleague = await given.aPerson(own, 'adviser');
  approver = await given.aPerson(own, 'approver');
  manager = await given.aPerson(own, 'manager');
  stranger = await given.aPerson(other, 'approver');
});
afterAll(() => test.close());

const tokens = new Map<TestPerson, string>();

/** The API as one person uses it. */
async function as(person: TestPerson) {
  const held = SCOPES.filter((scope) => person.actor.permissions.has(scope));
  const token = tokens.get(person) ?? (await new Given(test.app).aToken(person, held));
  tokens.set(person, token);
  const server = () => request(test.app.getHttpServer());
  const url = (path: string) => `/api/v1/cases${path}`;
  return {
    get: (path: string) => server().get(url(path)).auth(token, { type: 'bearer' }),
    post: (path: string) => server().post(url(path)).auth(token, { type: 'bearer' }),
    put: (path: string) => server().put(url(path)).auth(token, { type: 'bearer' }),
    patch: (path: string) => server().patch(url(path)).auth(token, { type: 'bearer' }),
    delete: (path: string) => server().delete(url(path)).auth(token, { type: 'bearer' }),
  };
}

async function actionsOf(found: Case): Promise<string[]> {
  const events = await trailOf(test, approver.actor, found.id);
  return events.map(({ action }) => action);
}

describe('working on a case', () => {
  it('is refused to those without the right and to other organisations', async () => {
    const { reference } = await aCase(test, owner);
    const writes = (api: Awaited<ReturnType<typeof as>>) => [
      api.post(`/${reference}/notes`).send({ text: 'x' }),
      api.post(`/${reference}/parties`).send({ role: 'other', name: 'x' }),
      api.put(`/${reference}/assignment`).send({ personId: 'me' }),
      api.post(`/${reference}/closure`).send({ outcome: 'kept', reason: 'x' }),
      api.delete(`/${reference}/closure`),
      api.patch(`/${reference}`).set('If-Match', '"1"').send({ title: 'x' }),
    ];
    for (const call of writes(await as(manager))) expect((await call).status).toBe(403);
    for (const call of writes(await as(stranger))) expect((await call).status).toBe(404);
    const visit = await new Visit(test.app).signIn(stranger);
    for (const page of [
      '',
      '/notes',
      '/parties',
      '/timeline',
      '/edit',
      '/closing',
      '/assignment',
    ]) {
      expect((await visit.open(`/cases/${reference}${page}`)).status).toBe(404);
    }
  });

  it('keeps hostile notes as they are and escapes them', async () => {
    const { reference } = await aCase(test, owner);
    const text = `<script>alert(1)</script> {{ 7*7 }} \u202Eback\u202C 👩‍⚕️ ${'é'.repeat(49_900)}`;
    const api = await as(owner);
    const added = await api.post(`/${reference}/notes`).send({ text }).expect(201);
    expect(Object.keys(added.body as object)).toEqual(['id', 'writtenAt']);
    await api
      .post(`/${reference}/notes`)
      .send({ text: 'x'.repeat(50_001) })
      .expect(422);
    await api.post(`/${reference}/notes`).send({ text: '  ' }).expect(422);
    const listed = await api.get(`/${reference}/notes`).expect(200);
    expect(listed.body.items).toHaveLength(1);
    expect(listed.body.items[0]).toMatchObject({ text, isOwn: true });
    const page = await (await new Visit(test.app).signIn(owner)).open(`/cases/${reference}/notes`);
    expect(page.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} \u202Eback');
    expect(page.text).not.toContain('<script>');
    expect(page.text).toContain('Staff only');
  });

  it('goes through notes newest first, page by page', async () => {
    const { reference } = await aCase(test, owner);
    const api = await as(owner);
    for (const text of ['first', 'second', 'third']) {
      await api.post(`/${reference}/notes`).send({ text }).expect(201);
    }
    const one = await api.get(`/${reference}/notes?limit=2`);
    const two = await api.get(`/${reference}/notes?limit=2&cursor=${one.body.next}`);
    const texts = [...one.body.items, ...two.body.items].map(({ text }: { text: string }) => text);
    expect(texts).toEqual(['third', 'second', 'first']);
    expect(two.body.next).toBeNull();
    await api.get(`/${reference}/notes?cursor=wrong`).expect(400);
  });

  it('seals parties, and records who read them', async () => {
    const found = await aCase(test, owner);
    const visit = await new Visit(test.app).signIn(owner);
    const path = `/cases/${found.reference}/parties`;
    const refused = await visit.send(path, { role: '', name: '', contact: 'Keep <i>me</i>' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Choose their part in the case');
    expect(refused.text).toContain('Keep &lt;i&gt;me&lt;/i&gt;');
    const party = {
      role: 'relative',
      name: 'Peregrine Wistful',
      relation: 'son',
      hasAuthority: 'on',
    };
    await visit.send(path, party).expect(303);
    expect((await visit.open(path)).text).toContain('Peregrine Wistful');
    for (const row of await rowsAsOwner(test, 'party'))
      expect(row).not.toMatch(/Peregrine|Wistful/);
    expect(await actionsOf(found)).toEqual(
      expect.arrayContaining(['party.added', 'parties.viewed']),
    );
    const api = await as(owner);
    const listed = await api.get(`/${found.reference}/parties`);
    expect(listed.body.items).toMatchObject([{ name: 'Peregrine Wistful', hasAuthority: true }]);
    const id: string = listed.body.items[0].id;
    await api.delete(`/${found.reference}/parties/${id}`).expect(204);
    await api.delete(`/${found.reference}/parties/${id}`).expect(404);
  });

  it('hands a case over to caseworkers only', async () => {
    const found = await aCase(test, owner);
    const api = await as(colleague);
    const path = `/${found.reference}/assignment`;
    await api.put(path).send({ personId: manager.actor.personId }).expect(422);
    await api.put(path).send({ personId: stranger.actor.personId }).expect(422);
    await api.put(path).send({ personId: 'me' }).expect(200);
    const visit = await new Visit(test.app).signIn(colleague);
    await visit.open(`/cases${path}`);
    await visit.send(`/cases${path}`, { personId: approver.actor.personId }).expect(303);
    const read = await api.get(`/${found.reference}`);
    expect(read.body).toMatchObject({ owner: approver.actor.name, version: 3 });
    expect(read.body).not.toHaveProperty('ownerId');
    expect(await actionsOf(found)).toEqual(['case.opened', 'case.taken', 'case.handed-over']);
  });

  it('marks a case as urgent and back, on its page and in the list', async () => {
    const found = await aCase(test, owner, { title: 'Urgent one' });
    const visit = await new Visit(test.app).signIn(owner);
    await visit.open(`/cases/${found.reference}`);
    await visit.send(`/cases/${found.reference}/urgency`, { isUrgent: 'on' }).expect(303);
    expect((await visit.open(`/cases/${found.reference}`)).text).toContain('No longer urgent');
    await visit.send(`/cases/${found.reference}/urgency`, { isUrgent: '' }).expect(303);
    expect(await actionsOf(found)).toEqual([
      'case.opened',
      'case.marked-urgent',
      'case.urgency-lifted',
    ]);
  });
});

describe('changing the details of a case', () => {
  it('is refused to programs without the version they read, or with an old one', async () => {
    const { reference } = await aCase(test, owner);
    const api = await as(owner);
    await api.patch(`/${reference}`).send({ title: 'New' }).expect(412);
    await api.patch(`/${reference}`).set('If-Match', '"7"').send({ title: 'New' }).expect(412);
    await api.patch(`/${reference}`).set('If-Match', '"1"').send({}).expect(422);
    await api.patch(`/${reference}`).set('If-Match', '"1"').send({ state: 'closed' }).expect(422);
    const read = await api.get(`/${reference}`);
    expect(read.headers['etag']).toBe('"1"');
    expect(read.body.title).toBe(AN_INCIDENT.title);
  });

  it('changes what is named and nothing else', async () => {
    const { reference } = await aCase(test, owner, { handle: '@kept' });
    const api = await as(owner);
    const answer = await api.patch(`/${reference}`).set('If-Match', '"1"').send({ title: 'New' });
    expect(answer.body).toMatchObject({ title: 'New', handle: '@kept', version: 2 });
    expect(answer.body.postText).toBe(AN_INCIDENT.postText);
  });

  it('shows the slower of two what is there now beside what they typed, and overwrites nothing', async () => {
    const found = await aCase(test, owner);
    const form = {
      ...AN_INCIDENT,
      doctorId: undefined,
      postText: 'One line\r\nand another',
      isUrgent: 'false',
      version: '1',
    };
    const [one, two] = [
      await new Visit(test.app).signIn(owner),
      await new Visit(test.app).signIn(colleague),
    ];
    const path = `/cases/${found.reference}/edit`;
    await one.open(path);
    await two.open(path);
    await one.send(path, { ...form, title: 'Title of the first' }).expect(303);
    const lost = await two.send(path, { ...form, title: 'Title of the second' });
    expect(lost.status).toBe(409);
    expect(lost.text).toContain('What is there now, beside what you typed');
    const cells = [...lost.text.matchAll(/<bdi>([^<]*)<\/bdi>/g)].map(([, text]) => text);
    expect(cells).toEqual(['Title of the first', 'Title of the second']);
    expect(lost.text).toContain('name="version" value="2"');
    const read = () => test.app.get(CaseReadingService).get(owner.actor, found.reference);
    expect((await read()).title).toBe('Title of the first');
    await two.send(path, { ...form, title: 'Title of the second', version: '2' }).expect(303);
    expect((await read()).title).toBe('Title of the second');
  });
});

describe('closing a case', () => {
  it('needs an outcome and a reason', async () => {
    const { reference } = await aCase(test, owner);
    const visit = await new Visit(test.app).signIn(owner);
    const answer = await visit.send(`/cases/${reference}/closing`, { reason: '' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Choose how it ended');
    expect(answer.text).toContain('Enter why the case can be closed');
  });

  it('is refused while deadlines run, until the person says that they are withdrawn', async () => {
    const { reference, id } = await aCase(test, owner);
    const visit = await new Visit(test.app).signIn(owner);
    await visit.open(`/cases/${reference}/deadlines`);
    const clock = { deadline: 'sar_1m' };
    const started = await visit.send(`/cases/${reference}/deadlines`, clock).expect(303);
    await visit.send(started.headers['location']!, { 'start-at': '2026-10-31' }).expect(303);
    const page = await visit.open(`/cases/${reference}/closing`);
    expect(page.text).toContain('Still open on this case');
    expect(page.text).toContain('datetime="2026-11-30"');
    const form = { outcome: 'kept', reason: 'The request was taken back.' };
    const refused = await visit.send(`/cases/${reference}/closing`, form);
    expect([refused.status, refused.text.includes('A deadline still runs')]).toEqual([422, true]);
    expect(refused.text).toContain('The request was taken back.');
    const api = await as(owner);
    const answer = await api.post(`/${reference}/closure`).send(form).expect(422);
    expect(answer.body.code).toBe('clocks-run');
    const agreed = { ...form, withdrawClocks: 'on' };
    await visit.send(`/cases/${reference}/closing`, agreed).expect(303);
    const deadlines = (await api.get(`/${reference}/deadlines`)).body.items;
    expect(deadlines.map(({ state }: { state: string }) => state)).toEqual([
      'withdrawn',
      'withdrawn',
    ]);
    expect(JSON.stringify(deadlines)).toContain('The request was taken back.');
    const actions = (await api.get(`/${reference}/timeline`)).body.items.map(
      ({ action }: { action: string }) => action,
    );
    expect(actions.slice(0, 2)).toEqual(['case.closed', 'deadline.withdrawn']);
    const rows = await rowsAsOwner(test, 'case_record');
    expect(rows.find((row) => row.includes(id))).not.toContain('2026-11-30');
  });

  it('waits, where the post is gone, until somebody has looked for copies (seeds row 86)', async () => {
    const found = await aCase(test, owner);
    const item = await keepText(test, owner, found.reference);
    const gone = { lookedAt: '2026-11-21T10:00', state: 'gone', goneBy: 'author' };
    const visit = await new Visit(test.app).signIn(owner);
    await visit.open(`/cases/${found.reference}/evidence/${item.id}`);
    await visit.send(`/cases/${found.reference}/evidence/${item.id}/sightings`, gone).expect(303);
    const url = `/cases/${found.reference}/closing`;
    expect((await visit.open(url)).text).toContain('Has the post been copied already?');
    for (const copies of [{}, { copies: 'not-looked' }]) {
      const form = { outcome: 'removed', reason: 'The author took it down.', ...copies };
      const refused = await visit.send(url, form);
      expect([refused.status, refused.text.includes('href="#copies"')]).toEqual([422, true]);
      const answer = await (await as(owner)).post(`/${found.reference}/closure`).send(form);
      expect([answer.status, answer.body.code]).toEqual([422, 'copies-unknown']);
    }
    const looked = { outcome: 'removed', copies: 'none', reason: 'The author took it down.' };
    await visit.send(url, looked).expect(303);
    expect(await actionsOf(found)).toContain('case.closed');
  });

  it('takes it off the list, stops changes, and can be taken back', async () => {
    const found = await aCase(test, owner, { title: 'Closed and opened' });
    const api = await as(owner);
    const path = `/${found.reference}/closure`;
    await api.delete(path).expect(409);
    const gone = { outcome: 'removed', copies: 'none', reason: 'They took it down.' };
    const closed = await api.post(path).send(gone);
    expect(closed.body).toMatchObject({ state: 'closed', outcome: 'removed', nextStep: 'none' });
    await api.post(path).send({ outcome: 'kept', reason: 'Again' }).expect(409);
    await api.put(`/${found.reference}/assignment`).send({ personId: 'me' }).expect(409);
    const visit = await new Visit(test.app).signIn(owner);
    expect((await visit.open('/work')).text).not.toContain('Closed and opened');
    expect((await visit.open(`/cases/${found.reference}`)).text).toContain('They took it down.');
    const opened = await api.delete(path).expect(200);
    expect(opened.body).toMatchObject({ state: 'open', outcome: null, nextStep: 'triage' });
    expect(await actionsOf(found)).toEqual(['case.opened', 'case.closed', 'case.reopened']);
    const jobs = await rowsAsOwner(test, 'outbox');
    expect(jobs.filter((row) => row.includes(found.id))).toHaveLength(3);
  });
});

describe('a walled case', () => {
  it('is walled off by an approver only, and for people who read cases only', async () => {
    const { reference } = await aCase(test, owner);
    await (await as(owner)).put(`/${reference}/wall`).send({ members: [] }).expect(403);
    const api = await as(approver);
    for (const person of [manager, stranger]) {
      await api
        .put(`/${reference}/wall`)
        .send({ members: [person.actor.personId] })
        .expect(422);
    }
    expect((await api.get(`/${reference}`)).body.isWalled).toBe(false);
    await (await as(stranger)).put(`/${reference}/wall`).send({ members: [] }).expect(404);
  });

  it('is not there for those outside: in no page, call, list, count, search or related case', async () => {
    const url = 'https://maps.example/walled';
    const beside = await aCase(test, colleague, { url, title: 'Beside it' });
    const found = await aCase(test, owner, { url, title: 'Behind the wall' });
    await decideRoutes(test, owner, found.reference, ['moderator_report']);
    const mine = await as(owner);
    const note = await mine.post(`/${found.reference}/notes`).send({ text: 'Kept inside' });
    const before = await new Visit(test.app).signIn(colleague);
    const countOf = async () =>
      /All open <span[^>]*>(\d+)/.exec((await before.open('/work')).text)![1];
    const all = Number(await countOf());
    await (
      await as(approver)
    )
      .put(`/${found.reference}/wall`)
      .send({ members: [owner.actor.personId] })
      .expect(200);
    expect(Number(await countOf())).toBe(all - 1);
    const { reference } = found;
    const outside = await as(colleague);
    const reads = [
      '',
      '/timeline',
      '/notes',
      '/parties',
      '/patient-facts?reason=supervising',
      '/assignment',
      '/referrals',
    ];
    for (const path of reads) expect((await outside.get(`/${reference}${path}`)).status).toBe(404);
    const writes = [
      outside.post(`/${reference}/notes`).send({ text: 'x' }),
      outside.post(`/${reference}/parties`).send({ role: 'other', name: 'x' }),
      outside.post(`/${reference}/patient-facts`).send({ kind: 'name', value: 'x' }),
      outside.put(`/${reference}/assignment`).send({ personId: 'me' }),
      outside.post(`/${reference}/closure`).send({ outcome: 'kept', reason: 'x' }),
      outside.patch(`/${reference}`).set('If-Match', '"1"').send({ title: 'x' }),
      outside
        .post(`/${reference}/referrals`)
        .send({ route: 'moderator_report', recipient: 'x', reason: 'x' }),
      outside.delete(`/${reference}/patient-facts/${note.body.id}`),
    ];
    for (const call of writes) expect((await call).status).toBe(404);
    for (const path of [
      '',
      '/notes',
      '/parties',
      '/timeline',
      '/edit',
      '/closing',
      '/assignment',
      '/patient?reason=supervising',
      '/referrals',
    ]) {
      expect((await before.open(`/cases/${reference}${path}`)).status).toBe(404);
    }
    expect((await before.open(`/find?reference=${reference}`)).status).toBe(404);
    expect((await before.open('/work?view=all')).text).not.toContain(reference);
    expect((await outside.get('?limit=100')).text).not.toContain(reference);
    const related = await before.open(`/cases/${beside.reference}`);
    expect(related.status).toBe(200);
    expect(related.text).not.toContain(reference);
    expect((await mine.get(`/${reference}/notes`)).body.items).toHaveLength(1);
    expect((await mine.get('?limit=100')).text).toContain(reference);
  });

  it('hides what belongs to it in the database as well', async () => {
    const found = await aCase(test, owner);
    await (await as(owner)).post(`/${found.reference}/notes`).send({ text: 'Inside' });
    await (await as(approver)).put(`/${found.reference}/wall`).send({ members: [] }).expect(200);
    const count = (person: TestPerson) =>
      test.app.get(Transactions).run(scopeOfActor(person.actor), async () => {
        const rows = await test.app
          .get(Transactions)
          .query(`select id from case_note where case_id = $1`, [found.id]);
        return rows.length;
      });
    expect([await count(approver), await count(owner)]).toEqual([1, 0]);
  });

  it('goes to the one who walls it off when its owner is left outside, and is handed to members only', async () => {
    const found = await aCase(test, owner);
    const api = await as(approver);
    const walled = await api
      .put(`/${found.reference}/wall`)
      .send({ members: [colleague.actor.personId] });
    expect(walled.body.isWalled).toBe(true);
    expect((await api.get(`/${found.reference}`)).body.owner).toBe(approver.actor.name);
    const path = `/${found.reference}/assignment`;
    await api.put(path).send({ personId: owner.actor.personId }).expect(422);
    await api.put(path).send({ personId: colleague.actor.personId }).expect(200);
    await api.delete(`/${found.reference}/wall`).expect(204);
    await api.delete(`/${found.reference}/wall`).expect(409);
    expect((await (await as(owner)).get(`/${found.reference}`)).status).toBe(200);
    expect(await actionsOf(found)).toEqual([
      'case.opened',
      'case.walled-off',
      'case.handed-over',
      'case.wall-lifted',
    ]);
  });

  it('is walled off on its page, the members ticked', async () => {
    const { reference } = await aCase(test, owner);
    const visit = await new Visit(test.app).signIn(approver);
    await visit.open(`/cases/${reference}/wall`);
    await visit.send(`/cases/${reference}/wall`, { members: owner.actor.personId }).expect(303);
    const page = await visit.open(`/cases/${reference}/wall`);
    expect(page.text).toMatch(new RegExp(`value="${owner.actor.personId}" checked`));
    expect(page.text).toContain('Restricted');
    await visit.send(`/cases/${reference}/wall/lifting`, {}).expect(303);
  });
});

describe('finding a case', () => {
  it('says calmly that there is none, and keeps what was typed', async () => {
    const visit = await new Visit(test.app).signIn(owner);
    const answer = await visit.open('/find?reference=%3Cb%3EPAR-26-22222-3');
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('There is no case');
    expect(answer.text).toContain('&lt;b&gt;PAR-26-22222-3');
  });

  it('hears a reference as it is read out', async () => {
    const { reference } = await aCase(test, owner);
    const visit = await new Visit(test.app).signIn(owner);
    const spoken = reference.toLowerCase().replaceAll('-', ' dash ');
    for (const typed of [reference, spoken, reference.slice(4).replaceAll('-', '')]) {
      const answer = await visit.open(`/find?reference=${encodeURIComponent(typed)}`);
      expect(answer.headers['location']).toBe(`/cases/${reference}`);
    }
  });
});

describe('the page of a case', () => {
  it('shows next step, owner, routes, related cases and the latest events, in few queries', async () => {
    const url = 'https://maps.example/related';
    const other = await aCase(test, owner, { url, title: 'The other one' });
    const found = await aCase(test, owner, { url });
    await decideRoutes(test, owner, found.reference, ['moderator_report', 'police_report']);
    const visit = await new Visit(test.app).signIn(owner);
    const spy = jest.spyOn(Client.prototype, 'query');
    const page = await visit.open(`/cases/${found.reference}`);
    const asked = spy.mock.calls.map(([query]) => (typeof query === 'string' ? query : ''));
    spy.mockRestore();
    const questions = asked.filter(
      (sql) => !/^(START TRANSACTION|COMMIT|SET TRANSACTION|\s*select set_config)/.test(sql),
    );
    expect(questions.length).toBeGreaterThan(2);
    expect(questions.length).toBeLessThanOrEqual(8);
    expect(page.text).toContain('Next step');
    expect(page.text).toContain(owner.actor.name);
    expect(page.text).toContain('Moderator route');
    expect(page.text).toContain(`href="/cases/${other.reference}"`);
    expect(page.text).toContain('Case opened');
    expect(page.text).not.toContain('Who may see it');
  });
});
