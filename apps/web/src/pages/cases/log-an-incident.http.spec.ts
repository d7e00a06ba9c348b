import request from 'supertest';
import { CaseReadingService } from '#cases';
import { Visit } from '../../../../../test/support/browsing.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { trailOf } from '../../../../../test/support/trail.js';
import { scopeOfActor } from '#identity';
import { Transactions } from '#platform';

const incident = {
  title: 'One-star review of the clinic',
  direction: 'about_doctor',
  kind: 'negative_review',
  platform: 'google_business',
  url: 'https://maps.example/review/1',
  postText: 'Waited an hour. <b>Rude</b> 👩‍⚕️',
  seenOn: '2026-11-20',
  visibility: 'public',
  jurisdiction: 'england',
  setting: 'private_practice',
  doctorName: 'Dr Example',
};

describe('logging an incident', () => {
  let test: TestApp;
  let adviser: TestPerson;
  let stranger: TestPerson;
  let manager: TestPerson;

  beforeAll(async () => {
    test = await startTestApp();
    const given = new Given(test.app);
    const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
    adviser = await given.aPerson(own, 'adviser');
    manager = await given.aPerson(own, 'manager');
    stranger = await given.aPerson(other, 'adviser');
  });
  afterAll(() => test.close());

  const api = () => request(test.app.getHttpServer());
  const tokenOf = (person: TestPerson) =>
    new Given(test.app).aToken(
      person,
      person === manager ? ['report:read'] : ['case:read', 'case:write'],
    );

  it('sends somebody who is not signed in to the sign-in page, and programs away', async () => {
    const visit = new Visit(test.app);
    const answer = await visit.open('/cases/new');
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toBe('/sign-in?next=%2Fcases%2Fnew');
    await api()
      .get('/api/v1/cases')
      .expect(401)
      .expect('content-type', /problem\+json/);
  });

  it('is refused to a manager', async () => {
    const visit = await new Visit(test.app).signIn(manager);
    expect((await visit.open('/cases/new')).status).toBe(403);
    await api()
      .post('/api/v1/cases')
      .auth(await tokenOf(manager), { type: 'bearer' })
      .send(incident)
      .expect(403);
  });

  it('says each fault beside its field and keeps what was typed', async () => {
    const visit = await new Visit(test.app).signIn(adviser);
    const answer = await visit.send('/cases/new', { ...incident, title: '', seenOn: '2026-02-30' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<title>Error: Log an incident');
    expect(answer.text).toContain('href="#title"');
    expect(answer.text).toContain('Enter a short title');
    expect(answer.text).toContain('Enter the day it was seen as a real date');
    expect(answer.text).toContain('Waited an hour. &lt;b&gt;Rude&lt;/b&gt; 👩‍⚕️');
  });

  it('names unknown fields of the API instead of passing them over', async () => {
    const answer = await api()
      .post('/api/v1/cases')
      .auth(await tokenOf(adviser), { type: 'bearer' })
      .send({ ...incident, isWalled: true })
      .expect(422);
    expect(answer.body).toMatchObject({ code: 'not-valid', status: 422 });
  });

  it('opens a case in the page that the page and the API read back, with its audit event', async () => {
    const visit = await new Visit(test.app).signIn(adviser);
    const answer = await visit.send('/cases/new', incident).expect(303);
    const reference = /PAR-[\w-]+$/.exec(answer.headers['location']!)![0];
    const page = await visit.open(`/cases/${reference}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Waited an hour. &lt;b&gt;Rude&lt;/b&gt; 👩‍⚕️');
    const read = await api()
      .get(`/api/v1/cases/${reference}`)
      .auth(await tokenOf(adviser), { type: 'bearer' })
      .expect(200);
    expect(read.body).toMatchObject({ reference, title: incident.title, state: 'open' });
    expect((await visit.open('/work')).text).toContain(reference);
    const found = await test.app.get(CaseReadingService).get(adviser.actor, reference);
    const events = await trailOf(test, adviser.actor, found.id);
    expect(events).toMatchObject([{ action: 'case.opened', actorId: adviser.actor.personId }]);
  });

  it('is invisible to another organisation: not found, like a case that does not exist', async () => {
    const token = await tokenOf(adviser);
    const opened = await api().post('/api/v1/cases').auth(token, { type: 'bearer' }).send(incident);
    expect(opened.status).toBe(201);
    const theirs = await tokenOf(stranger);
    const foreign = await api()
      .get(`/api/v1/cases/${opened.body.reference}`)
      .auth(theirs, { type: 'bearer' });
    const unknown = await api()
      .get('/api/v1/cases/PAR-26-22222-2')
      .auth(theirs, { type: 'bearer' });
    expect([foreign.status, foreign.body.code]).toEqual([404, 'case-not-found']);
    expect(unknown.status).toBe(404);
    const list = await api().get('/api/v1/cases').auth(theirs, { type: 'bearer' }).expect(200);
    expect(list.body.items).toEqual([]);
  });

  it('takes the same form or call twice and opens one case', async () => {
    const token = await tokenOf(adviser);
    const call = () =>
      api()
        .post('/api/v1/cases')
        .auth(token, { type: 'bearer' })
        .set('Idempotency-Key', 'a-key')
        .send(incident);
    const [first, second] = await Promise.all([call(), call()]);
    expect(first.body.reference).toBe(second.body.reference);
    const kept = await test.app
      .get(Transactions)
      .run(scopeOfActor(adviser.actor), () =>
        test.app
          .get(Transactions)
          .query<{ response: Record<string, string> }>(
            `select response from idempotency_key where key = 'a-key'`,
          ),
      );
    expect(Object.keys(kept[0]!.response)).toEqual(['sealed']);
    const bytes = Buffer.from(kept[0]!.response['sealed']!, 'base64').toString('latin1');
    expect(bytes).not.toContain(first.body.reference);
    await call()
      .send({ ...incident, title: 'Another' })
      .expect(422);
    const visit = await new Visit(test.app).signIn(adviser);
    const one = await visit.send('/cases/new', { ...incident, _once: 'form-1' });
    const two = await visit.send('/cases/new', { ...incident, _once: 'form-1' });
    expect(two.headers['location']).toBe(one.headers['location']);
  });
});
