import { PatientFactsService } from '#cases';
import { scopeOfActor } from '#identity';
import { Transactions } from '#platform';
import {
  DraftCheckService,
  DraftCompositionService,
  DraftReadingService,
  DraftReleaseService,
} from '#responses';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { grantedByName } from '../../../../../test/support/worksheets.js';

let test: TestApp;
let adviser: TestPerson;
let lead: TestPerson;
let otherLead: TestPerson;
let solicitor: TestPerson;
let press: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  const given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  adviser = await given.aPerson(own, 'adviser');
  lead = await given.aPerson(own, 'approver');
  otherLead = await given.aPerson(own, 'approver');
  solicitor = await given.aPerson(own, 'approver');
  press = await given.aPerson(own, 'press');
  stranger = await given.aPerson(other, 'approver');
});
afterAll(() => test.close());

const NOTICE = {
  template: 'T-S5-NOTICE',
  bodyId: null,
  given: {
    inputs: {
      email: 'dana@practice.example',
      words: 'This surgeon was struck off in 2019 for fraud.',
      meaning: 'That the doctor is a fraud who may not practise.',
      falsity: 'The public register shows an unbroken registration.',
      passOn: 'The name and the e-mail address must not be passed on.',
    },
    facts: {},
  },
};

/** A notice that has been sent for approval, and the address of its page. */
async function aNotice(author = adviser) {
  const { reference } = await aCase(test, adviser, { handle: '@reviewer' });
  const composition = test.app.get(DraftCompositionService);
  const { id, textHash } = await composition.createFromTemplate(author.actor, reference, NOTICE);
  await test.app.get(DraftCheckService).submit(author.actor, id, 'The notice names who gives it.');
  return { id, textHash, page: `/cases/${reference}/drafts/${id}` };
}

type Notice = Awaited<ReturnType<typeof aNotice>>;

/** What the page answers to somebody who approves. */
async function approves(person: TestPerson, { page, textHash }: Notice) {
  const visit = await new Visit(test.app).signIn(person);
  await visit.open(`${page}/approval`);
  return visit.send(`${page}/approval`, { decision: 'approve', textHash });
}

const stateOf = async ({ id }: Notice) =>
  (await test.app.get(DraftReadingService).get(adviser.actor, id)).draft.state;
const inSql = ({ actor }: TestPerson, { id }: Notice, set: string) => {
  const tx = test.app.get(Transactions);
  const sql = `update draft set ${set} where id = $1`;
  return tx.run(scopeOfActor(actor), () => tx.query(sql, [id]));
};

describe('a legal notice', () => {
  it('waits for a solicitor, whom an administrator has to name where nobody is one', async () => {
    const notice = await aNotice();
    expect((await approves(lead, notice)).status).toBe(303);
    expect((await approves(otherLead, notice)).status).toBe(403);
    const page = await (
      await new Visit(test.app).signIn(otherLead)
    ).open(`${notice.page}/approval`);
    expect(page.text).toContain('A solicitor decides on it as well');
    expect(page.text).toContain('whom an administrator has to give the right');
    expect(await stateOf(notice)).toBe('submitted');
  });

  it('gives the doctor’s own e-mail address, and never the patient’s', async () => {
    const { reference } = await aCase(test, adviser, { handle: '@reviewer' });
    const make = (email: string) => {
      const inputs = { ...NOTICE.given.inputs, email };
      const wanted = { ...NOTICE, given: { ...NOTICE.given, inputs } };
      return test.app
        .get(DraftCompositionService)
        .createFromTemplate(adviser.actor, reference, wanted);
    };
    expect((await make('dana@practice.example')).verdict).not.toBe('block');
    const patient = { kind: 'email', value: 'pat@home.example' } as const;
    await test.app.get(PatientFactsService).add(adviser.actor, reference, patient);
    const { verdict, findings } = await make('pat@home.example');
    expect(verdict).toBe('block');
    expect(findings.map(({ category }) => category)).toContain('email');
  });

  describe('where somebody is the solicitor', () => {
    beforeAll(async () => {
      solicitor = await grantedByName(test, solicitor, ['worksheet:sign-legal']);
    });

    it('is approved by nobody without the right, nor of another organisation, nor by its author', async () => {
      const notice = await aNotice();
      for (const person of [adviser, press])
        expect((await approves(person, notice)).status).toBe(403);
      expect((await approves(stranger, notice)).status).toBe(404);
      expect((await approves(solicitor, await aNotice(solicitor))).status).toBe(403);
    });

    it('is not approved twice by one person who is lead adviser and solicitor', async () => {
      const notice = await aNotice();
      expect((await approves(solicitor, notice)).status).toBe(303);
      expect((await approves(solicitor, notice)).status).toBe(403);
      expect(await stateOf(notice)).toBe('submitted');
    });

    it('goes out on no one person’s word and on no half approval, by the database as well', async () => {
      const notice = await aNotice();
      await approves(lead, notice);
      const release = test.app.get(DraftReleaseService).release(adviser.actor, notice.id);
      await expect(release).rejects.toMatchObject({ code: 'draft-not-approved' });
      await expect(inSql(solicitor, notice, `state = 'approved'`)).rejects.toThrow(
        /both_approvals/,
      );
      await expect(inSql(lead, notice, `second_side = null`)).rejects.toThrow(/for its readers/);
      const glass = await (
        await new Visit(test.app).signIn(lead)
      ).open(`${notice.page}/break-glass`);
      expect(glass.text).toContain('A legal notice goes out on no one person’s word.');
    });

    it('is approved by lead adviser and solicitor, whichever comes first, and then goes out', async () => {
      for (const order of [
        [lead, solicitor],
        [solicitor, otherLead],
      ] as const) {
        const notice = await aNotice();
        for (const person of order) expect((await approves(person, notice)).status).toBe(303);
        expect(await stateOf(notice)).toBe('approved');
        await test.app.get(DraftReleaseService).release(adviser.actor, notice.id);
        expect(await stateOf(notice)).toBe('released');
      }
    });
  });
});
