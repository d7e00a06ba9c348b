import { type Case, TasksService } from '#cases';
import { WorksheetSigningService, WorksheetsService } from '#referrals';
import {
  type Draft,
  DraftApprovalService,
  DraftCheckService,
  DraftCompositionService,
  DraftReleaseService,
} from '#responses';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase, decideRoutes } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { grantedByName } from '../../../../../test/support/worksheets.js';

let test: TestApp;
let adviser: TestPerson;
let claims: TestPerson;
let colleague: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  const given = new Given(test.app);
  const own = await given.anOrganisation();
  const right = ['worksheet:sign-indemnity'] as const;
  adviser = await grantedByName(test, await given.aPerson(own, 'adviser'), right);
  claims = await grantedByName(test, await given.aPerson(own, 'adviser'), right);
  colleague = await given.aPerson(own, 'adviser');
});
afterAll(() => test.close());

const KIND = 'indemnity-scope';
const COLUMN = {
  helpWanted: ['defence', 'regulator'],
  activity: 'published',
  personPlace: 'nobody',
  facts: 'A column',
  inMembership: 'yes',
  ruleText: 'Rule 4',
};

/** A case whose scope check is filled in by the adviser; its version is 2. */
async function checked(answers: Record<string, string | string[]> = COLUMN): Promise<Case> {
  const found = await aCase(test, adviser, { direction: 'by_doctor' });
  await decideRoutes(test, adviser, found.reference, ['indemnity_scope_check']);
  const service = test.app.get(WorksheetsService);
  await service.open(adviser.actor, found.reference, KIND);
  await service.save(adviser.actor, found.reference, KIND, { version: 1, answers });
  return found;
}

function sign({ reference }: Case, person: TestPerson, decision: string) {
  const words = { version: 2, decision, reason: 'Rule 4 of the memorandum', dissent: '' };
  return test.app.get(WorksheetSigningService).signOff(person.actor, reference, KIND, words);
}

/** The letter on scope, in words of the adviser's own, sent for approval. */
async function letter({ reference }: Case): Promise<Draft> {
  const composition = test.app.get(DraftCompositionService);
  const facts = { 'organisation.adviceLine': '020 7946 0101' };
  const wanted = { template: 'T-SCOPE', given: { inputs: {}, facts }, bodyId: null };
  const { actor } = adviser;
  const draft = await composition.createFromTemplate(actor, reference, wanted);
  const text = draft.text.replace(
    'With kind regards',
    'We cannot pay for it.\n\nWith kind regards',
  );
  const { id, version } = await composition.edit(actor, draft.id, { text, version: draft.version });
  expect(version).toBeGreaterThan(draft.version);
  return test.app.get(DraftCheckService).submit(actor, id, 'The words are needed');
}

describe('the scope of indemnity on a case', () => {
  it('shows what the rule says of each matter, and refuses one answer for both (seeds row 109)', async () => {
    const found = await checked();
    const visit = await new Visit(test.app).signIn(claims);
    const url = `/cases/${found.reference}/worksheets/${KIND}`;
    const page = await visit.open(url);
    expect(page.text).toContain('What the rules say');
    expect(page.text).toContain('Usually out of scope');
    expect(page.text).toContain('Usually in scope');
    const words = { version: '2', decision: 'out-of-scope', reason: 'So' };
    await visit.open(`${url}/sign-off`);
    const refused = await visit.send(`${url}/sign-off`, words);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('href="#decision"');
    expect(refused.text).toContain('Decide it in part');
    await visit.send(`${url}/sign-off`, { ...words, decision: 'in-part' }).expect(303);
  });

  it('is decided by somebody who wrote none of it (seeds row 108)', async () => {
    const found = await checked({ ...COLUMN, helpWanted: ['defence'] });
    await expect(sign(found, adviser, 'out-of-scope')).rejects.toMatchObject({
      code: 'signer-is-author',
    });
    const signed = await sign(found, claims, 'out-of-scope');
    expect(signed).toMatchObject({ decision: 'out-of-scope', signedByName: claims.actor.name });
  });

  it('goes to the committee where the person advised was overseas (seeds row 102)', async () => {
    const overseas = { ...COLUMN, personPlace: 'overseas', personCountry: 'Australia' };
    const found = await checked(overseas);
    await expect(sign(found, claims, 'in-part')).rejects.toMatchObject({ code: 'decision-barred' });
    await sign(found, claims, 'committee');
    const tasks = await test.app.get(TasksService).list(adviser.actor, found.reference);
    expect(tasks.map(({ title }) => title)).toContain('Send the scope question to the committee');
  });

  it('lets no letter that says no go out without a second person (seeds row 108)', async () => {
    const found = await checked({ ...COLUMN, helpWanted: ['defence'] });
    await sign(found, claims, 'out-of-scope');
    const { id, textHash } = await letter(found);
    const [approval, release] = [
      test.app.get(DraftApprovalService),
      test.app.get(DraftReleaseService),
    ];
    await expect(release.release(adviser.actor, id)).rejects.toMatchObject({
      code: 'draft-not-approved',
    });
    await expect(approval.approve(adviser.actor, id, textHash)).rejects.toMatchObject({
      code: 'approver-is-author',
    });
    await approval.approve(colleague.actor, id, textHash);
    const { text } = await release.release(adviser.actor, id);
    expect(text).toContain('We cannot pay for it.');
  });

  it('is looked at again where the doctor asks, with a task and the outcome (seeds row 108)', async () => {
    const found = await checked({ ...COLUMN, helpWanted: ['defence'] });
    await sign(found, claims, 'out-of-scope');
    const at = [adviser.actor, found.reference, KIND] as const;
    const [service, signing] = [
      test.app.get(WorksheetsService),
      test.app.get(WorksheetSigningService),
    ];
    await expect(signing.step(...at, { step: 'appealed', version: 3 })).rejects.toMatchObject({
      code: 'worksheet-incomplete',
    });
    const asked = { appealOn: '2026-01-06', appealWhy: 'It was work' };
    await service.save(...at, { version: 3, answers: asked });
    await signing.step(...at, { step: 'appealed', version: 4 });
    const tasks = await test.app.get(TasksService).list(adviser.actor, found.reference);
    expect(tasks.map(({ title }) => title)).toContain(
      'Have somebody who had no part look at the scope decision again',
    );
    const answers = { appealBy: 'The committee', appealOutcome: 'stands', appealReason: 'Rule 4' };
    await service.save(...at, { version: 5, answers });
    const reviewed = await signing.step(...at, { step: 'reviewed', version: 6 });
    expect(reviewed.state).toBe('reviewed');
  });
});
