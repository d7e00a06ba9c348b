import request from 'supertest';
import { PeopleService } from '#identity';
import {
  ConflictChecks,
  ConflictsService,
  PartiesService,
  TasksService,
  WallsService,
} from '#cases';
import { aCase } from '../../../../../test/support/casework.js';
import { Given } from '../../../../../test/support/given.js';
import { peopleOf, type SignedIn } from '../../../../../test/support/steps/people.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

describe('a colleague in a case', () => {
  let test: TestApp;
  let adviser: SignedIn;
  let second: SignedIn;
  let lead: SignedIn;
  let stranger: SignedIn;

  beforeAll(async () => {
    test = await startTestApp();
    const roles = ['adviser', 'adviser', 'approver'] as const;
    [adviser, second, lead] = await peopleOf(test, 'mdo', roles);
    [stranger] = await peopleOf(test, 'trust', ['approver']);
  });
  afterAll(() => test.close());

  const A_CASE = { doctorName: 'Dr Petra Waxwing' };
  const nameOf = async (name: string, doctorName = 'Dr Alba Own') => {
    const found = await aCase(test, adviser, { doctorName });
    const form = { role: 'colleague', name };
    const answer = await adviser.visit.send(`/cases/${found.reference}/parties`, form).expect(303);
    return { found, answer, path: `/cases/${found.reference}/membership` };
  };
  const api = async (person: SignedIn) => {
    const walls = person === lead ? (['case:wall'] as const) : [];
    const token = await new Given(test.app).aToken(person, ['case:read', ...walls]);
    return (method: 'get' | 'post', path: string) =>
      request(test.app.getHttpServer())[method](`/api/v1${path}`).auth(token, { type: 'bearer' });
  };

  it('is nobody’s business where the name is not known, is the doctor’s own, or no name at all (seeds row 71)', async () => {
    await aCase(test, adviser, A_CASE);
    for (const name of ['Petra Somebodyelse', 'Otto Waxwing', 'waxwing', 'Alba Own']) {
      const { answer, path } = await nameOf(name);
      expect(answer.headers['location']).toContain('/parties');
      expect((await adviser.visit.open(path)).text).not.toContain('has to be looked at');
    }
  });

  it('who has a case of their own is told to the adviser without that case, and to who decides with it (seeds row 71)', async () => {
    const other = await aCase(test, second, { ...A_CASE, title: 'Yellowhammer' });
    const walled = await aCase(test, second, A_CASE);
    await test.app.get(WallsService).raise(lead.actor, walled.reference, [second.actor.personId]);
    await test.app
      .get(WallsService)
      .raise(lead.actor, other.reference, [second.actor.personId, lead.actor.personId]);
    const { found, answer, path } = await nameOf('Prof. P. Waxwing');
    expect(answer.headers['location']).toContain('/membership');
    const page = await adviser.visit.open(path);
    expect(page.text).toContain('Say nothing of it to either side');
    for (const secret of [
      other.reference,
      walled.reference,
      'Yellowhammer',
      'Record the decision',
    ]) {
      expect(page.text).not.toContain(secret);
    }
    const { body } = await (await api(adviser))('get', `/cases/${found.reference}/conflict-checks`);
    expect(Object.keys(body.items[0] as object)).not.toContain('others');
    expect(JSON.stringify(body)).not.toContain(other.reference);
    expect((await lead.visit.open(path)).text).toContain(other.reference);
    const tasks = await test.app.get(TasksService).list(adviser.actor, found.reference);
    expect(tasks.map(({ title }) => title)).toContainEqual(expect.stringContaining('conflict of'));
  });

  it('who works here is seen too, and the name stays sealed (seeds row 71)', async () => {
    await test.app.get(PeopleService).addPerson(adviser.actor.organisationId, {
      name: 'Dr Thekla Dúnlin',
      email: 'dunlin@organisation.example',
      password: 'correct horse battery staple',
      role: 'doctor',
    });
    const { path } = await nameOf('T Dunlin');
    expect((await adviser.visit.open(path)).text).not.toContain('of this organisation bears');
    expect((await lead.visit.open(path)).text).toContain('Somebody of this organisation bears');
  });

  it('is asked once for each of many who are added at the same moment', async () => {
    await aCase(test, second, A_CASE);
    const { reference } = await aCase(test, adviser, { ...A_CASE, doctorName: 'Alba Own' });
    const token = await new Given(test.app).aToken(adviser, ['case:read', 'case:write']);
    const adding = Array.from({ length: 8 }, () =>
      request(test.app.getHttpServer())
        .post(`/api/v1/cases/${reference}/parties`)
        .auth(token, { type: 'bearer' })
        .send({ role: 'colleague', name: 'Petra Waxwing' }),
    );
    const answers = await Promise.all(adding);
    expect(answers.map(({ status }) => status)).toEqual(adding.map(() => 201));
    const checks = await test.app.get(ConflictChecks).list(adviser.actor, reference);
    expect(checks).toHaveLength(adding.length);
  });

  it('is decided by who may wall cases off alone, with a reason, and only after it was done (seeds row 71)', async () => {
    await aCase(test, adviser, A_CASE);
    const { found, path } = await nameOf('Petra Waxwing');
    const list = `/cases/${found.reference}/conflict-checks`;
    const { body } = await (await api(lead))('get', list).expect(200);
    const decision = `${list}/${body.items[0].id}/decision`;
    const given = { decision: 'walled', reason: 'Works with the doctor' };
    await request(test.app.getHttpServer()).post(`/api/v1${decision}`).send(given).expect(401);
    await adviser.visit.send(`${list}/${body.items[0].id}`, given).expect(403);
    await stranger.visit.send(`${list}/${body.items[0].id}`, given).expect(404);
    const call = await api(lead);
    await call('post', decision)
      .send({ ...given, reason: '' })
      .expect(422);
    expect((await call('post', decision).send(given).expect(409)).body.code).toBe('not-walled-yet');
    const parted = { ...given, decision: 'parted' };
    expect((await call('post', decision).send(parted).expect(409)).body.code).toBe(
      'not-parted-yet',
    );
    await test.app.get(WallsService).raise(lead.actor, found.reference, [adviser.actor.personId]);
    await lead.visit.send(`${list}/${body.items[0].id}`, given).expect(303);
    await call('post', decision).send(given).expect(404);
    expect((await adviser.visit.open(path)).text).toContain('Works with the doctor');
  });

  it('has a form for each check, and what is wrong with one is said beside that one (seeds row 71)', async () => {
    await aCase(test, second, A_CASE);
    const { found, path } = await nameOf('Petra Waxwing');
    const again = { role: 'colleague', name: 'Prof. P. Waxwing' };
    await adviser.visit.send(`/cases/${found.reference}/parties`, again).expect(303);
    const list = `/cases/${found.reference}/conflict-checks`;
    const { body } = await (await api(lead))('get', list).expect(200);
    await lead.visit.open(path);
    const answer = await lead.visit.send(`${list}/${body.items[1].id}`, { decision: 'none' });
    expect(answer.status).toBe(422);
    const forms = answer.text.split('<form ').filter((form) => form.includes('/conflict-checks/'));
    expect(forms.map((form) => form.includes('govuk-error-message'))).toEqual([false, true]);
    expect(forms.map((form) => form.includes('checked'))).toEqual([false, true]);
    expect(forms[1]).toContain('id="reason"');
    const ids = [...answer.text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(new Set(ids).size);
  });

  it('is settled by parting the two cases (seeds rows 41, 71)', async () => {
    const other = await aCase(test, second, A_CASE);
    const { found, path } = await nameOf('Petra Waxwing');
    await test.app.get(ConflictsService).part(lead.actor, found.reference, {
      other: other.reference,
      adviserId: adviser.actor.personId,
      otherAdviserId: second.actor.personId,
      stays: 'neither',
      reason: 'Two members',
    });
    const page = await adviser.visit.open(path);
    expect(page.text).toContain('each with an adviser of its own');
    expect(page.text).not.toContain(other.reference);
    const parties = await test.app.get(PartiesService).list(adviser.actor, found.reference);
    expect(parties).toHaveLength(1);
  });
});
