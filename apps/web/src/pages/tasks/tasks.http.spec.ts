import request from 'supertest';
import { type Case, CaseReadingService, CaseTasks, TasksService } from '#cases';
import { scopeOfActor } from '#identity';
import { newId } from '#kernel';
import { Transactions } from '#platform';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase, rowsAsOwner } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

let test: TestApp;
let adviser: TestPerson;
let colleague: TestPerson;
let approver: TestPerson;
let press: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  const given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  adviser = await given.aPerson(own, 'adviser');
  colleague = await given.aPerson(own, 'adviser');
  approver = await given.aPerson(own, 'approver');
  press = await given.aPerson(own, 'press');
  stranger = await given.aPerson(other, 'adviser');
});
afterAll(() => test.close());

const LATE = '2199-03-01';
const plan = { title: 'Ring the practice manager', dueOn: LATE, assigneeId: null };

/** The API of a case's tasks as one person uses it. */
async function tasksAs(person: TestPerson, { reference }: Case) {
  const scopes = (['case:read', 'case:write', 'case:wall', 'case:read-press'] as const).filter(
    (scope) => person.actor.permissions.has(scope),
  );
  const token = await new Given(test.app).aToken(person, scopes);
  const call = (method: 'get' | 'post' | 'patch', path: string) => {
    const url = `/api/v1/cases/${reference}/tasks${path}`;
    const server = request(test.app.getHttpServer());
    return server[method](url).auth(token, { type: 'bearer' });
  };
  return {
    get: (path = '') => call('get', path),
    post: (path = '') => call('post', path),
    patch: (path: string) => call('patch', path),
  };
}

/** A step of a route that makes its task, as another lib takes it. */
function takeStep(found: Case, stepKey: string): Promise<boolean> {
  const task = { ...plan, title: 'See whether it was removed', origin: 'route' as const, stepKey };
  return test.app
    .get(Transactions)
    .run(scopeOfActor(adviser.actor), () =>
      test.app.get(CaseTasks).make(adviser.actor, found, task),
    );
}

const standing = async ({ reference }: Case) =>
  test.app.get(CaseReadingService).overview(adviser.actor, reference);

describe('a task', () => {
  it('is refused without the right, and is not there for other organisations', async () => {
    const found = await aCase(test, adviser);
    await request(test.app.getHttpServer())
      .get(`/api/v1/cases/${found.reference}/tasks`)
      .expect(401);
    await (await tasksAs(press, found)).get().expect(403);
    await (await tasksAs(stranger, found)).get().expect(404);
    await (await tasksAs(stranger, found)).post().send(plan).expect(404);
    await (await tasksAs(adviser, found)).get(`/${newId()}`).expect(404);
  });

  it('is refused without words, on a day gone by, and for somebody who does not work on cases', async () => {
    const found = await aCase(test, adviser);
    const api = await tasksAs(adviser, found);
    for (const [field, value] of [
      ['title', ''],
      ['dueOn', '2026-02-30'],
      ['dueOn', '2020-01-06'],
      ['assigneeId', press.actor.personId],
    ]) {
      const answer = await api.post().send({ ...plan, [field!]: value });
      expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, `/${field}`]);
    }
    const visit = await new Visit(test.app).signIn(adviser);
    const page = await visit.send(`/cases/${found.reference}/tasks`, { ...plan, title: '' });
    expect(page.text).toContain('Enter what has to be done');
    expect(page.text).toContain(`value="${LATE}"`);
    expect((await api.get()).body.items).toEqual([]);
  });

  it('is added, changed and done on the pages of its case, which count it', async () => {
    const found = await aCase(test, adviser);
    const list = `/cases/${found.reference}/tasks`;
    const visit = await new Visit(test.app).signIn(adviser);
    expect((await visit.open(list)).text).toContain('There is nothing to do on this case');
    await visit.send(list, { ...plan, assigneeId: colleague.actor.personId }).expect(303);
    const page = await visit.open(`/cases/${found.reference}`);
    expect(page.text).toContain('Tasks (1)');
    expect(page.text).toContain(plan.title);
    expect((await visit.open(list)).text).toContain(colleague.actor.name);
    const [task] = await test.app.get(TasksService).list(adviser.actor, found.reference);
    const one = `${list}/${task!.id}`;
    const changed = { title: 'Write to the practice manager', dueOn: '', assigneeId: '' };
    await visit.send(one, { ...changed, version: 1 }).expect(303);
    await visit.send(one, { ...changed, version: 1 }).expect(409);
    await visit.send(`${one}/completion`, {}).expect(303);
    await visit.send(`${one}/completion`, {}).expect(409);
    await visit.send(`${one}/cancellation`, { reason: 'Too late' }).expect(409);
    const ended = await visit.open(one);
    expect(ended.text).toContain('Write to the practice manager');
    expect(ended.text).not.toContain('Mark as done');
    expect((await visit.open(`/cases/${found.reference}`)).text).not.toContain('Tasks (1)');
    const { items } = await test.app
      .get(CaseReadingService)
      .timeline(adviser.actor, found.reference, { limit: 100 });
    const actions = items
      .map(({ action }) => action)
      .filter((action) => action.startsWith('task.'));
    expect(actions).toEqual(['task.done', 'task.changed', 'task.made']);
  });

  it('needs a reason to be cancelled', async () => {
    const found = await aCase(test, adviser);
    const api = await tasksAs(adviser, found);
    const { id } = (await api.post().send(plan).expect(201)).body as { id: string };
    await api.post(`/${id}/cancellation`).send({ reason: ' ' }).expect(422);
    const answer = await api.post(`/${id}/cancellation`).send({ reason: 'They rang us.' });
    expect(answer.body).toMatchObject({ state: 'cancelled', endedReason: 'They rang us.' });
    await api.patch(`/${id}`).send({ title: 'Again', version: 2 }).expect(409);
  });

  it('moves the day that the worklist sorts by, and gives it back when it is done', async () => {
    const found = await aCase(test, adviser);
    const api = await tasksAs(adviser, found);
    const made = await api.post().send({ ...plan, dueOn: '2199-07-01' });
    expect((await standing(found)).dueAt?.toISOString()).toBe('2199-07-01T22:59:59.000Z');
    await api.patch(`/${made.body.id}`).send({ dueOn: '2199-01-07', version: 1 }).expect(200);
    expect((await standing(found)).dueAt?.toISOString()).toBe('2199-01-07T23:59:59.000Z');
    await api.post(`/${made.body.id}/completion`).expect(201);
    expect((await standing(found)).dueAt).toBeNull();
  });

  it('of a step is made once, however often and by however many at once the step is taken', async () => {
    const found = await aCase(test, adviser);
    const tries = await Promise.all([1, 2, 3, 4].map(() => takeStep(found, 'moderator:chase')));
    expect(tries.filter(Boolean)).toHaveLength(1);
    const [task] = await test.app.get(TasksService).list(adviser.actor, found.reference);
    await test.app.get(TasksService).finish(adviser.actor, found.reference, task!.id);
    expect(await takeStep(found, 'moderator:chase')).toBe(false);
    expect(await takeStep(found, 'moderator:appeal')).toBe(true);
    const another = await aCase(test, adviser);
    expect(await takeStep(another, 'moderator:chase')).toBe(true);
    expect((await standing(found)).openTasks).toBe(1);
  });

  it('vanishes with its case behind a wall', async () => {
    const found = await aCase(test, adviser);
    const { id } = (await (await tasksAs(adviser, found)).post().send(plan)).body as { id: string };
    await request(test.app.getHttpServer())
      .put(`/api/v1/cases/${found.reference}/wall`)
      .auth(await new Given(test.app).aToken(approver, ['case:read', 'case:wall']), {
        type: 'bearer',
      })
      .send({ members: [] })
      .expect(200);
    await (await tasksAs(colleague, found)).get(`/${id}`).expect(404);
    const seen = await test.app
      .get(Transactions)
      .run(scopeOfActor(colleague.actor), () =>
        test.app.get(Transactions).query('select id from case_task where id = $1', [id]),
      );
    expect(seen).toEqual([]);
    expect((await rowsAsOwner(test, 'case_task')).some((row) => row.includes(id))).toBe(true);
  });
});

describe('closing a case with open tasks', () => {
  it('asks first, names them, and cancels them with the reason', async () => {
    const found = await aCase(test, adviser);
    const api = await tasksAs(adviser, found);
    const { id } = (await api.post().send(plan)).body as { id: string };
    const visit = await new Visit(test.app).signIn(adviser);
    const closing = `/cases/${found.reference}/closing`;
    expect((await visit.open(closing)).text).toContain(plan.title);
    const form = { outcome: 'kept', reason: 'The doctor took advice elsewhere.' };
    const refused = await visit.send(closing, form);
    expect([refused.status, refused.text.includes('A task is still open')]).toEqual([422, true]);
    expect((await standing(found)).found.state).toBe('open');
    await visit.send(closing, { ...form, cancelTasks: 'on' }).expect(303);
    const task = (await api.get(`/${id}`)).body;
    expect(task).toMatchObject({ state: 'cancelled', endedReason: form.reason });
    await api.post().send(plan).expect(409);
    expect((await visit.open(`/cases/${found.reference}/tasks`)).text).not.toContain('Add a task');
  });
});
