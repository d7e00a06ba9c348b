import request from 'supertest';
import { type Case, HoldsService, PartiesService, PatientFactsService, TasksService } from '#cases';
import { EvidenceDestruction } from '#evidence';
import { type Permission, PERSON_ONLY } from '#identity';
import { newId } from '#kernel';
import { WORKSHEET_KINDS, WorksheetSigningService, WorksheetsService } from '#referrals';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase, decideRoutes } from '../../../../../test/support/casework.js';
import { keepText } from '../../../../../test/support/evidence.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { asOwner } from '../../../../../test/support/test-services.js';
import { completeAnswers } from '../../../../../test/support/worksheets.js';

let test: TestApp;
let adviser: TestPerson;
let approver: TestPerson;
let press: TestPerson;
let stranger: TestPerson;
let found: Case;

beforeAll(async () => {
  test = await startTestApp();
  const given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  adviser = await given.aPerson(own, 'adviser');
  approver = await given.aPerson(own, 'approver');
  press = await given.aPerson(own, 'press');
  stranger = await given.aPerson(other, 'approver');
});
afterAll(() => test.close());
beforeEach(async () => {
  found = await aCase(test, adviser);
});

/**
 * Who may see a case, what was told of it to people, what is counted of it; and requests and the files sent with them,
 * which are never deleted once there is a case. Words that nobody has saved and who is at work on a draft are nobody's
 * records yet.
 */
const NOT_HELD = [
  'case_figure',
  'danger_alert',
  'deadline_warning',
  'draft_presence',
  'moderator_report_figure',
  'notice',
  'request',
  'rule_pack_moved_case',
  'sent_file',
  'wall_bar',
  'wall_member',
  'working_copy',
];

const PLAN = {
  evidenceId: null,
  askedBy: 'coroner',
  theirReference: 'SCH5-17',
  reason: 'A notice under Schedule 5',
  fromOn: '2026-01-05',
  reviewOn: '2199-01-05',
} as const;
const urlOf = (path = '') => `/cases/${found.reference}/holds${path}`;
const holds = () => test.app.get(HoldsService);
const setHold = (evidenceId: string | null = null) =>
  holds().set(adviser.actor, found.reference, { ...PLAN, evidenceId });

/** The API as one person uses it. */
async function as(person: TestPerson) {
  const scopes = [...person.actor.permissions].filter(
    (right): right is Permission => !PERSON_ONLY.includes(right),
  );
  const token = await new Given(test.app).aToken(person, scopes);
  return (method: 'get' | 'post' | 'delete', path: string) =>
    request(test.app.getHttpServer())[method](`/api/v1${path}`).auth(token, { type: 'bearer' });
}

/** A patient fact and a person of the case, which can be taken away. */
async function aFactAndAParty() {
  const fact = await test.app
    .get(PatientFactsService)
    .add(adviser.actor, found.reference, { kind: 'name', value: 'Anna Example' });
  const party = await test.app.get(PartiesService).add(adviser.actor, found.reference, {
    role: 'relative',
    name: 'Rupert Example',
    relation: 'son',
    contact: '',
    isPatient: false,
    hasAuthority: false,
  });
  return { fact, party };
}

describe('a hold', () => {
  it('is refused without the right, on another organisation’s case, and on what the case has not', async () => {
    await request(test.app.getHttpServer()).get(`/api/v1${urlOf()}`).expect(401);
    await (await as(press))('get', urlOf()).expect(403);
    await (await as(press))('post', urlOf()).send(PLAN).expect(403);
    await (await as(stranger))('post', urlOf()).send(PLAN).expect(404);
    const api = await as(adviser);
    await api('get', urlOf(`/${newId()}`)).expect(404);
    for (const [field, value] of [
      ['evidenceId', newId()],
      ['askedBy', 'a friend'],
      ['reason', ''],
      ['fromOn', '2199-01-04'],
      ['reviewOn', '2026-01-05'],
    ]) {
      const answer = await api('post', urlOf()).send({ ...PLAN, [field!]: value });
      expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, `/${field}`]);
    }
    expect(await holds().list(adviser.actor, found.reference)).toEqual([]);
  });

  it('is set on a page, stands over every page of its case, and has a day on which somebody looks again', async () => {
    const visit = await new Visit(test.app).signIn(adviser);
    expect((await visit.open(urlOf())).text).toContain('Nothing of this case is on hold');
    const refused = await visit.send(urlOf(), { ...PLAN, evidenceId: '', reason: '' });
    expect([refused.status, refused.text.includes('value="SCH5-17"')]).toEqual([422, true]);
    await visit.send(urlOf(), { ...PLAN, evidenceId: '' }).expect(303);
    for (const path of ['', '/notes', '/evidence', '/holds']) {
      const page = await visit.open(`/cases/${found.reference}${path}`);
      expect(page.text).toContain('<strong>On hold.</strong>');
    }
    const tasks = await test.app.get(TasksService).list(adviser.actor, found.reference);
    expect(tasks).toMatchObject([
      { title: 'Look whether the hold is still needed', dueOn: '2199-01-05', state: 'open' },
    ]);
  });

  it('is lifted by a second person with a reason, after the first has asked', async () => {
    const hold = await setHold();
    const [own, lead] = [
      await new Visit(test.app).signIn(adviser),
      await new Visit(test.app).signIn(approver),
    ];
    const url = urlOf(`/${hold.id}`);
    const decision = { decision: 'lift', decisionReason: 'The inquest is over.', version: 1 };
    await own.send(`${url}/lift-decision`, decision).expect(403);
    await (await as(approver))('post', `${url}/lift-decision`).send(decision).expect(403);
    await lead.open(url);
    await lead.send(`${url}/lift-decision`, decision).expect(409);
    await own.open(url);
    await own.send(`${url}/lift-request`, { liftReason: '', version: 1 }).expect(422);
    await own.send(`${url}/lift-request`, { liftReason: 'It is over.', version: 1 }).expect(303);
    expect((await own.open(url)).text).toContain('You asked to lift it');
    await lead.open(url);
    await lead.send(`${url}/lift-decision`, { ...decision, version: 1 }).expect(409);
    await lead.send(`${url}/lift-decision`, { ...decision, version: 2 }).expect(303);
    expect((await lead.open(url)).text).toContain('The inquest is over.');
    const page = await own.open(`/cases/${found.reference}`);
    expect(page.text).not.toContain('<strong>On hold.</strong>');
    const [task] = await test.app.get(TasksService).list(adviser.actor, found.reference);
    expect(task).toMatchObject({ state: 'done' });
  });

  it('is not lifted by whoever asked, in the code or past it, and may be left on', async () => {
    const hold = await setHold();
    const at = [found.reference, hold.id] as const;
    const asked = await holds().askToLift(approver.actor, ...at, { reason: 'Over', version: 1 });
    const words = { isLifted: true, reason: 'Over', version: asked.version };
    await expect(holds().decide(approver.actor, ...at, words)).rejects.toMatchObject({
      code: 'lifter-is-asker',
    });
    await asOwner(test, adviser.actor.organisationId, async (client) => {
      const lift = `update case_hold set lifted_by = lift_asked_by, lifted_at = now(), lifted_reason = 'x' where id = $1`;
      await expect(client.query(lift, [hold.id])).rejects.toThrow('hold_is_lifted_by_another');
    });
    const second = { ...adviser.actor, permissions: approver.actor.permissions };
    const kept = await holds().decide(second, ...at, { ...words, isLifted: false });
    expect(kept).toMatchObject({ liftAsked: null, lifted: null, keptOn: { reason: 'Over' } });
  });

  it('covers a closed case too', async () => {
    await (
      await as(adviser)
    )('post', `/cases/${found.reference}/closure`)
      .send({ outcome: 'kept', reason: 'Done.' })
      .expect(201);
    await setHold();
    expect(await holds().list(adviser.actor, found.reference)).toHaveLength(1);
  });
});

describe('what is on hold', () => {
  it('is not deleted: refused on pages, in the API and by the database (seeds row 32)', async () => {
    const { fact, party } = await aFactAndAParty();
    const item = await keepText(test, adviser, found.reference);
    await setHold();
    const api = await as(adviser);
    for (const path of [`patient-facts/${fact.id}`, `parties/${party.id}`]) {
      const answer = await api('delete', `/cases/${found.reference}/${path}`).expect(409);
      expect(answer.body.code).toBe('case-held');
    }
    const lead = await new Visit(test.app).signIn(approver);
    const url = `/cases/${found.reference}/evidence/${item.id}`;
    const page = await lead.send(`${url}/destruction`, { reason: 'Away with it' });
    expect([page.status, page.text.includes('Stop: this is on hold')]).toEqual([409, true]);
    await asOwner(test, adviser.actor.organisationId, async (client) => {
      await client.query(`select set_config('app.person', 'system', false)`);
      for (const sql of [
        `delete from patient_fact where case_id = $1`,
        `delete from party where case_id = $1`,
        `delete from case_key where case_id = $1`,
        `delete from evidence_sighting where case_id = $1`,
        `delete from evidence_item where case_id = $1`,
        `delete from case_hold where case_id = $1`,
        `update evidence_item set destroyed_at = now(), destroyed_by = kept_by, destroyed_reason = 'x' where case_id = $1`,
      ]) {
        await expect(client.query(sql, [found.id])).rejects.toThrow('on hold');
      }
      await expect(
        client.query('delete from case_record where id = $1', [found.id]),
      ).rejects.toThrow('on hold');
    });
  });

  it('is all that belongs to a case: a table that is added is added to the holds, or says here why not', async () => {
    const unheld = await asOwner(test, adviser.actor.organisationId, async (client) => {
      const { rows } = await client.query<{ name: string }>(`
        select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
         where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'case_id'
           and not exists (select from pg_trigger t
                            where t.tgrelid = c.oid and t.tgname = 'keep_what_is_held')
         order by 1`);
      return rows.map(({ name }) => name);
    });
    expect(unheld).toEqual(NOT_HELD);
  });

  it('is one item alone, where the hold is on that', async () => {
    const { fact } = await aFactAndAParty();
    const [held, free] = [
      await keepText(test, adviser, found.reference),
      await keepText(test, adviser, found.reference, 'Another'),
    ];
    await setHold(held.id);
    const destruction = test.app.get(EvidenceDestruction);
    const at = [approver.actor, found.reference] as const;
    await expect(destruction.destroy(...at, held.id, 'Away')).rejects.toMatchObject({
      code: 'case-held',
    });
    await destruction.destroy(...at, free.id, 'Away');
    await (
      await as(adviser)
    )('delete', `/cases/${found.reference}/patient-facts/${fact.id}`).expect(204);
  });
});

describe('a request for papers', () => {
  it('puts its case on hold in the moment in which its worksheet is opened, once (seeds row 32)', async () => {
    const { fact } = await aFactAndAParty();
    const visit = await new Visit(test.app).signIn(adviser);
    const url = `/cases/${found.reference}/worksheets/document-request`;
    await visit.open(url);
    await visit.send(`${url}/opening`, {}).expect(303);
    const set = await holds().list(adviser.actor, found.reference);
    expect(set).toMatchObject([{ askedBy: 'papers', evidenceId: null, lifted: null }]);
    expect((await visit.open(url)).text).toContain('<strong>On hold.</strong>');
    await (
      await as(adviser)
    )('delete', `/cases/${found.reference}/patient-facts/${fact.id}`).expect(409);
  });
});

describe('putting an own post right', () => {
  const OWN_POST = WORKSHEET_KINDS.find(({ id }) => id === 'own-post')!;

  /** The worksheet, complete by its answers. */
  async function complete(): Promise<{ version: number }> {
    await decideRoutes(test, adviser, found.reference, ['remediate_post']);
    const service = test.app.get(WorksheetsService);
    await service.open(adviser.actor, found.reference, 'own-post');
    const answers = {
      ...completeAnswers(OWN_POST, adviser.actor.personId),
      held: 'no',
      steps: ['take-down'],
    };
    return service.save(adviser.actor, found.reference, 'own-post', { version: 1, answers });
  }

  const sign = (version: number) =>
    test.app.get(WorksheetSigningService).signOff(adviser.actor, found.reference, 'own-post', {
      version,
      decision: '',
      reason: '',
      dissent: '',
    });

  async function pageText(): Promise<string> {
    const visit = await new Visit(test.app).signIn(adviser);
    return (await visit.open(`/cases/${found.reference}/worksheets/own-post`)).text;
  }

  it('stops until a copy is sealed, whatever was answered (seeds row 19)', async () => {
    const { version } = await complete();
    await expect(sign(version)).rejects.toMatchObject({
      code: 'worksheet-incomplete',
      faults: [{ field: 'captured' }],
    });
    expect(await pageText()).toContain('Stop: no copy is sealed on this case');
    const item = await keepText(test, adviser, found.reference);
    await test.app
      .get(EvidenceDestruction)
      .destroy(approver.actor, found.reference, item.id, 'Not the post');
    await expect(sign(version)).rejects.toMatchObject({ faults: [{ field: 'captured' }] });
    await keepText(test, adviser, found.reference);
    expect(await pageText()).not.toContain('Stop:');
    expect(await sign(version)).toMatchObject({ state: 'signed' });
  });

  it('stops while anything of the case is on hold, and says so on the page (seeds row 19)', async () => {
    const { version } = await complete();
    const item = await keepText(test, adviser, found.reference);
    const hold = await setHold(item.id);
    await expect(sign(version)).rejects.toMatchObject({
      code: 'worksheet-incomplete',
      faults: [{ field: 'steps' }],
    });
    expect(await pageText()).toContain('Stop: this case is on hold, so the post stays as it is');
    const api = await (await as(adviser))('get', `/cases/${found.reference}/worksheets/own-post`);
    expect(api.body.worksheet.stops).toMatchObject([{ question: 'steps' }]);
    const at = [found.reference, hold.id] as const;
    await holds().askToLift(adviser.actor, ...at, { reason: 'Over', version: 1 });
    await holds().decide(approver.actor, ...at, { isLifted: true, reason: 'Over', version: 2 });
    expect(await sign(version)).toMatchObject({ state: 'signed' });
  });
});
