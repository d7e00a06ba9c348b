import { TasksService } from '#cases';
import { ReferralsService, WorksheetSigningService, WorksheetsService } from '#referrals';
import { aCase, decideRoutes, rowsAsOwner } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { grantedByName } from '../../../../../test/support/worksheets.js';

let test: TestApp;
let adviser: TestPerson;
let lead: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  const given = new Given(test.app);
  const own = await given.anOrganisation();
  adviser = await given.aPerson(own, 'adviser');
  lead = await grantedByName(test, await given.aPerson(own, 'adviser'), [
    'worksheet:sign-safeguarding',
  ]);
});
afterAll(() => test.close());

const today = () => new Date().toISOString().slice(0, 10);
const WORDS = { decision: '', reason: '', dissent: '' };

describe('a safeguarding referral', () => {
  it('waits for no route, no moderator and no other person, and is the safeguarding lead’s', async () => {
    const { reference } = await aCase(test, adviser);
    const [service, signing] = [
      test.app.get(WorksheetsService),
      test.app.get(WorksheetSigningService),
    ];
    await service.open(lead.actor, reference, 'safeguarding-referral');
    const answers = {
      about: 'child',
      who: 'Wren Halloway, seven',
      concern: 'Bruises in a picture',
      seenAt: '2026-01-06T09:30',
      immediate: 'no',
      toldFamily: 'no',
      notToldWhy: 'It would put the child at risk',
      recipient: 'Local safeguarding team',
    };
    const at = [reference, 'safeguarding-referral'] as const;
    await service.save(lead.actor, ...at, { version: 1, answers });
    const words = { ...WORDS, version: 2, decision: 'refer', reason: 'A child at risk' };
    await expect(signing.signOff(adviser.actor, ...at, words)).rejects.toMatchObject({
      code: 'permission-missing',
    });
    await signing.signOff(lead.actor, ...at, words);
    const made = await test.app.get(ReferralsService).list(adviser.actor, reference);
    expect(made).toMatchObject([
      { route: 'safeguarding', recipient: 'Local safeguarding team', state: 'decided' },
    ]);
    const tasks = await test.app.get(TasksService).list(adviser.actor, reference);
    expect(tasks.map(({ title }) => title)).toContain(
      'Make the safeguarding referral today, by telephone first',
    );
    for (const table of ['worksheet', 'audit_event', 'case_task', 'referral', 'outbox']) {
      expect((await rowsAsOwner(test, table)).join()).not.toContain('Halloway');
    }
  });
});

describe('support for the doctor', () => {
  it('calls again on the day agreed, and the same day where they may harm themselves', async () => {
    const found = await aCase(test, adviser);
    await decideRoutes(test, adviser, found.reference, ['wellbeing_support']);
    const at = [adviser.actor, found.reference, 'wellbeing-support'] as const;
    const service = test.app.get(WorksheetsService);
    await service.open(...at);
    const answers = {
      spokenOn: '2026-01-06T09:30',
      howTheyAre: 'Shaken',
      risk: 'not-sure',
      riskActed: 'Their partner is with them',
      support: ['counselling', 'crisis'],
      callBackOn: '2199-02-03',
    };
    await service.save(...at, { version: 1, answers });
    await test.app.get(WorksheetSigningService).signOff(...at, { ...WORDS, version: 2 });
    const tasks = await test.app.get(TasksService).list(adviser.actor, found.reference);
    const due = Object.fromEntries(tasks.map(({ title, dueOn }) => [title, dueOn]));
    expect(due['Call the doctor again']).toBe('2199-02-03');
    expect(due['Call the doctor again today']! >= today()).toBe(true);
  });
});

describe('a referral to the employer', () => {
  it('is refused without the signed brief (seeds row 16)', async () => {
    const found = await aCase(test, adviser);
    await decideRoutes(test, adviser, found.reference, ['employer_ro']);
    const given = { route: 'employer_ro', recipient: 'Their supervisor', reason: 'So' } as const;
    const made = test.app.get(ReferralsService).make(adviser.actor, found.reference, given);
    await expect(made).rejects.toMatchObject({ code: 'worksheet-not-signed' });
  });
});
