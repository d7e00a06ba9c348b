import request from 'supertest';
import {
  type Case,
  CaseReadingService,
  ConflictsService,
  MembershipService,
  type Parting,
  TasksService,
  WallsService,
} from '#cases';
import { type Permission, PERSON_ONLY, scopeOfActor } from '#identity';
import { Transactions } from '#platform';
import { ReferralsService, WorksheetsService } from '#referrals';
import { DraftCompositionService } from '#responses';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase, decideRoutes } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

let test: TestApp;
let given: Given;
let adviser: TestPerson;
let second: TestPerson;
let lead: TestPerson;
let press: TestPerson;
let stranger: TestPerson;
let employed: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  adviser = await given.aPerson(own, 'adviser');
  second = await given.aPerson(own, 'adviser');
  lead = await given.aPerson(own, 'approver');
  press = await given.aPerson(own, 'press');
  stranger = await given.aPerson(other, 'approver');
  employed = await given.aPerson(other, 'adviser');
});
afterAll(() => test.close());

async function as(person: TestPerson) {
  const scopes = [...person.actor.permissions].filter(
    (right): right is Permission => !PERSON_ONLY.includes(right),
  );
  const token = await given.aToken(person, scopes);
  return (method: 'get' | 'post' | 'put', path: string) =>
    request(test.app.getHttpServer())[method](`/api/v1${path}`).auth(token, { type: 'bearer' });
}

const A_MEMBER = { standing: 'member', checkedHow: 'Membership team', version: 0 };
const NO_MEMBER = { ...A_MEMBER, standing: 'not-member' };

describe('the membership of the doctor', () => {
  it('is kept from others, has to be one of the organisation’s kind, and shows who was faster (seeds row 111)', async () => {
    const found = await aCase(test, adviser);
    const path = `/cases/${found.reference}/membership`;
    await request(test.app.getHttpServer()).get(`/api/v1${path}`).expect(401);
    await (await as(press))('get', path).expect(403);
    await (await as(stranger))('get', path).expect(404);
    const api = await as(adviser);
    expect((await api('get', path).expect(200)).body.membership).toBeNull();
    await api('put', path)
      .send({ ...A_MEMBER, checkedHow: '' })
      .expect(422);
    const employer = { ...A_MEMBER, standing: 'not-asked' };
    expect((await api('put', path).send(employer).expect(422)).body.code).toBe('standing-wrong');
    await api('put', path).send(A_MEMBER).expect(200);
    await api('put', path).send(NO_MEMBER).expect(409);
    const changed = { ...A_MEMBER, standing: 'lapsed', version: 1 };
    const { body } = await api('put', path).send(changed).expect(200);
    expect(body.membership).toMatchObject({ standing: 'lapsed', version: 2 });
  });

  it('names the other defence organisation, and an employer has no members (seeds row 41)', async () => {
    const found = await aCase(test, adviser);
    const url = `/cases/${found.reference}/membership`;
    const visit = await new Visit(test.app).signIn(adviser);
    await visit.open(url);
    const form = { ...A_MEMBER, version: '0', otherOrganisation: 'Another Defence Body' };
    await visit.send(url, form).expect(303);
    expect((await visit.open(url)).text).toContain('Another Defence Body');
    const tasks = await test.app.get(TasksService).list(adviser.actor, found.reference);
    expect(tasks.map(({ title }) => title)).toContainEqual(
      expect.stringContaining('which of the two organisations advises'),
    );
    const theirs = await aCase(test, employed);
    const trust = await new Visit(test.app).signIn(employed);
    const page = await trust.open(`/cases/${theirs.reference}/membership`);
    expect(page.text).toContain('This organisation is the doctor’s employer');
    expect(page.text).not.toContain('value="member"');
    const wrong = test.app.get(MembershipService).record(employed.actor, theirs.reference, {
      standing: 'member',
      otherOrganisation: '',
      checkedHow: 'x',
      version: 0,
    });
    await expect(wrong).rejects.toMatchObject({ code: 'standing-wrong' });
  });

  it('that is none gives public help only, and hands over to a person (seeds row 111)', async () => {
    const found = await aCase(test, adviser);
    const { reference } = found;
    await decideRoutes(test, adviser, reference, [
      'no_engagement',
      'police_report',
      'data_protection',
    ]);
    const api = await as(adviser);
    await api('put', `/cases/${reference}/membership`).send(NO_MEMBER).expect(200);
    const draft = { template: 'T-PUB-ACK-UK', bodyId: null, given: { inputs: {}, facts: {} } };
    const { actor } = adviser;
    const refusal = { code: 'public-help-only' };
    const drafts = test.app.get(DraftCompositionService);
    await expect(drafts.createFromTemplate(actor, reference, draft)).rejects.toMatchObject(refusal);
    const worksheets = test.app.get(WorksheetsService);
    const opened = worksheets.open(actor, reference, 'no-engagement');
    await expect(opened).rejects.toMatchObject(refusal);
    await expect(
      test.app.get(ReferralsService).make(actor, reference, {
        route: 'data_protection',
        recipient: 'x',
        reason: 'x',
      }),
    ).rejects.toMatchObject(refusal);
    // Nobody is left alone with a danger.
    await worksheets.open(actor, reference, 'police');
    await worksheets.open(actor, reference, 'wellbeing-support');
    const tasks = await test.app.get(TasksService).list(actor, reference);
    expect(tasks.map(({ title }) => title)).toContain(
      'Speak with the doctor, and hand them over to who can advise them',
    );
    const visit = await new Visit(test.app).signIn(adviser);
    const page = await visit.open(`/cases/${reference}/membership`);
    expect(page.text).toContain('Not a member: public help only');
    expect(page.text).toContain('href="/public-help"');
  });
});

describe('the help that anybody may have', () => {
  it('is reached without signing in, holds nothing for members, and disclaims to be advice (seeds row 111)', async () => {
    const visit = new Visit(test.app);
    expect((await visit.open('/requests/new')).text).toContain('href="/public-help"');
    const page = await visit.open('/public-help');
    expect(page.status).toBe(200);
    expect(page.text).toContain('It is not advice about your own case');
    expect(page.text).toContain('own medical defence organisation');
    expect(page.text).not.toContain('020 7946 0100');
    const { body } = await request(test.app.getHttpServer()).get('/api/v1/public-help').expect(200);
    expect(body.disclaimer).toContain('It is not advice about your own case');
    expect(body.contacts.length).toBeGreaterThan(0);
  });

  it('says on the sheets of general guidance that they are no advice (seeds row 111)', async () => {
    const visit = await new Visit(test.app).signIn(adviser);
    for (const sheet of ['/support', '/platforms/google_business']) {
      expect((await visit.open(sheet)).text).toContain('It is not advice about your own case');
    }
  });
});

describe('two members in one dispute', () => {
  const parting = (other: Case, besides: Partial<Parting> = {}): Parting => ({
    other: other.reference,
    adviserId: adviser.actor.personId,
    otherAdviserId: second.actor.personId,
    stays: 'neither',
    reason: 'Two members',
    ...besides,
  });
  const part = (found: Case, other: Case, besides: Partial<Parting> = {}) =>
    test.app.get(ConflictsService).part(lead.actor, found.reference, parting(other, besides));
  const seen = async (person: TestPerson, { reference }: Case) =>
    test.app
      .get(CaseReadingService)
      .get(person.actor, reference)
      .then(
        () => true,
        () => false,
      );

  it('are parted by who may wall cases off, never with one adviser for both (seeds row 41)', async () => {
    const [found, other] = [await aCase(test, adviser), await aCase(test, adviser)];
    const path = `/cases/${found.reference}/conflicts`;
    const same = { ...parting(other), otherAdviserId: adviser.actor.personId };
    await request(test.app.getHttpServer()).post(`/api/v1${path}`).send(same).expect(401);
    await (await as(adviser))('post', path).send(same).expect(403);
    await (await as(stranger))('post', path).send(same).expect(404);
    const api = await as(lead);
    expect((await api('post', path).send(same).expect(422)).body.code).toBe('same-adviser');
    const own = { ...parting(found) };
    expect((await api('post', path).send(own).expect(422)).body.code).toBe('other-case-wrong');
    const both = {
      ...parting(other),
      adviserId: lead.actor.personId,
      stays: 'other',
    };
    expect((await api('post', path).send(both).expect(422)).body.code).toBe('stays-on-wrong-side');
    const notOne = { ...parting(other), otherAdviserId: press.actor.personId };
    expect((await api('post', path).send(notOne).expect(422)).body.code).toBe('not-a-caseworker');
    expect(await seen(second, found)).toBe(true);
  });

  it('have different advisers, and neither sees the other’s case anywhere (seeds row 41)', async () => {
    const about = { url: 'https://one.example/dispute' };
    const [found, other] = [await aCase(test, adviser, about), await aCase(test, adviser, about)];
    const visit = await new Visit(test.app).signIn(lead);
    const url = `/cases/${found.reference}/conflict`;
    await visit.open(url);
    const { stays, ...form } = parting(other);
    const refused = await visit.send(url, form);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('href="#stays"');
    await visit.send(url, { ...form, stays }).expect(303);
    expect([await seen(adviser, found), await seen(adviser, other)]).toEqual([true, false]);
    expect([await seen(second, found), await seen(second, other)]).toEqual([false, true]);
    expect([await seen(lead, found), await seen(lead, other)]).toEqual([false, false]);
    const hers = await new Visit(test.app).signIn(second);
    const pages = [
      '/work?view=all',
      `/find?q=${found.reference}`,
      `/cases/${other.reference}`,
      `/cases/${other.reference}/membership`,
      `/cases/${other.reference}/timeline`,
    ];
    for (const path of pages) {
      expect((await hers.open(path)).text).not.toContain(found.reference);
    }
    const { body } = await (await as(second))('get', `/cases/${other.reference}/conflicts`);
    expect(JSON.stringify(body)).not.toContain(found.reference);
    expect(body.items).toMatchObject([{ reason: 'Two members' }]);
  });

  it('stay parted: nobody of one side is let into the other, by hand or past the code (seeds row 41)', async () => {
    const [found, other] = [await aCase(test, adviser), await aCase(test, second)];
    await part(found, other, { stays: 'this' });
    const walls = test.app.get(WallsService);
    await expect(walls.lift(lead.actor, found.reference)).rejects.toMatchObject({
      code: 'conflict-needs-wall',
    });
    const { candidates } = await walls.get(lead.actor, found.reference);
    expect(candidates.map(({ id }) => id)).not.toContain(second.actor.personId);
    await expect(
      walls.raise(lead.actor, found.reference, [second.actor.personId]),
    ).rejects.toMatchObject({ code: 'wall-member-unknown' });
    const third = await given.aPerson(adviser.actor.organisationId, 'adviser');
    const inside = [adviser.actor.personId, third.actor.personId];
    await walls.raise(lead.actor, found.reference, inside);
    const tx = test.app.get(Transactions);
    for (const person of [adviser, third, lead]) {
      const past = tx.run(scopeOfActor(second.actor), () =>
        tx.query(
          `insert into wall_member (case_id, organisation_id, person_id) values ($1, $2, $3)`,
          [other.id, other.organisationId, person.actor.personId],
        ),
      );
      await expect(past).rejects.toThrow('never let inside');
    }
  });
});

describe('the desks', () => {
  it('lead to the worksheets of their cases, and find what is theirs there', async () => {
    const found = await aCase(test, adviser);
    await decideRoutes(test, adviser, found.reference, ['press_office', 'data_protection']);
    const dpo = await given.aPerson(adviser.actor.organisationId, 'dpo');
    const worksheets = `/cases/${found.reference}/worksheets`;
    for (const [person, desk, own, others] of [
      [press, '/press', 'Press plan', 'Data breach'],
      [dpo, '/data-protection', 'Data breach', 'Press plan'],
    ] as const) {
      const visit = await new Visit(test.app).signIn(person);
      const page = await visit.open(`${desk}/${found.reference}`);
      expect(page.text).toContain(`href="${worksheets}"`);
      const list = await visit.open(worksheets);
      expect(list.text).toContain(own);
      expect(list.text).not.toContain(others);
    }
  });
});
