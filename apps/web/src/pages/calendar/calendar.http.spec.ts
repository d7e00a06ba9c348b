import request from 'supertest';
import { CalendarEffect, ClocksFollowing, RecomputeClocks } from '#cases';
import { addDays, addWorkingDays, isWorkingDay } from '#deadlines';
import { type Permission } from '#identity';
import { CalendarDays } from '#knowledge';
import { JobProcessor, OutboxRepository, scopeOf, Transactions } from '#platform';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

let test: TestApp;
let given: Given;
let admin: TestPerson;
let approver: TestPerson;
let adviser: TestPerson;
let stranger: TestPerson;

/** The first working day after tomorrow in England and in Scotland: no clock may start after today. */
const TODAY = new Date().toISOString().slice(0, 10);
const DAY = addWorkingDays(addDays(TODAY, 1), 1, 'england_wales');
const proposal = {
  calendar: 'england_wales',
  on: DAY,
  name: 'Proclaimed day',
  source: 'Royal proclamation',
};

beforeAll(async () => {
  test = await startTestApp();
  given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  admin = await given.aPerson(own, 'admin');
  approver = await given.aPerson(own, 'approver');
  adviser = await given.aPerson(own, 'adviser');
  stranger = await given.aPerson(other, 'admin');
  const { app } = test;
  const follower = new RecomputeClocks(
    app.get(Transactions),
    app.get(CalendarDays),
    app.get(CalendarEffect),
    app.get(ClocksFollowing),
  );
  app.get(JobProcessor).register(follower);
});
afterAll(() => test.close());

const visitOf = (person: TestPerson) => new Visit(test.app).signIn(person);
const bearer = async (person: TestPerson, ...scopes: Permission[]) =>
  `Bearer ${await given.aToken(person, scopes)}`;

/** Calls the API as somebody. */
async function callAs(person: TestPerson, ...scopes: Permission[]) {
  const token = await bearer(person, ...scopes);
  return (method: 'get' | 'post' | 'patch', path: string, body?: object) => {
    const api = request(test.app.getHttpServer());
    return api[method](`/api/v1${path}`).set('authorization', token).send(body);
  };
}

/** A case with a clock that runs over the day. */
async function aClockOverTheDay(deadline: string, start = TODAY) {
  const found = await aCase(test, adviser);
  const call = await callAs(adviser, 'case:read', 'case:write');
  const body = deadline.startsWith('target') ? { deadline } : { deadline, start: { at: start } };
  const clock = (await call('post', `/cases/${found.reference}/deadlines`, body).expect(201)).body;
  const running = async () => {
    const answer = await call('get', `/cases/${found.reference}/deadlines`).expect(200);
    return answer.body.items as Record<string, unknown>[];
  };
  return { found, clock: clock as Record<string, unknown>, running };
}

/** Does the job that a publication left, as if it were delivered twice. */
async function follow(): Promise<void> {
  const tx = test.app.get(Transactions);
  const jobs = await tx.run(scopeOf(admin.actor.organisationId), () =>
    tx.query<{ id: string }>(
      `select id from outbox where name = 'recompute-clocks' and done_at is null`,
    ),
  );
  expect(jobs).toHaveLength(1);
  for (const { id } of [...jobs, ...jobs]) await test.app.get(JobProcessor).process(id);
  expect(await test.app.get(OutboxRepository).count()).toMatchObject({ failed: 0 });
}

async function propose(change: object = {}): Promise<string> {
  const call = await callAs(admin, 'calendar:edit');
  const body = { ...proposal, ...change };
  const answer = await call('post', '/calendar-changes', body).expect(201);
  return (answer.body as { id: string }).id;
}

async function publish(id: string): Promise<void> {
  const visit = await visitOf(approver);
  await visit.send(`/admin/calendar/${id}/publish`, {}).expect(303);
  await follow();
}

describe('the calendar', () => {
  it('is not shown to people who are not signed in, nor to those without the right', async () => {
    await new Visit(test.app)
      .open('/admin/calendar')
      .then(({ status }) => expect(status).toBe(303));
    const visit = await visitOf(adviser);
    expect((await visit.open('/admin/calendar')).status).toBe(403);
    expect((await (await visitOf(approver)).open('/admin/calendar/new')).status).toBe(403);
  });

  it('refuses a day that is off already, beside its field, and keeps what was typed', async () => {
    const visit = await visitOf(admin);
    await visit.open('/admin/calendar/new');
    const christmas = { ...proposal, on: '2029-12-25' };
    const page = await visit.send('/admin/calendar/new', christmas);
    expect(page.status).toBe(422);
    expect(page.text).toContain('That day is in the calendar already: Christmas Day');
    expect(page.text).toContain('Royal proclamation');
    for (const change of [
      { on: '2027-02-30' },
      { name: '' },
      { source: ' ' },
      { calendar: 'moon' },
    ]) {
      expect((await visit.send('/admin/calendar/new', { ...proposal, ...change })).status).toBe(
        422,
      );
    }
  });

  it('shows the days of a year with their source, by calendar', async () => {
    const visit = await visitOf(approver);
    const page = await visit.open('/admin/calendar?calendar=scotland&year=2026');
    expect(page.text).toContain('World Cup bank holiday');
    expect(page.text).toContain('Royal proclamation of 4 February 2026');
    const call = await callAs(admin, 'calendar:edit');
    const days = (await call('get', '/calendars/ireland?year=2026').expect(200)).body.items;
    expect(days).toHaveLength(10);
    await call('get', '/calendars/moon').expect(404);
    await call('get', '/calendars/ireland?year=12').expect(422);
  });
});

describe('a day that is added', () => {
  it('is hidden from another organisation', async () => {
    const id = await propose({ on: '2031-03-05' });
    expect((await (await visitOf(stranger)).open(`/admin/calendar/${id}`)).status).toBe(404);
    expect((await (await visitOf(admin)).open(`/admin/calendar/${id}`)).status).toBe(200);
  });

  it('shows what it would move, and moves nothing before a second person publishes it', async () => {
    const { found, clock, running } = await aClockOverTheDay('eng_complaint_ack_3wd');
    const later = addWorkingDays(String(clock['dueOn']), 1, 'england_wales');
    const visit = await visitOf(admin);
    await visit.open('/admin/calendar/new');
    const check = await visit.send('/admin/calendar/new', proposal).expect(200);
    expect(check.text).toContain(found.reference);
    const call = await callAs(admin, 'calendar:edit');
    const { body } = await call('post', '/calendar-changes/effect', proposal).expect(200);
    expect(body.moves).toContainEqual({
      reference: found.reference,
      title: 'Acknowledge the complaint',
      from: clock['dueOn'],
      to: later,
    });
    const id = await propose();
    expect((await running())[0]).toMatchObject({ id: clock['id'], dueOn: clock['dueOn'] });
    await call('post', `/calendar-changes`, proposal).expect(409);
    await visit.send(`/admin/calendar/${id}/publish`, {}).expect(403);
    await publish(id);
    const [moved, old] = await running();
    expect(moved).toMatchObject({ dueOn: later, state: 'open', start: clock['start'] });
    expect(String(moved!['steps'])).toContain('Proclaimed day, not counted.');
    expect(old).toMatchObject({
      id: clock['id'],
      state: 'withdrawn',
      settledReason: 'Replaced: the calendar of working days changed.',
    });
    expect(await running()).toHaveLength(2);
    const timeline = await (await visitOf(adviser)).open(`/cases/${found.reference}/timeline`);
    expect(timeline.text).toContain('Deadline withdrawn');
    await visit.send(`/admin/calendar/${id}/discard`, {}).expect(409);
    await call('post', '/calendar-changes', proposal).expect(422);
  });

  it('moves the dates back when its removal is published', async () => {
    const { clock, running } = await aClockOverTheDay('eng_complaint_ack_3wd');
    const call = await callAs(admin, 'calendar:edit');
    const { body } = await call('get', '/calendar-changes').expect(200);
    const items = body.items as { id: string; inForce: boolean; on: string }[];
    const { id } = items.find(({ inForce, on }) => inForce && on === DAY)!;
    const asked = await call('post', `/calendar-changes/${id}/removal`).expect(201);
    await call('post', `/calendar-changes/${id}/removal`).expect(409);
    await publish(asked.body.id as string);
    expect((await running())[0]).toMatchObject({
      dueOn: addWorkingDays(String(clock['dueOn']), -1, 'england_wales'),
    });
    await call('post', `/calendar-changes/${id}/removal`).expect(409);
  });

  it('that closes the office moves our own goals and no deadline that is set by law', async () => {
    const law = await aClockOverTheDay('eng_complaint_ack_3wd');
    const goal = await aClockOverTheDay('target_first_response');
    expect(isWorkingDay(DAY, 'england_wales')).toBe(true);
    await publish(await propose({ calendar: 'office', name: 'Office closed' }));
    expect((await law.running())[0]).toMatchObject({ id: law.clock['id'] });
    const [moved] = await goal.running();
    expect(moved!['id']).not.toBe(goal.clock['id']);
    expect(String(moved!['steps'])).toContain('Office closed, not counted.');
  });

  it('is discarded by either person, once', async () => {
    const id = await propose({ on: '2032-06-09' });
    const visit = await visitOf(approver);
    await visit.send(`/admin/calendar/${id}/discard`, {}).expect(303);
    await visit.send(`/admin/calendar/${id}/publish`, {}).expect(409);
  });
});
