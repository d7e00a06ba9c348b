import request from 'supertest';
import { type Case, CaseDeadlinesService, TasksService } from '#cases';
import { scopeOfActor } from '#identity';
import { newId } from '#kernel';
import { Transactions } from '#platform';
import {
  ReferralsService,
  WORKSHEET_KINDS,
  WorksheetSigningService,
  WorksheetsService,
} from '#referrals';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase, decideRoutes } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { completeAnswers } from '../../../../../test/support/worksheets.js';

let test: TestApp;
let adviser: TestPerson;
let approver: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  const given = new Given(test.app);
  const own = await given.anOrganisation();
  adviser = await given.aPerson(own, 'adviser');
  approver = await given.aPerson(own, 'approver');
});
afterAll(() => test.close());

const THRESHOLD = WORKSHEET_KINDS.find(({ id }) => id === 'regulator-threshold')!;
const referral = {
  route: 'regulator_advice',
  recipient: 'General Medical Council',
  reason: 'Because it is serious',
} as const;

async function aRegulatorCase(): Promise<Case> {
  const found = await aCase(test, adviser);
  return decideRoutes(test, adviser, found.reference, ['regulator_advice']);
}

/** A worksheet that lacks nothing but its signature. @returns its version. */
async function filledIn({ reference }: Case): Promise<number> {
  const service = test.app.get(WorksheetsService);
  await service.open(adviser.actor, reference, THRESHOLD.id);
  const answers = completeAnswers(THRESHOLD, adviser.actor.personId);
  return (await service.save(adviser.actor, reference, THRESHOLD.id, { version: 1, answers }))
    .version;
}

function sign({ reference }: Case, version: number, decision: string, reason = 'My reason') {
  const words = { version, decision, reason, dissent: 'The duty adviser saw it otherwise.' };
  const signing = test.app.get(WorksheetSigningService);
  return signing.signOff(approver.actor, reference, THRESHOLD.id, words);
}

const referralsOf = ({ reference }: Case) =>
  test.app.get(ReferralsService).list(adviser.actor, reference);

describe('a referral to a regulator', () => {
  it('is refused while no worksheet is signed, on the page, by the API and by the database (seeds row 20)', async () => {
    const found = await aRegulatorCase();
    const token = await new Given(test.app).aToken(adviser, ['case:read', 'case:write']);
    const call = () =>
      request(test.app.getHttpServer())
        .post(`/api/v1/cases/${found.reference}/referrals`)
        .auth(token, { type: 'bearer' })
        .send(referral);
    expect((await call()).body).toMatchObject({ code: 'worksheet-not-signed', status: 422 });
    await filledIn(found);
    expect((await call()).body).toMatchObject({ code: 'worksheet-not-signed', status: 422 });
    const visit = await new Visit(test.app).signIn(adviser);
    const page = await visit.send(`/cases/${found.reference}/referrals`, referral);
    expect(page.text).toContain('Have the worksheet “Regulator threshold” signed off first');
    const tx = test.app.get(Transactions);
    const past = tx.run(scopeOfActor(adviser.actor), () =>
      tx.query(
        `insert into referral (id, organisation_id, case_id, route, recipient, reason, decided_by, decided_at)
         values ($1, $2, $3, 'regulator_advice', 'x', 'x', $4, now())`,
        [newId(), found.organisationId, found.id, adviser.actor.personId],
      ),
    );
    await expect(past).rejects.toThrow('needs a signed worksheet');
    expect(await referralsOf(found)).toEqual([]);
  });

  it.each(['no-referral', 'local'])('is refused where “%s” was decided', async (decision) => {
    const found = await aRegulatorCase();
    await sign(found, await filledIn(found), decision);
    const made = test.app.get(ReferralsService).make(adviser.actor, found.reference, referral);
    await expect(made).rejects.toMatchObject({ code: 'worksheet-not-signed' });
    expect(await referralsOf(found)).toEqual([]);
  });

  it('is never signed for by an author, without a reason, or with a part missing', async () => {
    const found = await aRegulatorCase();
    const version = await filledIn(found);
    await expect(sign(found, version, 'refer', ' ')).rejects.toMatchObject({
      code: 'sign-off-wrong',
    });
    const { reference } = found;
    const answers = { expression: '' };
    const service = test.app.get(WorksheetsService);
    const less = await service.save(adviser.actor, reference, THRESHOLD.id, { version, answers });
    await expect(sign(found, less.version, 'refer')).rejects.toMatchObject({
      code: 'worksheet-incomplete',
      faults: [{ field: 'expression' }],
    });
    const mended = { version: less.version, answers: { expression: 'Belief' } };
    const own = await service.save(approver.actor, reference, THRESHOLD.id, mended);
    await expect(sign(found, own.version, 'refer')).rejects.toMatchObject({
      code: 'signer-is-author',
    });
    expect(await referralsOf(found)).toEqual([]);
  });

  it('stands in the name and with the reason of who decided it, and is still to be sent', async () => {
    const found = await aRegulatorCase();
    const signed = await sign(found, await filledIn(found), 'refer');
    expect(signed).toMatchObject({ decision: 'refer', signedByName: approver.actor.name });
    expect(await referralsOf(found)).toMatchObject([
      { state: 'decided', decidedByName: approver.actor.name, reason: 'My reason' },
    ]);
    const tasks = await test.app.get(TasksService).list(adviser.actor, found.reference);
    expect(tasks.map(({ title }) => title)).toContain(
      'Send the referral to the regulator and record that it was sent',
    );
    await test.app.get(ReferralsService).make(adviser.actor, found.reference, referral);
    expect(await referralsOf(found)).toHaveLength(2);
  });
});

describe('a regulator’s proceedings', () => {
  it('turn hearings into deadlines, bring the tasks of each stage and offer a wall (seeds row 27)', async () => {
    const found = await aRegulatorCase();
    const [service, signing] = [
      test.app.get(WorksheetsService),
      test.app.get(WorksheetSigningService),
    ];
    const at = [adviser.actor, found.reference, 'regulator-stage'] as const;
    await service.open(...at);
    const first = {
      regulator: 'gmc',
      letterOn: '2026-01-06',
      about: 'A post',
      answerBy: '2199-03-04',
    };
    await service.save(...at, { version: 1, answers: first });
    await signing.signOff(...at, { version: 2, decision: '', reason: '', dissent: '' });
    const unsaid = signing.step(...at, { step: 'interim-orders', version: 3 });
    await expect(unsaid).rejects.toMatchObject({ code: 'worksheet-incomplete' });
    const later = { iotOn: '2199-05-06T10:00' };
    await service.save(...at, { version: 3, answers: later });
    const tooEarly = signing.step(...at, { step: 'tribunal', version: 4 });
    await expect(tooEarly).rejects.toMatchObject({ code: 'worksheet-step-wrong' });
    const moved = await signing.step(...at, { step: 'interim-orders', version: 4 });
    expect(moved.state).toBe('interim-orders');
    const { deadlines } = await test.app
      .get(CaseDeadlinesService)
      .read(adviser.actor, found.reference);
    const due = deadlines.map(({ deadline, dueOn, dueAt }) => [
      deadline,
      dueOn ?? dueAt?.toISOString(),
    ]);
    expect(due).toEqual([
      ['regulator_letter_date', '2199-03-04'],
      ['iot_hearing_date', '2199-05-06T09:00:00.000Z'],
    ]);
    const tasks = await test.app.get(TasksService).list(adviser.actor, found.reference);
    expect(tasks.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        'Decide who needs to see this case',
        'Find representation for the interim orders hearing',
        'Interim orders hearing',
      ]),
    );
    const visit = await new Visit(test.app).signIn(approver);
    const page = await visit.open(`/cases/${found.reference}/worksheets/regulator-stage`);
    expect(page.text).toContain(`/cases/${found.reference}/wall`);
  });
});
