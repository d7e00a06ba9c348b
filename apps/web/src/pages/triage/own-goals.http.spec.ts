import request from 'supertest';
import { addWorkingDays } from '#deadlines';
import { scopeOf, Transactions } from '#platform';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

let test: TestApp;
let adviser: TestPerson;
let token: string;
let reader: string;

beforeAll(async () => {
  test = await startTestApp();
  const given = new Given(test.app);
  adviser = await given.aPerson(await given.anOrganisation(), 'adviser');
  token = await given.aToken(adviser, ['case:read', 'case:write']);
  reader = await given.aToken(adviser, ['case:read']);
});
afterAll(() => test.close());

const patch = (path: string, body: object, by = token) =>
  request(test.app.getHttpServer())
    .patch(`/api/v1${path}`)
    .set('authorization', `Bearer ${by}`)
    .send(body);

async function start(body: object) {
  const { reference } = await aCase(test, adviser);
  const base = `/cases/${reference}/deadlines`;
  const { body: clock } = await request(test.app.getHttpServer())
    .post(`/api/v1${base}`)
    .set('authorization', `Bearer ${token}`)
    .send(body)
    .expect(201);
  return { base, clock, path: `${base}/${clock.id as string}` };
}

const waits = { state: 'paused', reason: 'The doctor is abroad.' };

describe('pausing a deadline', () => {
  it('is refused to whoever may only read, and without a reason', async () => {
    const { path } = await start({ deadline: 'target_first_response' });
    await patch(path, waits, reader).expect(403);
    const { body } = await patch(path, { state: 'paused' }).expect(422);
    expect(body.code).toBe('reason-needed');
  });

  it('is refused for what is set by law or from outside, with words, in API and page', async () => {
    for (const deadline of ['eng_complaint_ack_3wd', 'media_deadline', 'ico_breach_72h']) {
      const { path } = await start({ deadline });
      const { body } = await patch(path, waits).expect(409);
      expect(body).toMatchObject({ code: 'clock-never-pauses' });
      expect(JSON.stringify(body)).toContain('It cannot be paused.');
      const visit = await new Visit(test.app).signIn(adviser);
      const page = await visit.open(path);
      expect(page.text).not.toContain('Pause this goal');
      const sent = await visit.send(`${path}/paused`, { pauseReason: 'Waiting.' });
      expect(sent.status).toBe(409);
      expect(sent.text).toContain('It cannot be paused.');
    }
  });

  it('is refused by the database for whatever the code lets through', async () => {
    const { clock } = await start({ deadline: 'eng_complaint_ack_3wd' });
    const tx = test.app.get(Transactions);
    const pausing = tx.run(scopeOf(adviser.actor.organisationId), () =>
      tx.query(
        `update case_deadline set paused_at = now(), paused_by = $2, paused_reason = 'x' where id = $1`,
        [clock.id, adviser.actor.personId],
      ),
    );
    await expect(pausing).rejects.toMatchObject({ driverError: { code: '23514' } });
  });

  it('lets a goal of our own stand still and go on, once each', async () => {
    const { base, path } = await start({ deadline: 'target_first_response' });
    await patch(path, { state: 'running' }).expect(409);
    const visit = await new Visit(test.app).signIn(adviser);
    await visit.open(path);
    await visit.send(`${path}/paused`, { pauseReason: '' }).expect(422);
    await visit.send(`${path}/paused`, { pauseReason: 'The doctor is abroad.' }).expect(303);
    const page = await visit.open(path);
    expect(page.text).toContain('The doctor is abroad.');
    expect(page.text).toContain('Let it go on');
    await patch(path, waits).expect(409);
    await visit.send(`${path}/resumed`, {}).expect(303);
    const list = await visit.open(base);
    expect(list.text).toContain('Replaced: it stood still, and goes on.');
    await patch(path, { state: 'running' }).expect(409);
  });

  it('adds the working days of the pause to the date', async () => {
    const { path, clock } = await start({ deadline: 'target_first_response' });
    await patch(path, waits).expect(200);
    const tx = test.app.get(Transactions);
    // The case was opened and the goal paused a week ago.
    await tx.run(scopeOf(adviser.actor.organisationId), () =>
      tx.query(`update case_deadline set paused_at = paused_at - interval '7 days' where id = $1`, [
        clock.id,
      ]),
    );
    const { body } = await patch(path, { state: 'running' }).expect(200);
    expect(body.pauses).toHaveLength(1);
    const { from, until } = body.pauses[0] as { from: string; until: string };
    expect(Date.parse(until) - Date.parse(from)).toBe(7 * 86_400_000);
    expect(body.dueOn).toBe(addWorkingDays(until, 2, 'england_wales'));
  });
});
