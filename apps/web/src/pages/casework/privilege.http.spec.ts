import request from 'supertest';
import {
  type Case,
  NotesService,
  PrivilegeService,
  ProceedingsService,
  TasksService,
} from '#cases';
import type { Permission } from '#identity';
import { type Id, newId } from '#kernel';
import { JobProcessor, NO_ORGANISATION, Transactions } from '#platform';
import { WorksheetsService } from '#referrals';
import { MakeExport, RefreshCaseFigures } from '#reporting';
import {
  DraftApprovalService,
  DraftCheckService,
  DraftCompositionService,
  DraftReleaseService,
  PressStatementActs,
  PressStatementsService,
} from '#responses';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase, aRequestOf, decideRoutes } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { trailOf } from '../../../../../test/support/trail.js';

const CANARY = 'Nightjar Underhill';

let test: TestApp;
let given: Given;
let adviser: TestPerson;
let approver: TestPerson;
let press: TestPerson;
let manager: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation()];
  adviser = await given.aPerson(own, 'adviser');
  approver = await given.aPerson(own, 'approver');
  press = await given.aPerson(own, 'press');
  manager = await given.aPerson(own, 'manager');
  stranger = await given.aPerson(other, 'approver');
  const processor = test.app.get(JobProcessor);
  processor.register(test.app.get(RefreshCaseFigures));
  processor.register(test.app.get(MakeExport));
});
afterAll(() => test.close());

const marksOf = ({ reference }: Case) => `/api/v1/cases/${reference}/privilege-marks`;

async function as(person: TestPerson, scopes: Permission[] = ['case:read', 'case:write']) {
  const token = await given.aToken(person, scopes);
  return (method: 'get' | 'post', path: string) =>
    request(test.app.getHttpServer())[method](path).auth(token, { type: 'bearer' });
}

async function aNote(found: Case): Promise<{ kind: 'note'; id: Id }> {
  const { reference } = found;
  const { id } = await test.app
    .get(NotesService)
    .add(adviser.actor, reference, `${CANARY} said so`);
  return { kind: 'note', id };
}

function mark(found: Case, kind: 'note' | 'draft' | 'worksheet', subjectId: Id) {
  const item = { kind, subjectId, reason: 'Written for the claim' };
  return test.app.get(PrivilegeService).mark(adviser.actor, found.reference, item);
}

/** A press statement of a press case. */
async function aStatement(found: Case): Promise<Id> {
  await decideRoutes(test, adviser, found.reference, ['press_office']);
  const made = await test.app.get(PressStatementActs).create(press.actor, found.reference, {
    template: 'T-HOLDING',
    bodyId: null,
    given: { inputs: { nextStep: 'We have no more to add at present.' }, facts: {} },
  });
  return made.id;
}

/** A letter to the doctor that was released. */
async function aLetter({ reference }: Case): Promise<Id> {
  const composition = test.app.get(DraftCompositionService);
  const facts = { 'organisation.adviceLine': '020 7946 0101' };
  const wanted = { template: 'T-SCOPE', bodyId: null, given: { inputs: {}, facts } };
  const { actor } = adviser;
  const { id, version, text } = await composition.createFromTemplate(actor, reference, wanted);
  const words = text.replace('With kind regards', `${CANARY} will call you.\n\nWith kind regards`);
  const { textHash } = await composition.edit(actor, id, { text: words, version });
  await test.app.get(DraftCheckService).submit(actor, id, 'It is hers to know');
  await test.app.get(DraftApprovalService).approve(approver.actor, id, textHash);
  await test.app.get(DraftReleaseService).release(actor, id);
  return id;
}

async function doJobs(): Promise<void> {
  const tx = test.app.get(Transactions);
  const rows = await tx.run(NO_ORGANISATION, () =>
    tx.query<{ id: string }>(
      `select id from outbox where done_at is null
        and name in ('make-export', 'refresh-case-figures') order by id`,
    ),
  );
  for (const { id } of rows) await test.app.get(JobProcessor).process(id);
}

describe('a claim', () => {
  it('is flagged on its case, on every page and by the API, and the claims team is told (seeds row 40)', async () => {
    const found = await aCase(test, adviser);
    const api = await as(adviser);
    const at = `/api/v1/cases/${found.reference}`;
    expect((await api('get', at)).body.hasClaim).toBe(false);
    const claim = {
      kind: 'claim' as const,
      body: 'A firm',
      theirReference: '',
      stage: 'letter-before-action',
      stageOn: '2026-01-05',
      representative: '',
    };
    const proceedings = test.app.get(ProceedingsService);
    const { id } = await proceedings.add(adviser.actor, found.reference, claim);
    expect((await api('get', at)).body.hasClaim).toBe(true);
    const visit = await new Visit(test.app).signIn(adviser);
    expect((await visit.open(`/cases/${found.reference}/notes`)).text).toMatch(/>\s*Claim\s*</);
    const tasks = await test.app.get(TasksService).list(adviser.actor, found.reference);
    expect(tasks.map(({ title }) => title)).toContain('Tell the claims team about the claim');
    await proceedings.moveTo(adviser.actor, found.reference, {
      id,
      stage: 'ended',
      happenedOn: '2026-01-06',
      representative: '',
      note: 'Withdrawn',
      version: 1,
    });
    expect((await api('get', at)).body.hasClaim).toBe(false);
  });
});

describe('what is privileged', () => {
  it('is marked by caseworkers, with a reason, once, and only what the case has (seeds row 40)', async () => {
    const found = await aCase(test, adviser);
    const note = { ...(await aNote(found)), reason: 'For the solicitor' };
    await request(test.app.getHttpServer()).post(marksOf(found)).send(note).expect(401);
    await (await as(stranger))('post', marksOf(found)).send(note).expect(404);
    await (await as(press, ['case:read-press']))('post', marksOf(found)).send(note).expect(403);
    const api = await as(adviser);
    await api('post', marksOf(found))
      .send({ ...note, reason: '' })
      .expect(422);
    await api('post', marksOf(found))
      .send({ ...note, id: newId() })
      .expect(404);
    await api('post', marksOf(found))
      .send({ ...note, kind: 'draft' })
      .expect(404);
    await api('post', marksOf(found)).send(note).expect(201);
    await api('post', marksOf(found)).send(note).expect(409);
    const { body } = await api('get', marksOf(found)).expect(200);
    expect(body.items).toMatchObject([
      { kind: 'note', reason: 'For the solicitor', liftedAt: null },
    ]);
  });

  it('is chosen from a page, and said wherever it is listed (seeds row 40)', async () => {
    const found = await aCase(test, adviser);
    const note = await aNote(found);
    const visit = await new Visit(test.app).signIn(adviser);
    const url = `/cases/${found.reference}/privilege`;
    await visit.open(url);
    const refused = await visit.send(url, { item: '', reason: 'So' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('href="#item"');
    await visit.send(url, { item: `note:${note.id}`, reason: 'So' }).expect(303);
    expect((await visit.open(url)).text).toContain('Privileged');
    expect((await visit.open(`/cases/${found.reference}/notes`)).text).toContain('Privileged');
    const { reference } = found;
    const service = test.app.get(WorksheetsService);
    const { id } = await service.open(adviser.actor, reference, 'document-request');
    await mark(found, 'worksheet', id);
    expect((await visit.open(`/cases/${reference}/worksheets`)).text).toContain('Privileged');
  });

  it('is lifted by a solicitor or an approver, with a reason, and both stay in the record', async () => {
    const found = await aCase(test, adviser);
    const { id } = await mark(found, 'note', (await aNote(found)).id);
    const url = `/cases/${found.reference}/privilege`;
    const mine = await new Visit(test.app).signIn(adviser);
    expect((await mine.open(url)).text).not.toContain('Lift this mark');
    expect((await mine.open(`${url}/${id}`)).status).toBe(403);
    await mine.send(`${url}/${id}/lifting`, { liftedReason: 'So' }).expect(403);
    const visit = await new Visit(test.app).signIn(approver);
    expect((await visit.open(url)).text).toContain(`href="${url}/${id}"`);
    await visit.open(`${url}/${id}`);
    const refused = await visit.send(`${url}/${id}/lifting`, { liftedReason: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('href="#liftedReason"');
    await visit.send(`${url}/${id}/lifting`, { liftedReason: 'The claim is over' }).expect(303);
    expect((await visit.open(url)).text).toContain('The claim is over');
    const events = await trailOf(test, adviser.actor, found.id);
    const actions = events.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['privilege.marked', 'privilege.lifted']));
  });

  it('is on no page of the press office, in no list of theirs and behind no address (seeds row 40)', async () => {
    const found = await aCase(test, adviser);
    const id = await aStatement(found);
    const visit = await new Visit(test.app).signIn(press);
    const [list, page] = [
      `/press/${found.reference}`,
      `/press/${found.reference}/statements/${id}`,
    ];
    expect((await visit.open(list)).text).toContain(id);
    expect((await visit.open(page)).status).toBe(200);
    await test.app.get(DraftCheckService).submit(press.actor, id, '');
    expect((await visit.open('/approvals')).text).toContain(id);
    const made = await mark(found, 'draft', id);
    expect((await visit.open(list)).text).not.toContain(id);
    expect((await visit.open('/approvals')).text).not.toContain(id);
    expect((await visit.open(page)).status).toBe(404);
    await expect(test.app.get(PressStatementsService).get(press.actor, id)).rejects.toMatchObject({
      code: 'draft-not-found',
    });
    await test.app
      .get(PrivilegeService)
      .lift(approver.actor, found.reference, made.id, 'It was a slip');
    expect((await visit.open(page)).status).toBe(200);
  });

  it('is no worksheet of the press office any more (seeds row 40)', async () => {
    const found = await aCase(test, adviser);
    await decideRoutes(test, adviser, found.reference, ['press_office']);
    const service = test.app.get(WorksheetsService);
    const { id } = await service.open(adviser.actor, found.reference, 'press-plan');
    const visit = await new Visit(test.app).signIn(press);
    const list = `/cases/${found.reference}/worksheets`;
    expect((await visit.open(`${list}/press-plan`)).status).toBe(200);
    await mark(found, 'worksheet', id);
    expect((await visit.open(list)).text).not.toContain('Press plan');
    expect((await visit.open(`${list}/press-plan`)).status).toBe(404);
    await visit.send(`${list}/press-plan`, { version: '1', voice: 'employer' }).expect(404);
    const own = await service.read(adviser.actor, found.reference, 'press-plan');
    expect(own.worksheet).toMatchObject({ isPrivileged: true, version: 1 });
  });

  it('goes to nobody outside while the mark is in force (seeds row 40)', async () => {
    const found = await aCase(test, adviser);
    const composition = test.app.get(DraftCompositionService);
    const wanted = { template: 'T-PUB-ACK-UK', bodyId: null, given: { inputs: {}, facts: {} } };
    const { actor } = adviser;
    const { id, textHash } = await composition.createFromTemplate(actor, found.reference, wanted);
    await test.app.get(DraftCheckService).submit(actor, id, 'It is general');
    await test.app.get(DraftApprovalService).approve(approver.actor, id, textHash);
    await mark(found, 'draft', id);
    await expect(test.app.get(DraftReleaseService).release(actor, id)).rejects.toMatchObject({
      code: 'draft-privileged',
    });
  });

  it('is in no file that is exported and on no page of the doctor (seeds row 40)', async () => {
    const doctor = await given.aPerson(adviser.actor.organisationId, 'doctor');
    const found = await aCase(test, adviser, { doctorId: doctor.actor.personId });
    await mark(found, 'note', (await aNote(found)).id);
    const now = new Date().toISOString().slice(0, 7);
    const visit = await new Visit(test.app).signIn(manager);
    await visit.open('/exports');
    const answer = await visit.send('/exports', { from: now, until: now }).expect(303);
    await doJobs();
    const file = await visit.open(`${answer.headers['location']}/file`);
    expect(file.text).toContain(found.reference);
    expect(file.text).not.toContain(CANARY);
    const own = await new Visit(test.app).signIn(doctor);
    const request = `/my/requests/${await aRequestOf(test, doctor, found)}`;
    const letter = await aLetter(found);
    expect((await own.open(request)).text).toContain(`${CANARY} will call you`);
    await mark(found, 'draft', letter);
    for (const path of [request, '/my/requests', '/support', `/cases/${found.reference}/notes`]) {
      expect((await own.open(path)).text).not.toContain(CANARY);
    }
  });
});
