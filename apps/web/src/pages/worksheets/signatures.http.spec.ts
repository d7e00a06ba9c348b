import request from 'supertest';
import { type Case, CaseDeadlinesService, WallsService } from '#cases';
import { type Permission, PERSON_ONLY } from '#identity';
import { WORKSHEET_KINDS, WorksheetSigningService, WorksheetsService } from '#referrals';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase, decideRoutes } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { completeAnswers } from '../../../../../test/support/worksheets.js';

const CANARY = 'goldfinch';
const THRESHOLD = 'regulator-threshold';

let test: TestApp;
let given: Given;
let adviser: TestPerson;
let approver: TestPerson;
let other: TestPerson;
let press: TestPerson;
let dpo: TestPerson;
let manager: TestPerson;
let stranger: TestPerson;

beforeEach(async () => {
  given = new Given(test.app);
  const [own, another] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  adviser = await given.aPerson(own, 'adviser');
  approver = await given.aPerson(own, 'approver');
  other = await given.aPerson(own, 'approver');
  press = await given.aPerson(own, 'press');
  dpo = await given.aPerson(own, 'dpo');
  manager = await given.aPerson(own, 'manager');
  stranger = await given.aPerson(another, 'approver');
});
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const pageOf = async (person: TestPerson) =>
  (await new Visit(test.app).signIn(person)).open('/signatures');
const listed = async (person: TestPerson) => (await pageOf(person)).text;

async function fromApi(person: TestPerson) {
  const scopes = [...person.actor.permissions].filter(
    (right): right is Permission => !PERSON_ONLY.includes(right),
  );
  const token = await given.aToken(person, scopes);
  return request(test.app.getHttpServer())
    .get('/api/v1/signatures')
    .auth(token, { type: 'bearer' });
}

/** A case with a worksheet in which this person answered all that its sign-off needs. */
async function filledIn(kindId: string, by: TestPerson = adviser): Promise<Case> {
  const kind = WORKSHEET_KINDS.find(({ id }) => id === kindId)!;
  const found = await aCase(test, adviser, { title: CANARY });
  await decideRoutes(test, adviser, found.reference, ['monitor', ...kind.routes]);
  const worksheets = test.app.get(WorksheetsService);
  await worksheets.open(by.actor, found.reference, kindId);
  await worksheets.save(by.actor, found.reference, kindId, {
    version: 1,
    answers: completeAnswers(kind, by.actor.personId),
  });
  return found;
}

describe('the list of what waits for a signature', () => {
  it('is refused to nobody known, and to those who sign nothing', async () => {
    await request(test.app.getHttpServer()).get('/api/v1/signatures').expect(401);
    expect((await new Visit(test.app).open('/signatures')).status).toBe(303);
    expect((await pageOf(manager)).status).toBe(403);
    expect((await fromApi(manager)).status).toBe(403);
    const visit = await new Visit(test.app).signIn(adviser);
    expect((await visit.open('/signatures?cursor=nonsense')).status).toBe(400);
  });

  it('says so when nothing waits, and holds nothing that is not complete', async () => {
    const found = await aCase(test, adviser);
    await decideRoutes(test, adviser, found.reference, ['regulator_advice', 'regulator_referral']);
    await test.app.get(WorksheetsService).open(adviser.actor, found.reference, THRESHOLD);
    const page = await listed(approver);
    expect(page).toContain('No worksheet waits for your signature.');
    expect(page).not.toContain('Signatures (');
  });

  it('shows who may sign: reference, kind, since when, who prepared it, and nothing of the case', async () => {
    const found = await filledIn(THRESHOLD);
    const page = await listed(approver);
    expect(page).toContain(found.reference);
    expect(page).toContain(`/cases/${found.reference}/worksheets/${THRESHOLD}/sign-off`);
    expect(page).toContain(adviser.actor.name);
    expect(page).toContain('Signatures (1)');
    expect(page).not.toContain(CANARY);
    for (const person of [adviser, press, dpo, stranger]) {
      expect(await listed(person)).not.toContain(found.reference);
    }
  });

  it('is never shown to an author as theirs to sign where a second person has to', async () => {
    const found = await filledIn(THRESHOLD, approver);
    const page = await listed(approver);
    expect(page).not.toContain(found.reference);
    expect(page).not.toContain('Signatures (');
    expect(await listed(other)).toContain(found.reference);
    const { body } = await fromApi(approver);
    expect(body.items).toMatchObject([{ reference: found.reference, isForAnother: true }]);
  });

  it('shows an author what they may sign alone', async () => {
    const found = await filledIn('no-engagement');
    expect(await listed(adviser)).toContain(found.reference);
  });

  it('is for each desk that of its own route', async () => {
    const breach = await filledIn('data-breach');
    expect(await listed(dpo)).toContain(breach.reference);
    expect(await listed(approver)).not.toContain(breach.reference);
    await decideRoutes(test, adviser, breach.reference, ['monitor']);
    expect(await listed(dpo)).not.toContain(breach.reference);
    const plan = await filledIn('press-plan');
    const page = await listed(press);
    expect(page).toContain(plan.reference);
    expect(page).toContain('Nothing is due');
  });

  it('keeps behind a wall what is behind it, and drops a closed case', async () => {
    const found = await filledIn(THRESHOLD);
    const { personId } = other.actor;
    await test.app.get(WallsService).raise(other.actor, found.reference, [personId]);
    expect(await listed(approver)).not.toContain(found.reference);
    expect(await listed(other)).toContain(found.reference);
  });

  it('puts the case that is due first first, in pages', async () => {
    const later = await filledIn(THRESHOLD);
    const sooner = await filledIn(THRESHOLD);
    const told = { start: { at: '2026-01-05' } };
    await test.app
      .get(CaseDeadlinesService)
      .start(adviser.actor, sooner.reference, 'eng_complaint_ack_3wd', told);
    const page = await listed(approver);
    expect(page.indexOf(sooner.reference)).toBeLessThan(page.indexOf(later.reference));
    const visit = await new Visit(test.app).signIn(approver);
    const first = await visit.open('/signatures?limit=1');
    expect(first.text).not.toContain(later.reference);
    const next = /href="(\/signatures\?[^"]*cursor=[^"]+)"/.exec(first.text)![1]!;
    expect((await visit.open(next.replaceAll('&amp;', '&'))).text).toContain(later.reference);
  });

  it('lets a worksheet go once it is signed, withdrawn, or no longer complete', async () => {
    const [signed, withdrawn, opened] = [
      await filledIn(THRESHOLD),
      await filledIn(THRESHOLD),
      await filledIn(THRESHOLD),
    ];
    const signing = test.app.get(WorksheetSigningService);
    const kind = WORKSHEET_KINDS.find(({ id }) => id === THRESHOLD)!;
    await signing.signOff(approver.actor, signed.reference, THRESHOLD, {
      version: 2,
      decision: kind.signOff.decisions!.at(-1)!.value,
      reason: 'Weighed',
      dissent: '',
    });
    const back = { version: 2, reason: 'Not needed' };
    await signing.withdraw(adviser.actor, withdrawn.reference, THRESHOLD, back);
    const required = kind.sections[0].questions.find(({ isRequired }) => isRequired)!;
    await test.app.get(WorksheetsService).save(adviser.actor, opened.reference, THRESHOLD, {
      version: 2,
      answers: { [required.id]: '' },
    });
    const page = await listed(approver);
    for (const { reference } of [signed, withdrawn, opened]) expect(page).not.toContain(reference);
  });

  it('tells programs what waits in sight and who signs it, and lets them sign nothing', async () => {
    const found = await filledIn(THRESHOLD);
    const { body } = await fromApi(adviser);
    expect(body).toMatchObject({
      items: [
        {
          kind: THRESHOLD,
          reference: found.reference,
          right: 'worksheet:sign-high',
          preparedBy: [adviser.actor.name],
          isForAnother: true,
        },
      ],
      next: null,
    });
    expect(JSON.stringify(body)).not.toContain(CANARY);
    expect((await fromApi(stranger)).body.items).toEqual([]);
    expect((await fromApi(dpo)).body.items).toEqual([]);
  });

  it('says to whoever fills in the last answer that it waits now', async () => {
    const found = await filledIn('no-engagement');
    const visit = await new Visit(test.app).signIn(adviser);
    const url = `/cases/${found.reference}/worksheets/no-engagement`;
    const file = await test.app
      .get(WorksheetsService)
      .get(adviser.actor, found.reference, 'no-engagement');
    await visit.send(url, { version: '2', ...file.worksheet.answers } as never).expect(303);
    expect((await visit.open(url)).text).toContain('It waits for its signature.');
  });
});
