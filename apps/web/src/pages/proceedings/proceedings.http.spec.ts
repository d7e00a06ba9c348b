import request from 'supertest';
import { type Case, CaseDeadlinesService, PatientFactsService, TasksService } from '#cases';
import { type Permission, PERSON_ONLY, scopeOfActor } from '#identity';
import { Transactions } from '#platform';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase, aRequestOf, rowsAsOwner } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { trailOf } from '../../../../../test/support/trail.js';

let test: TestApp;
let adviser: TestPerson;
let press: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  const given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  adviser = await given.aPerson(own, 'adviser');
  press = await given.aPerson(own, 'press');
  stranger = await given.aPerson(other, 'approver');
});
afterAll(() => test.close());

const listOf = ({ reference }: Case) => `/cases/${reference}/proceedings`;
const EMPLOYER = { kind: 'employer', body: 'The trust', stageOn: '2026-01-05' };
const CLAIM = { kind: 'claim', body: 'A firm of solicitors', stageOn: '2026-01-06' };

/** The API as one person uses it. */
async function as(person: TestPerson) {
  const scopes = [...person.actor.permissions].filter(
    (right): right is Permission => !PERSON_ONLY.includes(right),
  );
  const token = await new Given(test.app).aToken(person, scopes);
  return (method: 'get' | 'post', path: string) => {
    const server = request(test.app.getHttpServer());
    return server[method](`/api/v1${path}`).auth(token, { type: 'bearer' });
  };
}

/** Proceedings added by the API. @returns their address. */
async function added(found: Case, given: Record<string, string> = EMPLOYER): Promise<string> {
  const answer = await (await as(adviser))('post', listOf(found)).send(given).expect(201);
  return `${listOf(found)}/${answer.body.id}`;
}

async function account(url: string, given: Record<string, string>) {
  const answer = await (await as(adviser))('post', `${url}/accounts`).send(given).expect(201);
  return answer.body as { id: string; version: number; verdict: string; differences: unknown[] };
}

const titles = async ({ reference }: Case) =>
  (await test.app.get(TasksService).list(adviser.actor, reference)).map(({ title }) => title);

describe('proceedings about a case', () => {
  it('are kept from those without the right and from other organisations, and say each fault', async () => {
    const found = await aCase(test, adviser);
    await request(test.app.getHttpServer())
      .get(`/api/v1${listOf(found)}`)
      .expect(401);
    await (await as(press))('get', listOf(found)).expect(403);
    await (await as(stranger))('get', listOf(found)).expect(404);
    const api = await as(adviser);
    const none = await api('post', listOf(found)).send({}).expect(422);
    expect(none.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/kind',
      '/body',
      '/stageOn',
    ]);
    const wrong = { ...EMPLOYER, stage: 'tribunal' };
    const answer = await api('post', listOf(found)).send(wrong).expect(422);
    expect(answer.body.code).toBe('stage-unknown');
    const ahead = { ...EMPLOYER, stageOn: '2199-01-01' };
    expect((await api('post', listOf(found)).send(ahead)).body.code).toBe('stage-day-ahead');
    expect(await rowsAsOwner(test, 'proceeding')).toEqual([]);
  });

  it('stand side by side with stage, day and representative, and caution once two run (seeds row 34)', async () => {
    const found = await aCase(test, adviser);
    const visit = await new Visit(test.app).signIn(adviser);
    await visit.open(listOf(found));
    const refused = await visit.send(listOf(found), { ...EMPLOYER, body: '', representative: 'B' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('href="#body"');
    await visit.send(listOf(found), { ...EMPLOYER, representative: 'Her union' }).expect(303);
    const alone = await visit.open(listOf(found));
    expect(alone.text).toContain('Informal steps');
    expect(alone.text).toContain('Her union');
    expect(alone.text).not.toContain('Accounts have to agree');
    await visit.send(listOf(found), CLAIM).expect(303);
    const both = await visit.open(listOf(found));
    expect(both.text).toContain('Accounts have to agree');
    expect(await titles(found)).toEqual(
      expect.arrayContaining([
        'Ask the doctor to show us each statement before it is given to the employer',
        'Agree one account with the doctor and the solicitor before more is said anywhere',
        'Find somebody to represent or accompany the doctor in the proceedings',
      ]),
    );
  });

  it('go from stage to stage with their days, and end with words (seeds row 34)', async () => {
    const found = await aCase(test, adviser);
    const url = await added(found);
    const api = await as(adviser);
    const step = { stage: 'hearing', happenedOn: '2026-01-07', version: 1 };
    const moved = await api('post', `${url}/stages`).send(step).expect(201);
    expect(moved.body).toMatchObject({ stage: 'hearing', stageOn: '2026-01-07', version: 2 });
    await api('post', `${url}/stages`).send(step).expect(409);
    const end = { stage: 'ended', happenedOn: '2026-01-08', version: 2 };
    const mute = await api('post', `${url}/stages`).send(end).expect(422);
    expect(mute.body.code).toBe('ending-without-words');
    await api('post', `${url}/stages`)
      .send({ ...end, note: 'No case to answer' })
      .expect(201);
    const over = { ...step, version: 3 };
    expect((await api('post', `${url}/stages`).send(over).expect(409)).body.code).toBe(
      'proceeding-ended',
    );
    const { body } = await api('get', url).expect(200);
    expect(body.history.map(({ stage }: { stage: string }) => stage)).toEqual([
      'ended',
      'hearing',
      'informal',
    ]);
  });
});

describe('those who stand beside the doctor, or decide about them', () => {
  it.each([
    'solicitor',
    'counsel',
    'responsible_officer',
    'liaison_adviser',
    'union_representative',
    'supervisor',
  ])('can be a party of the case: %s', async (role) => {
    const found = await aCase(test, adviser);
    const api = await as(adviser);
    const party = { role, name: 'Robin Redbreast' };
    await api('post', `/cases/${found.reference}/parties`).send(party).expect(201);
    const visit = await new Visit(test.app).signIn(adviser);
    const page = await visit.open(`/cases/${found.reference}/parties`);
    expect(page.text).toContain('Robin Redbreast');
  });
});

describe('what the doctor says in one of the proceedings', () => {
  const SAID = 'I saw the comment on 2 March 2026. I told my manager.';

  it('is linked to them, and held against what was said in the others before it is given (seeds row 34)', async () => {
    const found = await aCase(test, adviser);
    const [employer, claim] = [await added(found), await added(found, CLAIM)];
    const first = await account(employer, { givenTo: 'Investigating officer', text: SAID });
    expect(first).toMatchObject({ state: 'written', differences: [] });
    const other = 'I saw the comment on 5 March 2026.';
    const second = await account(claim, { givenTo: 'The other side', text: other });
    expect(second.differences).toMatchObject([{ sort: 'date', own: other, accountId: first.id }]);
    const visit = await new Visit(test.app).signIn(adviser);
    const url = `${claim}/accounts/${second.id}`;
    const page = await visit.open(url);
    expect(page.text).toContain('Another day');
    expect(page.text).toContain('I saw the comment on 2 March 2026.');
    const given = { givenOn: '2026-01-08', version: String(second.version) };
    const refused = await visit.send(`${url}/giving`, given);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('href="#reason"');
    const because = 'The first was a slip; the solicitor has put it right';
    await visit.send(`${url}/giving`, { ...given, reason: because }).expect(303);
    const after = await (await as(adviser))('get', url).expect(200);
    expect(after.body).toMatchObject({ state: 'given', givenOn: '2026-01-08', reason: because });
    await visit.send(`${url}/giving`, { ...given, reason: because }).expect(409);
  });

  it('goes to the solicitor where it was given before anybody held it against the others', async () => {
    const found = await aCase(test, adviser);
    const [employer, claim] = [await added(found), await added(found, CLAIM)];
    await account(employer, { givenTo: 'Investigating officer', text: SAID });
    const text = 'I saw the comment on 5 March 2026.';
    await account(claim, { givenTo: 'The other side', text, givenOn: '2026-01-07' });
    expect(await titles(found)).toContain(
      'Show the solicitor an account that was given and does not fit',
    );
  });

  it('is checked for what its reader need not know, and the database refuses what does not fit', async () => {
    const found = await aCase(test, adviser);
    const phone = { kind: 'phone', value: '020 7946 0999' } as const;
    await test.app.get(PatientFactsService).add(adviser.actor, found.reference, phone);
    const url = await added(found);
    const text = 'The patient can be reached on 020 7946 0999.';
    const kept = await account(url, { givenTo: 'Human resources', text });
    expect(kept.verdict).toBe('warn');
    const forced = test.app
      .get(Transactions)
      .run(scopeOfActor(adviser.actor), () =>
        test.app
          .get(Transactions)
          .query(
            `update given_account set state = 'given', given_on = '2026-01-08' where id = $1`,
            [kept.id],
          ),
      );
    await expect(forced).rejects.toThrow('account_given_fits');
  });

  it('is kept sealed, leaves no word in the trail, and its reading is recorded', async () => {
    const found = await aCase(test, adviser);
    const url = await added(found);
    const canary = 'Nightjar Underhill';
    await account(url, { givenTo: 'Human resources', text: `I know ${canary}.` });
    await (await as(adviser))('get', `${url}/accounts`).expect(200);
    for (const table of ['given_account', 'audit_event', 'case_task', 'outbox']) {
      expect((await rowsAsOwner(test, table)).join()).not.toContain(canary);
    }
    const events = await trailOf(test, adviser.actor, found.id);
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['account.written', 'accounts.viewed']),
    );
  });
});

describe('a hearing', () => {
  const REGULATOR = { kind: 'regulator', body: 'MPTS', stage: 'tribunal', stageOn: '2026-01-05' };
  const NOTICE = {
    kind: 'tribunal',
    begins: '2199-05-06T10:00',
    endsOn: '2199-05-10',
    venue: 'Manchester',
    isPublic: true,
    representative: 'Ms Counsel',
  };
  const clocks = async ({ reference }: Case) => {
    const { deadlines } = await test.app.get(CaseDeadlinesService).read(adviser.actor, reference);
    return deadlines.map(({ deadline, state, dueAt }) => [deadline, state, dueAt?.toISOString()]);
  };

  it('is of its own proceedings, with day, place, representative and public or private (seeds row 27)', async () => {
    const found = await aCase(test, adviser);
    const url = await added(found, REGULATOR);
    const api = await as(adviser);
    const other = { ...NOTICE, kind: 'trial' };
    expect((await api('post', `${url}/hearings`).send(other).expect(422)).body.code).toBe(
      'hearing-of-other-proceedings',
    );
    const { isPublic: _unsaid, ...mute } = NOTICE;
    await api('post', `${url}/hearings`).send(mute).expect(422);
    await (await as(stranger))('post', `${url}/hearings`).send(NOTICE).expect(404);
    const visit = await new Visit(test.app).signIn(adviser);
    const form = await visit.open(`${url}/hearings/new`);
    expect(form.text).toContain('Interim orders hearing');
    expect(form.text).not.toContain('Inquest hearing');
    const made = await visit.send(`${url}/hearings/new`, { ...NOTICE, isPublic: 'true' });
    expect(made.status).toBe(303);
    const page = await visit.open(made.headers['location']!);
    for (const words of ['Manchester', 'Ms Counsel', 'In public', '6 May 2199 at 10am']) {
      expect(page.text).toContain(words);
    }
    expect(await clocks(found)).toEqual([['hearing_date', 'open', '2199-05-06T09:00:00.000Z']]);
    expect(await titles(found)).toEqual(
      expect.arrayContaining([
        'Tribunal hearing begins',
        'Speak with the doctor about the hearing, calmly',
      ]),
    );
  });

  it('of interim orders has a clock of its own, and makes its case urgent', async () => {
    const found = await aCase(test, adviser);
    const url = await added(found, REGULATOR);
    const api = await as(adviser);
    await api('post', `${url}/hearings`).send(NOTICE).expect(201);
    expect((await api('get', `/cases/${found.reference}`)).body.isUrgent).toBe(false);
    const interim = { ...NOTICE, kind: 'interim-orders', begins: '2199-02-03T10:00' };
    await api('post', `${url}/hearings`).send(interim).expect(201);
    expect((await api('get', `/cases/${found.reference}`)).body.isUrgent).toBe(true);
    expect(await clocks(found)).toEqual([
      ['iot_hearing_date', 'open', '2199-02-03T10:00:00.000Z'],
      ['hearing_date', 'open', '2199-05-06T09:00:00.000Z'],
    ]);
  });

  it('is put off with the reason, takes its clock along, and is not held before it begins (seeds row 27)', async () => {
    const found = await aCase(test, adviser);
    const url = await added(found, REGULATOR);
    const api = await as(adviser);
    const made = await api('post', `${url}/hearings`).send(NOTICE).expect(201);
    const at = `${url}/hearings/${made.body.id}`;
    await api('post', `${at}/adjournment`).send({ version: 1 }).expect(422);
    const put = { version: 1, to: '2199-06-07T10:00', reason: 'Counsel is ill' };
    const moved = await api('post', `${at}/adjournment`).send(put).expect(201);
    expect(moved.body).toMatchObject({
      state: 'listed',
      adjournments: [{ reason: 'Counsel is ill', toAt: '2199-06-07T09:00:00.000Z' }],
    });
    await api('post', `${at}/adjournment`).send(put).expect(409);
    const open = (await clocks(found)).filter(([, state]) => state === 'open');
    expect(open).toEqual([['hearing_date', 'open', '2199-06-07T09:00:00.000Z']]);
    const held = { version: 2, how: 'held', outcome: 'No impairment' };
    expect((await api('post', `${at}/ending`).send(held).expect(422)).body.code).toBe(
      'hearing-still-ahead',
    );
    const off = { version: 2, reason: 'No room' };
    expect((await api('post', `${at}/adjournment`).send(off)).body.state).toBe('adjourned');
    expect((await clocks(found)).filter(([, state]) => state === 'open')).toEqual([]);
    const vacated = { version: 3, how: 'vacated', outcome: 'The case was closed' };
    expect((await api('post', `${at}/ending`).send(vacated)).body.state).toBe('vacated');
    const again = { version: 4, reason: 'x' };
    expect((await api('post', `${at}/adjournment`).send(again)).body.code).toBe('hearing-ended');
  });

  it('is told to its doctor in calm words, also while the case is walled off, and to no other doctor', async () => {
    const given = new Given(test.app);
    const { organisationId } = adviser.actor;
    const doctor = await given.aPerson(organisationId, 'doctor');
    const found = await aCase(test, adviser, { doctorId: doctor.actor.personId });
    const reference = await aRequestOf(test, doctor, found);
    const url = await added(found, REGULATOR);
    const api = await as(adviser);
    const made = await api('post', `${url}/hearings`).send(NOTICE).expect(201);
    const reason = 'A secret reason';
    const put = { version: 1, reason, to: '2199-06-07T10:00' };
    await api('post', `${url}/hearings/${made.body.id}/adjournment`).send(put).expect(201);
    const visit = await new Visit(test.app).signIn(doctor);
    const before = await visit.open(`/my/requests/${reference}`);
    expect(before.text).toContain('It begins on 7 June 2199 at 10am');
    expect(before.text).toContain('Ms Counsel represents you');
    expect(before.text).not.toContain(reason);
    await walledOff(found);
    const after = await visit.open(`/my/requests/${reference}`);
    expect(after.text).toContain('It begins on 7 June 2199 at 10am');
    const other = await new Visit(test.app).signIn(await given.aPerson(organisationId, 'doctor'));
    expect((await other.open(`/my/requests/${reference}`)).status).toBe(404);
  });
});

/** Nobody but the adviser sees the case from now on. */
function walledOff(found: Case): Promise<void> {
  const tx = test.app.get(Transactions);
  return tx.run(scopeOfActor(adviser.actor), async () => {
    await tx.query(
      `insert into wall_member (case_id, organisation_id, person_id) values ($1, $2, $3)`,
      [found.id, found.organisationId, adviser.actor.personId],
    );
    await tx.query(`update case_record set is_walled = true where id = $1`, [found.id]);
  });
}
