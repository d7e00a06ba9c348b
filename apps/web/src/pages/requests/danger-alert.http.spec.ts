import { scopeOfActor } from '#identity';
import { EMERGENCY_CONTACTS } from '#guidance';
import { Transactions } from '#platform';
import request from 'supertest';
import { Visit } from '../../../../../test/support/browsing.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

const PHONE = '07700 900123';

describe('an alert that somebody is in danger', () => {
  let test: TestApp;
  let given: Given;
  let adviser: TestPerson;
  let manager: TestPerson;
  let stranger: TestPerson;
  let slug: string;

  beforeAll(async () => {
    test = await startTestApp();
    given = new Given(test.app);
    const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
    adviser = await given.aPerson(own, 'adviser');
    manager = await given.aPerson(own, 'manager');
    stranger = await given.aPerson(other, 'adviser');
    const page = await new Visit(test.app).open('/requests/new/safety');
    const values = [...page.text.matchAll(/name="organisation" type="radio" value="([^"]+)"/g)];
    slug = values[0]![1]!;
  });
  afterAll(() => test.close());

  const api = () => request(test.app.getHttpServer());
  const visitOf = (person: TestPerson) => new Visit(test.app).signIn(person);

  async function raise(phone = ''): Promise<{ visit: Visit; path: string }> {
    const visit = new Visit(test.app);
    await visit.open('/requests/new/safety');
    const form = { organisation: slug, danger: 'yes', phone };
    const answer = await visit.send('/requests/new/safety', form);
    expect(answer.status).toBe(303);
    return { visit, path: answer.headers['location']! };
  }

  it('is seen by nobody without the right, nor by another organisation', async () => {
    await raise();
    await api().get('/api/v1/alerts').expect(401);
    expect((await (await visitOf(manager)).open('/alerts')).status).toBe(403);
    const theirs = await given.aToken(stranger, ['alert:read']);
    const list = await api().get('/api/v1/alerts').auth(theirs, { type: 'bearer' }).expect(200);
    expect(list.body.items).toEqual([]);
    const token = await given.aToken(adviser, ['alert:read']);
    const own = await api().get('/api/v1/alerts').auth(token, { type: 'bearer' });
    const path = `/api/v1/alerts/${own.body.items[0].id}/acknowledgement`;
    await api().post(path).auth(theirs, { type: 'bearer' }).expect(403);
    const strangers = await visitOf(stranger);
    const id = own.body.items[0].id as string;
    expect((await strangers.send(`/alerts/${id}/acknowledge`, {})).status).toBe(404);
  });

  it('is not found under a token that was not given out', async () => {
    const { path } = await raise();
    const wrong = path.slice(0, -1) + (path.endsWith('A') ? 'Q' : 'A');
    const visit = new Visit(test.app);
    expect((await visit.open(wrong)).status).toBe(404);
    expect((await visit.open('/requests/new/alert/x')).status).toBe(404);
  });

  it('asks whom to tell when nobody was chosen, and takes a no to sign-in', async () => {
    const visit = new Visit(test.app);
    await visit.open('/requests/new/safety');
    const lost = await visit.send('/requests/new/safety', { danger: 'yes' });
    expect([lost.status, lost.text.includes('Choose who you want to tell')]).toEqual([422, true]);
    const no = await visit.send('/requests/new/safety', { danger: 'no' }).expect(303);
    expect(no.headers['location']).toBe('/requests/new/what-happened');
  });

  it('says that nobody is on duty, and that nobody has seen it, until an adviser acknowledges', async () => {
    const { visit, path } = await raise(PHONE);
    const before = await visit.open(path);
    expect(before.text).toContain('Nobody has seen your alert yet');
    expect(before.text).toContain('Nobody is on duty at the moment');
    expect(before.text).toContain('<noscript><meta http-equiv="refresh" content="15"></noscript>');
    const advisers = await visitOf(adviser);
    await advisers.open('/alerts');
    await advisers.send('/alerts/duty', { hours: '4' }).expect(303);
    const waiting = await visit.open(path);
    expect(waiting.text).toContain('Nobody has seen your alert yet');
    expect(waiting.text).toContain('Somebody is on duty');
    const list = await advisers.open('/alerts');
    expect(list.text).toContain(PHONE);
    expect(list.text).toMatch(/Alerts \(\d+\)/);
    const ids = [...list.text.matchAll(/\/alerts\/([\w-]{36})\/acknowledge/g)].map((hit) => hit[1]);
    await advisers.send(`/alerts/${ids.at(-1)}/acknowledge`, {}).expect(303);
    const after = await visit.open(path);
    expect(after.text).toContain('An adviser has seen your alert');
    expect(after.text).not.toContain('http-equiv="refresh"');
    expect(after.text).not.toContain(adviser.actor.name);
  });

  it('keeps the number to call sealed', async () => {
    await raise(PHONE);
    const tx = test.app.get(Transactions);
    const dump = await tx.run(scopeOfActor(adviser.actor), () =>
      tx.query<{ dump: string; sealed: string }>(
        `select string_agg(to_jsonb(a)::text, ' ') as dump,
                string_agg(encode(a.contact_sealed, 'hex'), ' ') as sealed from danger_alert a`,
      ),
    );
    expect(dump[0]!.sealed).not.toBeNull();
    expect(dump[0]!.dump).not.toContain('900123');
    expect(dump[0]!.sealed).not.toContain(Buffer.from(PHONE).toString('hex'));
  });

  it('is never acknowledged by a program, nor is a program on duty', async () => {
    await raise();
    await expect(given.aToken(adviser, ['alert:acknowledge'])).rejects.toMatchObject({
      code: 'scope-not-held',
    });
    const token = await given.aToken(adviser, ['alert:read']);
    const tx = test.app.get(Transactions);
    await tx.run(scopeOfActor(adviser.actor), () =>
      tx.query(`update api_token set scopes = '{alert:read,alert:acknowledge}'`),
    );
    const asProgram = { type: 'bearer' } as const;
    const list = await api().get('/api/v1/alerts').auth(token, asProgram).expect(200);
    const path = `/api/v1/alerts/${list.body.items.at(-1).id}/acknowledgement`;
    await api().post(path).auth(token, asProgram).expect(403);
    await api().post('/api/v1/alerts/duty').auth(token, asProgram).send({ hours: 2 }).expect(403);
    await api().get('/api/v1/alerts/duty').auth(token, asProgram).expect(200);
  });

  it('is acknowledged once: a colleague who comes second is told', async () => {
    await raise();
    const second = await given.aPerson(adviser.actor.organisationId, 'adviser');
    const [own, theirs] = [await visitOf(adviser), await visitOf(second)];
    const list = await own.open('/alerts');
    const id = [...list.text.matchAll(/\/alerts\/([\w-]{36})\/acknowledge/g)].at(-1)![1];
    await own.send(`/alerts/${id}/acknowledge`, {}).expect(303);
    const late = await theirs.send(`/alerts/${id}/acknowledge`, {});
    expect(late.status).toBe(409);
    expect(late.text).toContain('A colleague has acknowledged this alert already.');
  });

  it('ends a duty at once', async () => {
    const advisers = await visitOf(adviser);
    await advisers.open('/alerts');
    const wrong = await advisers.send('/alerts/duty', { hours: '900' });
    expect(wrong.status).toBe(422);
    await advisers.send('/alerts/duty', { hours: '8' }).expect(303);
    expect((await advisers.open('/alerts')).text).toContain(`${adviser.actor.name}, until`);
    await advisers.send('/alerts/duty/end', {}).expect(303);
    expect((await advisers.open('/alerts')).text).toContain('Nobody is on duty');
  });

  it('cannot be raised more than twenty times a minute from one address', async () => {
    const visit = new Visit(test.app);
    await visit.open('/requests/new/safety');
    let last = await visit.send('/requests/new/safety', { danger: 'no' });
    for (let tries = 0; tries < 20; tries += 1) {
      last = await visit.send('/requests/new/safety', { danger: 'no' });
    }
    expect(last.status).toBe(429);
    for (const { number } of EMERGENCY_CONTACTS) expect(last.text).toContain(`>${number}</a>`);
  });
});
