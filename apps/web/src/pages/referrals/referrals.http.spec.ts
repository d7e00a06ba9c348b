import request from 'supertest';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase, decideRoutes, rowsAsOwner } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { trailOf } from '../../../../../test/support/trail.js';

let test: TestApp;
let adviser: TestPerson;
let approver: TestPerson;
let press: TestPerson;
let dpo: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  const given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  adviser = await given.aPerson(own, 'adviser');
  approver = await given.aPerson(own, 'approver');
  press = await given.aPerson(own, 'press');
  dpo = await given.aPerson(own, 'dpo');
  stranger = await given.aPerson(other, 'press');
});
afterAll(() => test.close());

const api = () => request(test.app.getHttpServer());
const tokenOf = (person: TestPerson) =>
  new Given(test.app).aToken(
    person,
    (
      [
        'case:read',
        'case:write',
        'case:wall',
        'case:read-press',
        'case:read-data-protection',
      ] as const
    ).filter((scope) => person.actor.permissions.has(scope)),
  );
const today = () => new Date().toISOString().slice(0, 10);

describe('referrals', () => {
  const given = { route: 'moderator_report', recipient: 'Reviews team', reason: 'Names a child' };

  it('are never made by themselves: deciding routes and handling a case makes none', async () => {
    const found = await aCase(test, adviser);
    await decideRoutes(test, adviser, found.reference, ['moderator_report', 'police_report']);
    const bearer = await tokenOf(adviser);
    await api()
      .post(`/api/v1/cases/${found.reference}/closure`)
      .auth(bearer, { type: 'bearer' })
      .send({ outcome: 'kept', reason: 'Nothing came.' })
      .expect(201);
    expect(await rowsAsOwner(test, 'referral')).toEqual([]);
    const jobs = await rowsAsOwner(test, 'outbox');
    expect(jobs.filter((row) => /refer/.test(row.replaceAll('refresh', '')))).toEqual([]);
  });

  it('are refused without the right, and on a route that nobody decided', async () => {
    const { reference } = await aCase(test, adviser);
    const url = `/api/v1/cases/${reference}/referrals`;
    await api().post(url).send(given).expect(401);
    await api()
      .post(url)
      .auth(await tokenOf(press), { type: 'bearer' })
      .send(given)
      .expect(403);
    const bearer = await tokenOf(adviser);
    const answer = await api().post(url).auth(bearer, { type: 'bearer' }).send(given).expect(422);
    expect(answer.body).toMatchObject({ code: 'route-not-decided' });
    const visit = await new Visit(test.app).signIn(adviser);
    const page = await visit.open(`/cases/${reference}/referrals`);
    expect(page.text).toContain('A referral follows a decision');
    const empty = await visit.send(`/cases/${reference}/referrals`, {
      reason: 'Kept <b>words</b>',
    });
    expect(empty.status).toBe(422);
  });

  it('are made, sent, answered by a named person, each step with its event', async () => {
    const found = await aCase(test, adviser);
    await decideRoutes(test, adviser, found.reference, ['no_engagement', 'moderator_report']);
    const visit = await new Visit(test.app).signIn(adviser);
    const list = `/cases/${found.reference}/referrals`;
    await visit.open(list);
    const refused = await visit.send(list, { ...given, recipient: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Enter the recipient');
    expect(refused.text).toContain('Names a child');
    const made = await visit.send(list, given).expect(303);
    const page = made.headers['location']!;
    expect((await visit.open(page)).text).toContain(adviser.actor.name);
    const early = { answeredOn: today(), outcome: 'Removed' };
    await visit.send(`${page}/answer`, early).expect(409);
    await visit.send(`${page}/sending`, { sentOn: '2199-01-01' }).expect(422);
    await visit.send(`${page}/sending`, { sentOn: today(), theirReference: 'RT-77' }).expect(303);
    await visit.send(`${page}/answer`, early).expect(303);
    await visit.send(`${page}/withdrawal`, { outcome: 'No' }).expect(409);
    const id = page.split('/').at(-1)!;
    const read = await api()
      .get(`/api/v1${list}/${id}`)
      .auth(await tokenOf(approver), { type: 'bearer' })
      .expect(200);
    expect(read.body).toMatchObject({
      state: 'answered',
      theirReference: 'RT-77',
      sentOn: today(),
      decidedByName: adviser.actor.name,
    });
    const events = await trailOf(test, adviser.actor, found.id);
    const own = events.filter(({ action }) => action.startsWith('referral.'));
    expect(own.map(({ action }) => action)).toEqual([
      'referral.made',
      'referral.sent',
      'referral.answered',
    ]);
    expect(own.every(({ actorId }) => actorId === adviser.actor.personId)).toBe(true);
    expect(JSON.stringify(events)).not.toContain('Names a child');
  });

  it('of another case are not found', async () => {
    const [one, two] = [await aCase(test, adviser), await aCase(test, adviser)];
    await decideRoutes(test, adviser, one.reference, ['moderator_report']);
    const bearer = await tokenOf(adviser);
    const made = await api()
      .post(`/api/v1/cases/${one.reference}/referrals`)
      .auth(bearer, { type: 'bearer' })
      .send(given)
      .expect(201);
    await api()
      .post(`/api/v1/cases/${two.reference}/referrals/${made.body.id}/withdrawal`)
      .auth(bearer, { type: 'bearer' })
      .send({ outcome: 'x' })
      .expect(404);
  });
});

describe('the desks of press and data protection', () => {
  const secret = { title: 'Written by Dr Secretname', postText: 'My GP Secretname hurt me' };

  it('are closed to others, and to each other', async () => {
    for (const [person, path] of [
      [adviser, '/press'],
      [dpo, '/press'],
      [press, '/data-protection'],
      [adviser, '/data-protection'],
    ] as const) {
      const visit = await new Visit(test.app).signIn(person);
      expect((await visit.open(path)).status).toBe(403);
    }
    const bearer = await tokenOf(press);
    await api().get('/api/v1/data-protection-cases').auth(bearer, { type: 'bearer' }).expect(403);
    await api().get('/api/v1/cases').auth(bearer, { type: 'bearer' }).expect(403);
  });

  it('show the press officer the safe summary of press cases and of nothing else', async () => {
    const found = await aCase(test, adviser, {
      ...secret,
      doctorName: 'Secretname',
      handle: 'Secretname',
    });
    const other = await aCase(test, adviser);
    await decideRoutes(test, adviser, found.reference, ['private_contact', 'press_office']);
    await decideRoutes(test, adviser, other.reference, ['moderator_report']);
    const visit = await new Visit(test.app).signIn(press);
    const bearer = await tokenOf(press);
    const list = await visit.open('/press');
    expect(list.text).toContain(found.reference);
    expect(list.text).not.toContain(other.reference);
    const page = await visit.open(`/press/${found.reference}`);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('Private contact');
    const read = await api()
      .get(`/api/v1/press-cases/${found.reference}`)
      .auth(bearer, { type: 'bearer' })
      .expect(200);
    expect(Object.keys(read.body as object).sort()).toEqual([
      'deadlineAt',
      'jurisdiction',
      'openEnquiries',
      'outlet',
      'reference',
      'state',
      'summary',
    ]);
    const listed = await api().get('/api/v1/press-cases').auth(bearer, { type: 'bearer' });
    for (const text of [list.text, page.text, read.text, listed.text]) {
      expect(text).not.toContain('Secretname');
    }
    await api()
      .get(`/api/v1/press-cases/${other.reference}`)
      .auth(bearer, { type: 'bearer' })
      .expect(404);
    for (const path of ['', '/notes', '/patient', '/referrals', '/timeline']) {
      expect((await visit.open(`/cases/${found.reference}${path}`)).status).toBe(403);
    }
    const foreign = await new Visit(test.app).signIn(stranger);
    expect((await foreign.open(`/press/${found.reference}`)).status).toBe(404);
  });

  it('lose sight of a walled case, unless they are let inside', async () => {
    const found = await aCase(test, adviser);
    await decideRoutes(test, adviser, found.reference, ['press_office', 'data_protection']);
    const bearer = await tokenOf(approver);
    const wall = (members: string[]) =>
      api()
        .put(`/api/v1/cases/${found.reference}/wall`)
        .auth(bearer, { type: 'bearer' })
        .send({ members })
        .expect(200);
    const seen = async () => {
      const [one, two] = [
        await new Visit(test.app).signIn(press),
        await new Visit(test.app).signIn(dpo),
      ];
      const texts = [await one.open('/press'), await two.open('/data-protection')];
      return texts.map(({ text }) => text.includes(found.reference));
    };
    expect(await seen()).toEqual([true, true]);
    await wall([]);
    expect(await seen()).toEqual([false, false]);
    await wall([press.actor.personId]);
    expect(await seen()).toEqual([true, false]);
  });

  it('go on page by page, newest first', async () => {
    const references: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const { reference } = await aCase(test, adviser);
      await decideRoutes(test, adviser, reference, ['data_protection']);
      references.unshift(reference);
    }
    const bearer = await tokenOf(dpo);
    const url = '/api/v1/data-protection-cases?limit=2';
    const one = await api().get(url).auth(bearer, { type: 'bearer' });
    const two = await api().get(`${url}&cursor=${one.body.next}`).auth(bearer, { type: 'bearer' });
    const shown = [...one.body.items, ...two.body.items].map(
      (item: { reference: string }) => item.reference,
    );
    expect(shown.slice(0, 3)).toEqual(references);
  });
});
