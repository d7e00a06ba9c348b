import { WallsService } from '#cases';
import { Correspondents } from '#identity';
import { Letters, Notices, SettleSignature, TellOfSignature } from '#notifications';
import { JobProcessor, scopeOf, Transactions } from '#platform';
import {
  WaitingWorksheets,
  WORKSHEET_KINDS,
  WorksheetSigningService,
  WorksheetsService,
} from '#referrals';
import { aCase, decideRoutes } from '../../../test/support/casework.js';
import type { TestPerson } from '../../../test/support/given.js';
import { peopleOf, type SignedIn } from '../../../test/support/steps/people.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { completeAnswers } from '../../../test/support/worksheets.js';

const CANARY = 'yellowhammer';
const THRESHOLD = 'regulator-threshold';

describe('those who may sign a worksheet are told', () => {
  let test: TestApp;
  let adviser: SignedIn;
  let owner: SignedIn;
  let approver: SignedIn;
  let second: SignedIn;
  let dpo: SignedIn;

  beforeAll(async () => {
    test = await startTestApp({ PARAPET_DEMO: '1' });
    const { app } = test;
    const waiting = app.get(WaitingWorksheets);
    const notices = app.get(Notices);
    const processor = app.get(JobProcessor);
    const people = app.get(Correspondents);
    processor.register(new TellOfSignature(waiting, people, notices, app.get(Letters)));
    processor.register(new SettleSignature(waiting, notices));
  });
  afterAll(() => test.close());

  beforeEach(async () => {
    const roles = ['adviser', 'adviser', 'approver', 'approver', 'dpo'] as const;
    [adviser, owner, approver, second, dpo] = await peopleOf(test, 'mdo', roles);
  });

  /** Does the jobs of one name that wait, each as if it were delivered twice. */
  async function doAll(name: string): Promise<void> {
    const { organisationId } = adviser.actor;
    const tx = test.app.get(Transactions);
    const rows = await tx.run(scopeOf(organisationId), () =>
      tx.query<{ id: string }>('select id from outbox where organisation_id = $1 and name = $2', [
        organisationId,
        name,
      ]),
    );
    for (const { id } of [...rows, ...rows]) await test.app.get(JobProcessor).process(id);
  }

  async function told({ actor }: TestPerson) {
    const { items } = await test.app.get(Notices).list(actor, { limit: 100 });
    return items.map(({ kind, settledAt, readAt }) => ({
      kind,
      isDone: settledAt !== null,
      isRead: readAt !== null,
    }));
  }

  const NEW = { kind: 'signature', isDone: false, isRead: false };

  async function filledIn(kindId: string, by: TestPerson, of: TestPerson = owner) {
    const kind = WORKSHEET_KINDS.find(({ id }) => id === kindId)!;
    const found = await aCase(test, of, { title: CANARY, postText: CANARY });
    await decideRoutes(test, of, found.reference, ['monitor', ...kind.routes]);
    const worksheets = test.app.get(WorksheetsService);
    await worksheets.open(by.actor, found.reference, kindId);
    const answers = completeAnswers(kind, by.actor.personId);
    await worksheets.save(by.actor, found.reference, kindId, { version: 1, answers });
    return found;
  }

  it('once, by a notice and by mail, without a word of the case', async () => {
    const { reference } = await filledIn(THRESHOLD, adviser);
    expect(await told(approver)).toEqual([]);
    await doAll('tell-of-signature');
    expect(await told(approver)).toEqual([NEW]);
    expect(await told(second)).toEqual([NEW]);
    for (const person of [adviser, owner, dpo]) expect(await told(person)).toEqual([]);
    const letters = await test.app.get(Letters).listForDemo(adviser.actor);
    expect(letters.map(({ subject }) => subject)).toEqual([
      `Something to do on ${reference}`,
      `Something to do on ${reference}`,
    ]);
    expect(JSON.stringify(letters)).not.toContain(CANARY);
    const page = await approver.visit.open('/notices');
    expect(page.text).toContain('href="/signatures"');
    expect(page.text).not.toContain(CANARY);
  });

  it('but not who wrote some of it where a second person signs, nor who may not know of the case', async () => {
    const { reference } = await filledIn(THRESHOLD, approver);
    const walled = await filledIn(THRESHOLD, adviser, second);
    const { personId } = second.actor;
    await test.app.get(WallsService).raise(second.actor, walled.reference, [personId]);
    await doAll('tell-of-signature');
    expect(await told(approver)).toEqual([]);
    expect(await told(second)).toEqual([NEW, NEW]);
    expect(reference).not.toBe(walled.reference);
  });

  it('on the desk of its route, and of what every adviser may sign the owner of the case alone', async () => {
    await filledIn('data-breach', adviser);
    await filledIn('no-engagement', adviser);
    await doAll('tell-of-signature');
    expect(await told(dpo)).toEqual([NEW]);
    expect(await told(owner)).toEqual([NEW]);
    for (const person of [adviser, approver, second]) expect(await told(person)).toEqual([]);
  });

  it('that it is done, once somebody has signed', async () => {
    const { reference } = await filledIn(THRESHOLD, adviser);
    await doAll('tell-of-signature');
    const kind = WORKSHEET_KINDS.find(({ id }) => id === THRESHOLD)!;
    await test.app.get(WorksheetSigningService).signOff(approver.actor, reference, THRESHOLD, {
      version: 2,
      decision: kind.signOff.decisions!.at(-1)!.value,
      reason: 'Weighed',
      dissent: '',
    });
    await doAll('settle-signature');
    const done = [{ kind: 'signature', isDone: true, isRead: true }];
    expect([await told(approver), await told(second)]).toEqual([done, done]);
    expect((await second.visit.open('/notices')).text).toContain('It no longer does');
  });

  it('of nothing that was signed before the word went out', async () => {
    const { reference } = await filledIn(THRESHOLD, adviser);
    const back = { version: 2, reason: 'Not needed' };
    await test.app.get(WorksheetSigningService).withdraw(adviser.actor, reference, THRESHOLD, back);
    await doAll('settle-signature');
    await doAll('tell-of-signature');
    expect(await told(approver)).toEqual([]);
  });
});
