import request from 'supertest';
import { CaseDeadlinesService, WallsService } from '#cases';
import { newId, type CaseId } from '#kernel';
import { feedText, Notices } from '#notifications';
import { scopeOf, Transactions } from '#platform';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase, rowsAsOwner } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

const CANARY = 'nightingale';

let test: TestApp;
let given: Given;
let approver: TestPerson;
let adviser: TestPerson;
let manager: TestPerson;
let admin: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  given = new Given(test.app);
  const own = await given.anOrganisation();
  approver = await given.aPerson(own, 'approver');
  adviser = await given.aPerson(own, 'adviser');
  manager = await given.aPerson(own, 'manager');
  admin = await given.aPerson(own, 'admin');
});
afterAll(() => test.close());

const visitOf = (person: TestPerson) => new Visit(test.app).signIn(person);
const get = (path: string) => request(test.app.getHttpServer()).get(path);

function tell(person: TestPerson, caseId: CaseId): Promise<boolean> {
  const { organisationId, personId } = person.actor;
  return test.app
    .get(Transactions)
    .run(scopeOf(organisationId), () =>
      test.app
        .get(Notices)
        .add(organisationId, { personId, kind: 'deadline-80', caseId, sourceId: newId() }),
    );
}

/** An open case of the approver with a clock, in words that must not get out. */
async function aCaseWithClock() {
  const found = await aCase(test, approver, { title: CANARY, postText: CANARY });
  const told = { start: { at: '2026-01-05' } };
  await test.app
    .get(CaseDeadlinesService)
    .start(approver.actor, found.reference, 'eng_complaint_ack_3wd', told);
  return found;
}

describe('notices', () => {
  it('are for those who are signed in', async () => {
    expect((await new Visit(test.app).open('/notices')).status).toBe(303);
    await get('/api/v1/notices').expect(401);
  });

  it('say what they are when there are none', async () => {
    expect((await (await visitOf(manager)).open('/notices')).text).toContain(
      'You have no notices.',
    );
  });

  it('are counted in the head of the page until they are read, by their own person alone', async () => {
    const found = await aCaseWithClock();
    await tell(adviser, found.id);
    const visit = await visitOf(adviser);
    const page = await visit.open('/notices');
    expect(page.text).toContain(found.reference);
    expect(page.text).not.toContain(CANARY);
    expect(page.text).toContain('Notices (1');
    const token = await given.aToken(adviser, ['case:read']);
    const api = await get('/api/v1/notices').set('authorization', `Bearer ${token}`).expect(200);
    expect(api.body).toMatchObject({ unread: 1, items: [{ kind: 'deadline-80', readAt: null }] });
    const { id } = api.body.items[0] as { id: string };
    const other = await visitOf(manager);
    await other.send(`/notices/${id}/read`, {}).expect(404);
    await visit.send(`/notices/${id}/read`, {}).expect(303);
    expect((await visit.open('/notices')).text).not.toContain('Notices (');
  });

  it('about a case behind a wall are gone for whoever may not know of it', async () => {
    const found = await aCaseWithClock();
    await tell(adviser, found.id);
    await tell(approver, found.id);
    const { personId } = approver.actor;
    await test.app.get(WallsService).raise(approver.actor, found.reference, [personId]);
    expect((await (await visitOf(adviser)).open('/notices')).text).not.toContain(found.reference);
    expect((await (await visitOf(approver)).open('/notices')).text).toContain(found.reference);
  });
});

describe('the mail of the demonstration', () => {
  it('is not there in any other installation', async () => {
    expect((await (await visitOf(admin)).open('/dev/outbox')).status).toBe(404);
  });
});

describe('being away', () => {
  const absence = () => ({ awayUntil: '2199-01-01', coverId: approver.actor.personId });

  it('is set by those who work on cases, with a cover who does so too', async () => {
    await (await visitOf(manager)).send('/my/settings/absence', absence()).expect(403);
    const visit = await visitOf(adviser);
    for (const coverId of [adviser.actor.personId, manager.actor.personId, newId()]) {
      const page = await visit.send('/my/settings/absence', { ...absence(), coverId });
      expect(page.status).toBe(422);
      expect(page.text).toContain('Choose a colleague who works on cases');
    }
    const past = await visit.send('/my/settings/absence', {
      ...absence(),
      awayUntil: '2020-01-01',
    });
    expect([past.status, past.text.includes('not past')]).toEqual([422, true]);
    await visit.send('/my/settings/absence', absence()).expect(303);
    expect((await visit.open('/my/settings')).text).toContain('stands in for you');
    await visit.send('/my/settings/absence/end', {}).expect(303);
    expect((await visit.open('/my/settings')).text).not.toContain('stands in for you');
  });

  it('is set by an administrator for somebody else', async () => {
    const visit = await visitOf(admin);
    const path = `/admin/people/${adviser.actor.personId}/absence`;
    await (await visitOf(adviser)).send(path, absence()).expect(403);
    await visit.send(`/admin/people/${newId()}/absence`, absence()).expect(404);
    await visit.send(path, absence()).expect(303);
    expect((await visit.open(path.replace('/absence', ''))).text).toContain('stands in');
    await visit.send(`${path}/end`, {}).expect(303);
  });
});

/** All that a feed may say of a clock, and of itself. */
const EVENT =
  /^BEGIN:VEVENT\r\nUID:[\da-f-]{36}@parapet\r\nDTSTAMP:\d{8}T\d{6}Z\r\nDTSTART(?:;VALUE=DATE:\d{8}|:\d{8}T\d{6}Z)\r\nSUMMARY:PAR-\d\d-\w{5}-\w: [A-Z][\w ()-]+\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n$/;
const NO_EVENTS = feedText([], new Date());

describe('a calendar feed', () => {
  async function feedOf(person: TestPerson): Promise<string> {
    const page = await (await visitOf(person)).send('/my/settings/feed', {}).expect(200);
    return /\/feeds\/[\w-]+/.exec(page.text)![0];
  }

  it('is there for its secret alone', async () => {
    const address = await feedOf(approver);
    const wrong = address.slice(0, -1) + (address.endsWith('A') ? 'B' : 'A');
    for (const path of ['/feeds/words', `/feeds/${'A'.repeat(64)}`, wrong]) {
      await get(path).expect(404);
    }
    await (await visitOf(manager)).send('/my/settings/feed', {}).expect(403);
  });

  it('says reference and name of the deadline, without a session, and nothing else', async () => {
    const found = await aCaseWithClock();
    const answer = await get(await feedOf(approver)).expect(200);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(answer.headers['cache-control']).toContain('no-store');
    expect(answer.text).toContain(`SUMMARY:${found.reference}: Acknowledge the complaint`);
    expect(answer.text).toContain('DTSTART;VALUE=DATE:20260108');
    for (const word of [CANARY, 'Example', 'google', 'maps']) {
      expect(answer.text.toLowerCase()).not.toContain(word.toLowerCase());
    }
    const whole = answer.text.replaceAll('\r\n ', '');
    const other = whole.replaceAll(/BEGIN:VEVENT\r\n(?:.*\r\n)*?END:VEVENT\r\n/g, (event) => {
      expect(event).toMatch(EVENT);
      return '';
    });
    expect(other).toBe(NO_EVENTS);
  });

  it('has an address that nobody can guess, another each time', async () => {
    const secrets = [await feedOf(approver), await feedOf(approver)].map((address) =>
      Buffer.from(address.split('/').at(-1)!, 'base64url').subarray(16),
    );
    expect(secrets.map(({ length }) => length)).toEqual([32, 32]);
    expect(secrets[0]!.equals(secrets[1]!)).toBe(false);
  });

  it('leaves out what lies behind a wall for its person', async () => {
    const found = await aCaseWithClock();
    const address = await feedOf(approver);
    const other = await given.aPerson(admin.actor.organisationId, 'approver');
    await test.app.get(WallsService).raise(other.actor, found.reference, []);
    const { organisationId, personId } = approver.actor;
    await test.app
      .get(Transactions)
      .run(scopeOf(organisationId), () =>
        test.app
          .get(Transactions)
          .query(`update case_record set owner_id = $2 where id = $1`, [found.id, personId]),
      );
    expect((await get(address).expect(200)).text).not.toContain(found.reference);
  });

  it('ends with a new one, with its end, and with the access of its person', async () => {
    const leaver = await given.aPerson(admin.actor.organisationId, 'adviser');
    const [first, second] = [await feedOf(leaver), await feedOf(leaver)];
    await get(first).expect(404);
    await get(second).expect(200);
    await (await visitOf(leaver)).send('/my/settings/feed/end', {}).expect(303);
    await get(second).expect(404);
    const third = await feedOf(leaver);
    const visit = await visitOf(admin);
    const access = { version: 1, access: 'off' };
    await visit.send(`/admin/people/${leaver.actor.personId}/access`, access).expect(303);
    await get(third).expect(404);
  });

  it('is kept as a hash', async () => {
    const address = await feedOf(approver);
    const rows = [
      ...(await rowsAsOwner(test, 'calendar_feed')),
      ...(await rowsAsOwner(test, 'idempotency_key')),
      ...(await rowsAsOwner(test, 'audit_event')),
    ].join('\n');
    expect(rows).not.toContain(address.split('/').at(-1));
  });
});

describe('my deadlines', () => {
  it('are shown to those who work on cases, the overdue ones first', async () => {
    expect((await (await visitOf(manager)).open('/work/deadlines')).status).toBe(403);
    expect((await (await visitOf(adviser)).open('/work/deadlines')).text).toContain(
      'Nothing of yours is due',
    );
    const found = await aCaseWithClock();
    const today = new Date().toISOString().slice(0, 10);
    await test.app
      .get(CaseDeadlinesService)
      .start(approver.actor, found.reference, 'gmc_rule7_28d', { start: { at: today } });
    const { text } = await (await visitOf(approver)).open('/work/deadlines');
    expect(text.indexOf('Overdue')).toBeGreaterThan(0);
    expect(text.indexOf('Answer the GMC letter')).toBeGreaterThan(text.indexOf('Overdue'));
    expect(text).not.toContain(CANARY);
  });

  it('come page by page to programs', async () => {
    const token = await given.aToken(approver, ['case:read']);
    const ask = (query: string) =>
      get(`/api/v1/deadlines?limit=1${query}`).set('authorization', `Bearer ${token}`);
    const first = await ask('').expect(200);
    const second = await ask(`&cursor=${first.body.next as string}`).expect(200);
    expect(first.body.items).toHaveLength(1);
    expect(second.body.items[0].id).not.toBe(first.body.items[0].id);
    await ask('&cursor=words').expect(400);
  });
});
