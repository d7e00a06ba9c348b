import { scopeOfActor } from '#identity';
import { EMERGENCY_CONTACTS } from '#guidance';
import { Transactions } from '#platform';
import request from 'supertest';
import { Visit } from '../../../../../test/support/browsing.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { trailOf } from '../../../../../test/support/trail.js';

const ANSWERS: [string, Record<string, string>][] = [
  ['what-happened', { whatHappened: 'review' }],
  ['where', { platform: 'google_business' }],
  [
    'link',
    { url: 'https://maps.example/r/7', account: 'Angry Reader', postText: 'Rude. <b>Never</b>' },
  ],
  ['when', { seen: 'yesterday', seenOn: '' }],
  ['replied', { replied: 'public' }],
  ['patient', { patient: 'unsure', complaint: 'yes' }],
  ['work', { jurisdiction: 'scotland', setting: 'nhs_gp' }],
  ['words', { words: 'I was running late. <script>x</script>' }],
  ['how-are-you', { wellbeing: 'strained' }],
];

const WHOLE = {
  whatHappened: 'threat',
  platform: 'x',
  url: 'https://x.example/9',
  seenOn: '2026-01-05',
  replied: 'no',
  patient: 'no',
  complaint: 'no',
  jurisdiction: 'england',
  setting: 'nhs_trust',
  words: 'They wrote that they wait for me.',
};

describe("a doctor's request", () => {
  let test: TestApp;
  let given: Given;
  let doctor: TestPerson;
  let colleague: TestPerson;
  let adviser: TestPerson;
  let secondAdviser: TestPerson;
  let manager: TestPerson;
  let stranger: TestPerson;

  beforeAll(async () => {
    test = await startTestApp();
    given = new Given(test.app);
    const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
    doctor = await given.aPerson(own, 'doctor');
    colleague = await given.aPerson(own, 'doctor');
    adviser = await given.aPerson(own, 'adviser');
    secondAdviser = await given.aPerson(own, 'adviser');
    manager = await given.aPerson(own, 'manager');
    stranger = await given.aPerson(other, 'adviser');
  });
  afterAll(() => test.close());

  const visitOf = (person: TestPerson) => new Visit(test.app).signIn(person);

  async function answerAll(visit: Visit): Promise<void> {
    for (const [step, form] of ANSWERS) {
      const answer = await visit.send(`/requests/new/${step}`, form);
      expect([step, answer.status]).toEqual([step, 303]);
    }
  }

  async function sendFrom(visit: Visit): Promise<string> {
    await answerAll(visit);
    const page = await visit.open('/requests/new/check');
    const reference = /name="reference" value="([^"]+)"/.exec(page.text)![1]!;
    await visit.send('/requests/new/check', { reference, declaration: 'on' }).expect(303);
    return reference;
  }

  /** A doctor has no page for tokens; an administrator's command makes them one. */
  function doctorsToken(person: TestPerson): Promise<string> {
    const permissions = new Set([...person.actor.permissions, 'token:manage' as const]);
    return given.aToken({ ...person, actor: { ...person.actor, permissions } }, ['request:send']);
  }

  const api = () => request(test.app.getHttpServer());

  async function sendThroughApi(changes: object = {}): Promise<string> {
    const answer = await api()
      .post('/api/v1/requests')
      .auth(await doctorsToken(doctor), { type: 'bearer' })
      .send({ ...WHOLE, ...changes });
    expect(answer.status).toBe(201);
    return answer.body.reference;
  }

  it('shows a doctor who is not safe whom to call, and raises an alert, before it goes on', async () => {
    const unsafe = await given.aPerson(doctor.actor.organisationId, 'doctor');
    const visit = await visitOf(unsafe);
    const form = { wellbeing: 'unsafe' };
    const answer = await visit.send('/requests/new/how-are-you', form).expect(303);
    expect(answer.headers['location']).toBe('/requests/new/not-safe');
    const page = await visit.open('/requests/new/not-safe');
    for (const { number } of EMERGENCY_CONTACTS) expect(page.text).toContain(`>${number}</a>`);
    expect(page.text).toContain('<form action="/requests/new/safety" method="post"');
    expect(page.text).toContain('href="/requests/new/what-happened">Go on');
    const alert = await visit.send('/requests/new/safety', { danger: 'yes', phone: '' });
    expect((await visit.open(alert.headers['location']!)).text).toContain(
      'Nobody has seen your alert yet',
    );
    expect((await (await visitOf(adviser)).open('/alerts')).text).toContain(unsafe.actor.name);
  });

  it('sends somebody who is not signed in to sign in, and back to the question', async () => {
    const answer = await new Visit(test.app).open('/requests/new/what-happened');
    expect(answer.headers['location']).toBe('/sign-in?next=%2Frequests%2Fnew%2Fwhat-happened');
    await api().get('/api/v1/requests').expect(401);
  });

  it('is refused to those who are no doctors, and the inbox to those who do not decide', async () => {
    const advisers = await visitOf(adviser);
    expect((await advisers.open('/requests/new/words')).status).toBe(403);
    expect((await (await visitOf(manager)).open('/requests')).status).toBe(403);
    expect((await (await visitOf(doctor)).open('/requests')).status).toBe(403);
    const token = await doctorsToken(doctor);
    await api().get('/api/v1/requests').auth(token, { type: 'bearer' }).expect(403);
  });

  it("shows nobody another doctor's request: not found, like one that does not exist", async () => {
    const reference = await sendThroughApi();
    const other = await visitOf(colleague);
    expect((await other.open(`/my/requests/${reference}`)).status).toBe(404);
    expect((await other.open('/my/requests/REQ-26-22222-2')).status).toBe(404);
    expect((await other.open(`/requests/new/sent/${reference}`)).status).toBe(404);
    const mine = await api()
      .get(`/api/v1/requests/${reference}`)
      .auth(await doctorsToken(colleague), { type: 'bearer' });
    expect([mine.status, mine.body.code]).toEqual([404, 'request-not-found']);
    const foreign = await visitOf(stranger);
    expect((await foreign.open(`/requests/${reference}`)).status).toBe(404);
    expect((await foreign.open('/requests')).text).not.toContain(reference);
    await foreign.open('/help');
    const form = { version: '1', title: 'x', kind: 'other' };
    expect((await foreign.send(`/requests/${reference}/accept`, form)).status).toBe(404);
  });

  it('says a fault beside its field, and knows no question that is not asked', async () => {
    const visit = await visitOf(colleague);
    const empty = await visit.send('/requests/new/what-happened', {});
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Choose what happened');
    const noDay = await visit.send('/requests/new/when', { seen: 'date', seenOn: '' });
    expect([noDay.status, noDay.text.includes('href="#seenOn"')]).toEqual([422, true]);
    const future = await visit.send('/requests/new/when', { seen: 'date', seenOn: '2199-01-01' });
    expect([future.status, future.text.includes('today or in the past')]).toEqual([422, true]);
    expect((await visit.open('/requests/new/constructor')).status).toBe(404);
    await api()
      .post('/api/v1/requests')
      .auth(await doctorsToken(doctor), { type: 'bearer' })
      .send({ ...WHOLE, state: 'accepted' })
      .expect(422);
  });

  it('cannot be sent with a question open or without the declaration', async () => {
    const visit = await visitOf(colleague);
    await visit.send('/requests/new/what-happened', { whatHappened: 'threat' }).expect(303);
    const early = await visit.open('/requests/new/check');
    expect(early.headers['location']).toBe('/requests/new/where');
    const list = await visit.open('/my/requests');
    const reference = /REQ-[\w-]+/.exec(list.text)![0];
    const sent = await visit.send('/requests/new/check', { reference, declaration: 'on' });
    expect(sent.headers['location']).toBe('/requests/new/where');
    await answerAll(visit);
    const bare = await visit.send('/requests/new/check', { reference });
    expect([bare.status, bare.text.includes('Confirm that what you send is right')]).toEqual([
      422,
      true,
    ]);
    expect((await (await visitOf(adviser)).open(`/requests/${reference}`)).status).toBe(404);
  });

  it('asks nine questions, keeps each answer, and tells a doctor who has replied to stop', async () => {
    const visit = await visitOf(doctor);
    const first = await visit.open('/requests/new/what-happened');
    expect(first.text).toContain('Question 1 of 9');
    const locations: string[] = [];
    for (const [step, form] of ANSWERS) {
      const answer = await visit.send(`/requests/new/${step}`, form).expect(303);
      locations.push(answer.headers['location']!);
    }
    expect(locations[4]).toBe('/requests/new/please-stop');
    expect(locations.at(-1)).toBe('/requests/new/check');
    expect((await visit.open('/requests/new/please-stop')).text).toContain('Please stop here');
    const again = await visit.open('/requests/new/words');
    expect(again.text).toContain('I was running late. &lt;script&gt;');
    const check = await visit.open('/requests/new/check');
    expect(check.text).toContain('href="/requests/new/link"');
    expect(check.text).not.toContain('<script>x');
  });

  it('is sent once, however often the button is pressed, and says by when it is answered', async () => {
    const visit = await visitOf(doctor);
    const reference = await sendFrom(visit);
    await visit.send('/requests/new/check', { reference, declaration: 'on' }).expect(303);
    const receipt = await visit.open(`/requests/new/sent/${reference}`);
    expect(receipt.text).toMatch(/An adviser answers by \d+ \w+ 20\d\d at 5pm/);
    expect(receipt.text).toContain('116 123');
    expect((await visit.open('/requests/new/check')).headers['location']).toBe('/my/requests');
    const inbox = await (await visitOf(adviser)).open('/requests');
    expect(inbox.text.split(`>${reference}<`).length).toBe(2);
  });

  it('notices a patient’s details in the words and lets them pass', async () => {
    const visit = await visitOf(colleague);
    const words = 'The patient, NHS number 943 476 5919, born 03/04/1961, wrote this.';
    await visit.send('/requests/new/words', { words }).expect(303);
    expect((await visit.open('/requests/new/words')).text).toContain('date of birth');
  });

  it('becomes a case with the facts that the answers settle, and both know of each other', async () => {
    const reference = await sendFrom(await visitOf(doctor));
    const visit = await visitOf(adviser);
    const page = await visit.open(`/requests/${reference}`);
    const version = /name="version" value="(\d+)"/.exec(page.text)![1]!;
    const form = { version, title: 'A review', kind: 'negative_review' };
    const accepted = await visit.send(`/requests/${reference}/accept`, form).expect(303);
    const caseReference = /PAR-[\w-]+$/.exec(accepted.headers['location']!)![0];
    expect((await visit.open(`/requests/${reference}`)).text).toContain(caseReference);
    expect((await visit.open(`/cases/${caseReference}`)).text).toContain(`/requests/${reference}`);
    const tx = test.app.get(Transactions);
    const rows = await tx.run(scopeOfActor(adviser.actor), () =>
      tx.query<{ facts: object; direction: string; doctor_id: string; id: string }>(
        `select t.facts, c.id, c.direction, c.doctor_id from triage_answers t
           join case_record c on c.id = t.case_id where c.reference = $1`,
        [caseReference],
      ),
    );
    expect(rows[0]).toMatchObject({
      direction: 'both',
      doctor_id: doctor.actor.personId,
      facts: {
        doctor_already_replied: true,
        formal_complaint_received: true,
      },
    });
    expect(Object.keys(rows[0]!.facts)).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^(direction|jurisdiction|setting|platform)$/),
      ]),
    );
    const events = await trailOf(test, adviser.actor, rows[0]!.id);
    expect(events.map(({ action }) => action)).toEqual(['case.opened', 'case.came-from-request']);
  });

  it('is not there for those outside the wall of its case, and stays there for its doctor', async () => {
    const url = 'https://x.example/walled';
    const [reference, twin] = [await sendThroughApi({ url }), await sendThroughApi({ url })];
    const approver = await given.aPerson(adviser.actor.organisationId, 'approver');
    const inside = await visitOf(approver);
    await inside.open(`/requests/${reference}`);
    const form = { version: '1', title: 'A colleague', kind: 'threat' };
    const accepted = await inside.send(`/requests/${reference}/accept`, form).expect(303);
    const outside = await visitOf(adviser);
    expect((await outside.open(`/requests/${twin}`)).text).toContain(reference);
    const members = approver.actor.personId;
    await inside.send(`${accepted.headers['location']}/wall`, { members }).expect(303);
    expect((await outside.open(`/requests/${reference}`)).status).toBe(404);
    expect((await outside.send(`/requests/${reference}/decline`, { reason: 'x' })).status).toBe(
      404,
    );
    expect((await outside.open(`/requests/${twin}`)).text).not.toContain(reference);
    const token = await given.aToken(adviser, ['request:decide']);
    await api().get(`/api/v1/requests/${reference}`).auth(token, { type: 'bearer' }).expect(404);
    const rows = await test.app
      .get(Transactions)
      .run(scopeOfActor(adviser.actor), () =>
        test.app.get(Transactions).query('select from request where reference = $1', [reference]),
      );
    expect(rows).toEqual([]);
    expect((await inside.open(`/requests/${reference}`)).status).toBe(200);
    const doctors = await visitOf(doctor);
    expect((await doctors.open('/my/requests')).text).toContain(reference);
    expect((await doctors.open(`/my/requests/${reference}`)).text).toContain('With an adviser');
  });

  it('tells its doctor how the case goes and nothing of what is thought about it', async () => {
    const reference = await sendThroughApi({ url: 'https://x.example/secret' });
    const visit = await visitOf(adviser);
    await visit.open(`/requests/${reference}`);
    const form = { version: '1', title: 'Canary title', kind: 'harassment' };
    await visit.send(`/requests/${reference}/accept`, form).expect(303);
    const status = await (await visitOf(doctor)).open(`/my/requests/${reference}`);
    expect(status.text).toContain('Your adviser is working out what is best to do.');
    expect(status.text).toContain(adviser.actor.name);
    expect(status.text).not.toMatch(/Canary title|Harassment|PAR-/);
  });

  it('is accepted by one adviser only; the other is told and opens no case', async () => {
    const reference = await sendThroughApi({ url: 'https://x.example/twice' });
    const visits = [await visitOf(adviser), await visitOf(secondAdviser)];
    const form = { version: '1', title: 'Race', kind: 'threat' };
    const answers = await Promise.all(
      visits.map((visit) => visit.send(`/requests/${reference}/accept`, form)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const loser = answers.find(({ status }) => status === 409)!;
    expect(loser.text).toContain('Somebody else has decided this request');
    const tx = test.app.get(Transactions);
    const cases = await tx.run(scopeOfActor(adviser.actor), () =>
      tx.query(`select from case_record where title = 'Race'`),
    );
    expect(cases).toHaveLength(1);
  });

  it('is declined with a reason that the doctor reads', async () => {
    const reference = await sendThroughApi();
    const visit = await visitOf(adviser);
    const bare = await visit.send(`/requests/${reference}/decline`, { version: '1', reason: ' ' });
    expect([bare.status, bare.text.includes('href="#reason"')]).toEqual([422, true]);
    const form = { version: '1', reason: 'Your <own> insurer answers for this.' };
    await visit.send(`/requests/${reference}/decline`, form).expect(303);
    const status = await (await visitOf(doctor)).open(`/my/requests/${reference}`);
    expect(status.text).toContain('Your &lt;own&gt; insurer answers for this.');
  });

  it('is listed, read and decided by programs as by people, the most pressing time first', async () => {
    const reference = await sendThroughApi({ url: 'https://x.example/same' });
    const twin = await sendThroughApi({ url: 'https://x.example/same' });
    const token = await given.aToken(adviser, ['request:decide', 'case:write', 'case:read']);
    const get = (path: string) => api().get(path).auth(token, { type: 'bearer' });
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor: string = next ? `&cursor=${encodeURIComponent(next)}` : '';
      const page: request.Response = await get(`/api/v1/requests?limit=1${cursor}`).expect(200);
      seen.push(...page.body.items.map((item: { reference: string }) => item.reference));
      next = page.body.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining([reference, twin]));
    await get('/api/v1/requests?cursor=nonsense').expect(400);
    const read = await get(`/api/v1/requests/${reference}`).expect(200);
    expect(read.body).toMatchObject({ state: 'sent', duplicates: { requests: [twin] } });
    const decide = () =>
      api()
        .post(`/api/v1/requests/${reference}/decision`)
        .auth(token, { type: 'bearer' })
        .send({ decision: 'accept' });
    const decided = await decide().expect(200);
    expect(decided.body.caseReference).toMatch(/^PAR-/);
    await decide().expect(409);
  });
});
