import request from 'supertest';
import { CaseReadingService, PatientFactsService } from '#cases';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase, decideRoutes, rowsAsOwner } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { trailOf } from '../../../../../test/support/trail.js';

const NAME = 'Zephyrine Quillfeather';

describe('patient facts', () => {
  let test: TestApp;
  let owner: TestPerson;
  let colleague: TestPerson;
  let dpo: TestPerson;
  let manager: TestPerson;
  let stranger: TestPerson;
  let reference: string;

  beforeAll(async () => {
    test = await startTestApp();
    const given = new Given(test.app);
    const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
    owner = await given.aPerson(own, 'adviser');
    colleague = await given.aPerson(own, 'adviser');
    dpo = await given.aPerson(own, 'dpo');
    manager = await given.aPerson(own, 'manager');
    stranger = await given.aPerson(other, 'adviser');
    reference = (await aCase(test, owner)).reference;
  });
  afterAll(() => test.close());

  const api = () => request(test.app.getHttpServer());
  const token = (person: TestPerson) =>
    new Given(test.app).aToken(
      person,
      (
        [
          'case:read',
          'case:write',
          'patient-fact:read',
          'patient-fact:write',
          'report:read',
          'case:read-data-protection',
        ] as const
      ).filter((scope) => person.actor.permissions.has(scope)),
    );
  const url = () => `/api/v1/cases/${reference}/patient-facts`;
  const eventsOf = async ({ actor }: TestPerson) => {
    const found = await test.app.get(CaseReadingService).get(actor, reference);
    return trailOf(test, actor, found.id);
  };
  const readings = async () =>
    (await eventsOf(owner)).filter(({ action }) => action === 'patient-facts.viewed');

  it('are refused without a session, without the right, and in another organisation', async () => {
    expect((await new Visit(test.app).open(`/cases/${reference}/patient`)).status).toBe(303);
    await api().get(url()).expect(401);
    await api()
      .get(url())
      .auth(await token(manager), { type: 'bearer' })
      .expect(403);
    await api()
      .get(`${url()}?reason=supervising`)
      .auth(await token(stranger), { type: 'bearer' })
      .expect(404);
    const visit = await new Visit(test.app).signIn(stranger);
    expect((await visit.open(`/cases/${reference}/patient`)).status).toBe(404);
    expect(await readings()).toEqual([]);
  });

  it('are refused to a colleague who gives no reason, and nothing is shown', async () => {
    await api()
      .post(url())
      .auth(await token(owner), { type: 'bearer' })
      .send({ kind: 'name', value: NAME })
      .expect(201);
    const answer = await api()
      .get(url())
      .auth(await token(colleague), { type: 'bearer' })
      .expect(422);
    expect(answer.body).toMatchObject({ code: 'reading-reason-needed' });
    const visit = await new Visit(test.app).signIn(colleague);
    const page = await visit.open(`/cases/${reference}/patient`);
    expect(page.text).not.toContain(NAME);
    expect(page.text).toContain('Why do you need to see them?');
    const empty = await visit.send(`/cases/${reference}/patient/reading`, {});
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Choose why you need to read them');
    expect(await readings()).toEqual([]);
  });

  it('say beside the field what is wrong with a value, and keep it', async () => {
    const visit = await new Visit(test.app).signIn(owner);
    const answer = await visit.send(`/cases/${reference}/patient`, { kind: 'nhs', value: '12345' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Enter 10 digits');
    expect(answer.text).toContain('value="12345"');
    await api()
      .post(url())
      .auth(await token(owner), { type: 'bearer' })
      .send({ kind: 'name', value: 'turned \u202Eround' })
      .expect(422);
  });

  it('say of who has died that every rule stays (seeds row 82)', async () => {
    const died = (value: string) => ({ kind: 'died', value });
    const page = `/cases/${(await aCase(test, owner)).reference}/patient`;
    const visit = await new Visit(test.app).signIn(owner);
    const ahead = await visit.send(page, died('1/1/2199'));
    expect([ahead.status, ahead.text.includes('cannot be in the future')]).toEqual([422, true]);
    expect((await visit.open(page)).text).not.toContain('has died');
    await visit.send(page, died('3/1/2026')).expect(303);
    expect((await visit.open(page)).text).toContain(
      'This patient has died. Every rule stays as it is',
    );
  });

  it('leave an event for every reading, with the reason, in page and API', async () => {
    const before = (await readings()).length;
    const visit = await new Visit(test.app).signIn(colleague);
    const sent = await visit.send(`/cases/${reference}/patient/reading`, { reason: 'supervising' });
    const page = await visit.open(sent.headers['location']!);
    expect(page.text).toContain(NAME);
    expect(page.headers['cache-control']).toBe('no-store');
    const read = await api()
      .get(`${url()}?reason=checking-a-draft`)
      .auth(await token(colleague), { type: 'bearer' })
      .expect(200);
    expect(read.body.items).toMatchObject([{ kind: 'name', value: NAME }]);
    await (await new Visit(test.app).signIn(owner)).open(`/cases/${reference}/patient`);
    expect((await readings()).slice(before)).toMatchObject([
      { actorId: colleague.actor.personId, detail: { reason: 'supervising' } },
      { actorId: colleague.actor.personId, detail: { reason: 'checking-a-draft' } },
      { actorId: owner.actor.personId, detail: { reason: 'owner' } },
    ]);
  });

  it('stand nowhere in clear: not in the tables, not in kept answers, not in the trail', async () => {
    const hostile = `<img src=x onerror=alert(1)> ${NAME} 👩‍⚕️`;
    const visit = await new Visit(test.app).signIn(owner);
    const fields = { kind: 'alias', value: hostile, _once: 'patient-form' };
    const added = await visit.send(`/cases/${reference}/patient`, fields);
    expect(added.headers['location']).toBe(`/cases/${reference}/patient`);
    const page = await visit.open(`/cases/${reference}/patient`);
    expect(page.text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page.text).not.toContain('<img');
    await api()
      .post(url())
      .auth(await token(owner), { type: 'bearer' })
      .set('Idempotency-Key', 'fact-1')
      .send({ kind: 'dob', value: '9/3/2001' })
      .expect(201);
    for (const table of ['patient_fact', 'idempotency_key', 'audit_event', 'outbox', 'session']) {
      const rows = await rowsAsOwner(test, table);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows)
        expect(row).not.toMatch(/Zephyrine|Quillfeather|2001-03-09|9\/3\/2001/);
    }
  });

  it('are in no list and on no other page of the case', async () => {
    const visit = await new Visit(test.app).signIn(owner);
    for (const path of ['/work', `/cases/${reference}`, `/cases/${reference}/timeline`]) {
      expect((await visit.open(path)).text).not.toContain('Quillfeather');
    }
  });

  it('are removed by their own case only', async () => {
    const bearer = await token(owner);
    const other = await aCase(test, owner);
    const listed = await api().get(url()).auth(bearer, { type: 'bearer' });
    const id: string = listed.body.items[0].id;
    await api()
      .delete(`/api/v1/cases/${other.reference}/patient-facts/${id}`)
      .auth(bearer, { type: 'bearer' })
      .expect(404);
    await api().delete(`${url()}/${id}`).auth(bearer, { type: 'bearer' }).expect(204);
    const left = await api().get(url()).auth(bearer, { type: 'bearer' });
    expect(left.body.items).toHaveLength(listed.body.items.length - 1);
  });

  it('open to data protection on its own cases only, and with a reason', async () => {
    const bearer = await token(dpo);
    const desk = `/api/v1/data-protection-cases/${reference}`;
    await api().get(`${url()}?reason=data-protection`).auth(bearer, { type: 'bearer' }).expect(404);
    await api().get(desk).auth(bearer, { type: 'bearer' }).expect(404);
    await decideRoutes(test, owner, reference, ['moderator_report', 'data_protection']);
    await api().get(`${desk}/patient-facts`).auth(bearer, { type: 'bearer' }).expect(422);
    const read = await api()
      .get(`${desk}/patient-facts?reason=data-protection`)
      .auth(bearer, { type: 'bearer' })
      .expect(200);
    expect(read.body.items.length).toBeGreaterThan(0);
    const visit = await new Visit(test.app).signIn(dpo);
    expect((await visit.open(`/data-protection/${reference}`)).text).toContain('Waited an hour.');
    const closed = await visit.open(`/data-protection/${reference}/patient`);
    expect(closed.text).not.toContain('Quillfeather');
    const sent = await visit.send(`/data-protection/${reference}/patient/reading`, {
      reason: 'data-protection',
    });
    expect((await visit.open(sent.headers['location']!)).text).toContain('Quillfeather');
    expect((await readings()).at(-1)).toMatchObject({ actorId: dpo.actor.personId });
  });

  it('reach the guard as its context, without counting as a reading', async () => {
    const service = test.app.get(PatientFactsService);
    const found = await test.app.get(CaseReadingService).get(owner.actor, reference);
    await service.add(owner.actor, reference, { kind: 'name', value: 'Ottoline Marsh' });
    await service.add(owner.actor, reference, { kind: 'nhs', value: '943 476 5919' });
    const before = (await readings()).length;
    const context = await service.guardContext(owner.actor, found);
    expect(context).toMatchObject({
      patient: {
        names: expect.arrayContaining(['Ottoline Marsh']),
        dob: '2001-03-09',
        identifiers: { nhs: '9434765919' },
      },
      organisation: { emails: ['feedback@organisation.example', 'press@organisation.example'] },
      post: { platform: 'google_business' },
    });
    expect((await readings()).length).toBe(before);
  });
});
