import request from 'supertest';
import { TasksService, WallsService } from '#cases';
import { type Permission, scopeOfActor } from '#identity';
import { newId } from '#kernel';
import { Transactions } from '#platform';
import { type Draft, DraftCompositionService } from '#responses';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase, rowsAsOwner } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

const REPLY = { template: 'T-PUB-ACK-UK', given: { inputs: {}, facts: {} }, bodyId: null };
const DANGER = {
  reason: 'The writer says that they will not live until tomorrow.',
  isLifeInDanger: 'true',
  isWaiverKnown: 'true',
};
const REVIEW = { verdict: 'wrong', note: 'Nobody was in danger.' };

let test: TestApp;
let given: Given;
let adviser: TestPerson;
let lead: TestPerson;
let second: TestPerson;
let dpo: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  adviser = await given.aPerson(own, 'adviser');
  lead = await given.aPerson(own, 'approver');
  second = await given.aPerson(own, 'approver');
  dpo = await given.aPerson(own, 'dpo');
  stranger = await given.aPerson(other, 'approver');
});
afterAll(() => test.close());

interface Standing {
  readonly draft: Draft;
  readonly reference: string;
  readonly page: string;
}

async function aDraft(): Promise<Standing> {
  const { reference } = await aCase(test, adviser);
  const composition = test.app.get(DraftCompositionService);
  const draft = await composition.createFromTemplate(adviser.actor, reference, REPLY);
  return { draft, reference, page: `/cases/${reference}/drafts/${draft.id}/break-glass` };
}

const visitOf = (person: TestPerson) => new Visit(test.app).signIn(person);

async function released(): Promise<Standing> {
  const made = await aDraft();
  const visit = await visitOf(lead);
  await visit.send(made.page, { textHash: made.draft.textHash, ...DANGER }).expect(303);
  return made;
}

async function tasksOf({ reference }: Standing) {
  const [task] = await test.app.get(TasksService).list(adviser.actor, reference);
  return { task: task!, path: `/cases/${reference}/tasks/${task!.id}` };
}

async function called(
  method: 'get' | 'post',
  path: string,
  { by, scopes, body }: { by: TestPerson; scopes: Permission[]; body?: object },
) {
  const call = request(test.app.getHttpServer())[method](`/api/v1${path}`);
  return call.auth(await given.aToken(by, scopes), { type: 'bearer' }).send(body);
}

describe('breaking the glass over HTTP', () => {
  it('is refused to whoever is not signed in, to programs of anybody, and without the right', async () => {
    const { draft, page } = await aDraft();
    const body = { textHash: draft.textHash, ...DANGER, isLifeInDanger: true, isWaiverKnown: true };
    const server = request(test.app.getHttpServer());
    for (const path of ['break-glass', 'break-glass/review']) {
      await server.post(`/api/v1/drafts/${draft.id}/${path}`).send(body).expect(401);
      const by = { by: lead, scopes: ['case:read', 'draft:write'] as Permission[] };
      const answer = await called('post', `/drafts/${draft.id}/${path}`, { ...by, body });
      expect([answer.status, answer.body.code]).toEqual([403, 'permission-missing']);
    }
    await server.get('/api/v1/break-glass').expect(401);
    const watching = { by: adviser, scopes: ['case:read'] as Permission[] };
    expect((await called('get', '/break-glass', watching)).status).toBe(403);
    await new Visit(test.app).open(page).then(({ status }) => expect(status).toBe(303));
    const clerk = await visitOf(adviser);
    await clerk.send(page, { textHash: draft.textHash, ...DANGER }).expect(403);
    await clerk.send(`${page}/review`, REVIEW).expect(403);
  });

  it('is not there for another organisation, under another case, and behind a wall', async () => {
    const [one, other] = [await aDraft(), await released()];
    const form = { textHash: one.draft.textHash, ...DANGER };
    await (await visitOf(stranger)).send(one.page, form).expect(404);
    const visit = await visitOf(second);
    await visit.send(one.page.replace(one.reference, other.reference), form).expect(404);
    await visit.send(one.page.replace(one.draft.id, newId()), form).expect(404);
    await visit.send(`${one.page}/review`, REVIEW).expect(404);
    await test.app.get(WallsService).raise(lead.actor, other.reference, []);
    await visit.send(`${other.page}/review`, REVIEW).expect(404);
  });

  it('asks again for what is not said, and keeps what was typed', async () => {
    const { draft, page } = await aDraft();
    const visit = await visitOf(lead);
    const blank = { textHash: draft.textHash, reason: '  ' };
    const answer = await visit.send(page, blank).expect(422);
    for (const field of ['isLifeInDanger', 'reason', 'isWaiverKnown']) {
      expect(answer.text).toContain(`href="#${field}"`);
    }
    await visit.send(page, { ...DANGER, textHash: 'not a hash' }).expect(422);
    await visit.send(page, { ...DANGER, textHash: '0'.repeat(64) }).expect(409);
  });

  it('happens once, and is reviewed once, by somebody else who says what they found', async () => {
    const { draft, page } = await released();
    const visit = await visitOf(lead);
    await visit.send(page, { textHash: draft.textHash, ...DANGER }).expect(409);
    await visit.send(`${page}/review`, REVIEW).expect(403);
    const other = await visitOf(second);
    const mute = await other.send(`${page}/review`, { verdict: 'wrong', note: ' ' }).expect(422);
    expect(mute.text).toContain('href="#note"');
    const wrong = await other.send(`${page}/review`, { ...REVIEW, verdict: 'fine' }).expect(422);
    expect(wrong.text).toContain(REVIEW.note);
    await other.send(`${page}/review`, REVIEW).expect(303);
    await other.send(`${page}/review`, { ...REVIEW, verdict: 'right' }).expect(409);
    const listed = await called('get', '/break-glass', { by: dpo, scopes: ['audit:read'] });
    const row = listed.body.items.find(({ draftId }: { draftId: string }) => draftId === draft.id);
    expect(row).toMatchObject({ verdict: 'wrong', reviewedByName: second.actor.name });
    expect(JSON.stringify(listed.body)).not.toContain(DANGER.reason);
  });
});

describe('the task to review such a release', () => {
  it('is neither finished, cancelled, put off nor renamed by anybody, on the pages and over the API', async () => {
    const made = await released();
    const { task, path } = await tasksOf(made);
    const later = { title: task.title, dueOn: '2199-01-07', assigneeId: '', version: 1 };
    for (const person of [adviser, lead, second]) {
      const visit = await visitOf(person);
      await visit.send(`${path}/completion`, {}).expect(409);
      await visit.send(`${path}/cancellation`, { reason: 'Not needed' }).expect(409);
      await visit.send(path, later).expect(409);
      await visit.send(path, { ...later, dueOn: task.dueOn, title: 'Tea' }).expect(409);
    }
    const writing = { by: lead, scopes: ['case:read', 'case:write'] as Permission[] };
    const answer = await called('post', `${path}/completion`, writing);
    expect([answer.status, answer.body.code]).toEqual([409, 'task-ends-with-step']);
    const page = (await (await visitOf(lead)).open(path)).text;
    expect(page).toContain('It ends when that is done');
    expect(page).not.toMatch(/Mark as done|Cancel the task/);
    const given = { ...later, dueOn: task.dueOn, assigneeId: second.actor.personId };
    await (await visitOf(lead)).send(path, given).expect(303);
    expect((await tasksOf(made)).task).toMatchObject({ state: 'open', dueOn: task.dueOn });
  });

  it('keeps its case open, and ends with the review', async () => {
    const made = await released();
    const closing = `/cases/${made.reference}/closing`;
    const closure = { outcome: 'kept', reason: 'It is over.', cancelTasks: 'on' };
    const visit = await visitOf(lead);
    const refused = await visit.send(closing, closure).expect(409);
    expect(refused.text).toContain('This case cannot be closed yet');
    await (await visitOf(second)).send(`${made.page}/review`, REVIEW).expect(303);
    expect((await tasksOf(made)).task).toMatchObject({
      state: 'done',
      endedByName: second.actor.name,
    });
    await visit.send(closing, closure).expect(303);
  });

  it('is not ended, and no review is signed for another or by an author, in SQL', async () => {
    const made = await released();
    const inSql = (person: TestPerson, sql: string, values: unknown[]) => {
      const tx = test.app.get(Transactions);
      return tx.run(scopeOfActor(person.actor), () => tx.query(sql, values));
    };
    const { task } = await tasksOf(made);
    const end = `update case_task set state = 'done', ended_at = now() where id = $1`;
    await expect(inSql(lead, end, [task.id])).rejects.toThrow('a review ends its task');
    const free = 'update case_task set ends_with_step = false where id = $1';
    await expect(inSql(lead, free, [task.id])).rejects.toThrow('stays as it is');
    const sign = `update break_glass set reviewed_by = $2, reviewed_at = now(), verdict = 'right',
      review_note = 'Fine' where draft_id = $1`;
    for (const [by, name] of [
      [lead, second],
      [adviser, adviser],
    ] as const) {
      await expect(inSql(by, sign, [made.draft.id, name.actor.personId])).rejects.toThrow(
        'who reviews signs',
      );
    }
    const { draft } = await aDraft();
    const letOut = `update draft set state = 'released', approved_hash = text_hash, broken_glass_by = $2
      where id = $1`;
    await expect(inSql(lead, letOut, [draft.id, lead.actor.personId])).rejects.toThrow(
      'kept as such',
    );
    const kept = await rowsAsOwner(test, 'break_glass');
    expect(kept.some((row) => row.includes(draft.id))).toBe(false);
  });
});
