import {
  approves,
  releases,
  sendsForApproval,
  sendsPastThePage,
  startsDraft,
  triesToApprove,
  wordsOf,
  writes,
} from '../support/steps/drafts.js';
import { fillIn, offers, read, send, wordsIn } from '../support/steps/forms.js';
import { peopleOf, type SignedIn } from '../support/steps/people.js';
import { logsIncident } from '../support/steps/triage.js';
import { startTestInstallation, type TestInstallation } from '../support/test-installation.js';

const CONFIRMING = 'We are sorry, Zephyrine Quillfeather, that your operation in June went badly.';

describe('a draft that confirms who was a patient', () => {
  let test: TestInstallation;
  let author: SignedIn;
  let approver: SignedIn;
  let draft: string;
  let sound: string;

  beforeAll(async () => {
    test = await startTestInstallation();
    [author, approver] = await peopleOf(test, 'mdo', ['adviser', 'approver'] as const);
    const reference = await logsIncident(author);
    const facts = `/cases/${reference}/patient`;
    await send(author.visit, [facts, facts], { kind: 'name', value: 'Zephyrine Quillfeather' });
    draft = await startsDraft(author, reference);
    sound = await wordsOf(author, draft);
  });
  afterAll(() => test.close());

  const waitingFor = (person: SignedIn) => read(person.visit, '/approvals');
  const hashOf = (html: string) => /SHA-256 <code[^>]*>(\w{64})/.exec(html)?.[1];

  it('is blocked: the page shows the words and why, and offers no way on', async () => {
    const page = await writes(author, draft, `${sound}\n\n${CONFIRMING}`);
    expect(page).toContain('It cannot be sent yet');
    expect(page).toContain('Must fix');
    const marked = markedIn(page);
    expect(marked).toContain('Zephyrine Quillfeather');
    expect(marked.join('|')).toMatch(/your operation.*June/);
    expect(offers(page, 'action', 'submit')).toBe(false);
  });

  it('cannot be sent past the page either, nor be approved or released as it is', async () => {
    const refused = await sendsPastThePage(author, draft);
    expect(refused.status).toBe(422);
    expect(await waitingFor(approver)).not.toContain(draft);
    const approval = await read(approver.visit, `${draft}/approval`);
    expect(approval).toContain('This draft is not waiting for approval.');
    expect((await author.visit.send(`${draft}/release`, {})).status).toBe(409);
    expect(wordsIn(await read(author.visit, draft), 'released-text')).toBeUndefined();
  });

  it('is mended, and then waits for another person', async () => {
    const page = await writes(author, draft, sound);
    expect(page).not.toContain('Must fix');
    expect(offers(page, 'action', 'submit')).toBe(true);
    await sendsForApproval(author, draft);
    expect(await waitingFor(approver)).toContain(draft);
  });

  it('loses its approval with any change, also for the release', async () => {
    await approves(approver, draft);
    expect(await read(author.visit, draft)).toContain('Approved by');
    const page = await writes(author, draft, `${sound}\n\nThank you for writing.`);
    expect(page).not.toContain('Approved by');
    expect(page).not.toContain('Release this text');
    expect((await author.visit.send(`${draft}/release`, {})).status).toBe(409);
    expect(wordsIn(await read(author.visit, draft), 'released-text')).toBeUndefined();
  });

  it('is not approved in words that were changed after the approver had read them', async () => {
    await sendsForApproval(author, draft);
    const before = await read(approver.visit, `${draft}/approval`);
    const readBefore = /name="textHash" value="(\w+)"/.exec(before)![1]!;
    await fillIn(author.visit, [draft, draft], { text: `${sound}\n\nThank you.` });
    await sendsForApproval(author, draft);
    expect((await triesToApprove(approver, draft, readBefore)).status).toBe(409);
  });

  it('goes out, approved anew, in exactly those words, and then stays as it is', async () => {
    await approves(approver, draft);
    await releases(author, draft);
    const page = await read(author.visit, draft);
    expect(wordsIn(page, 'released-text')).toBe(`${sound}\n\nThank you.`);
    expect(hashOf(page)).toBeDefined();
    expect(page).not.toContain('Quillfeather');
    const late = await author.visit.send(draft, { text: 'Other words.', version: '9' });
    expect(late.status).toBe(409);
    const after = await read(author.visit, draft);
    expect([wordsIn(after, 'released-text'), hashOf(after)]).toEqual([
      `${sound}\n\nThank you.`,
      hashOf(page),
    ]);
  });
});

/** The stretches of the text that the check has marked, without the numbers of their findings. */
function markedIn(html: string): string[] {
  const marks = html.matchAll(/<mark[^>]*>(?:<a[\s\S]*?<\/a>)?([^<]*)<\/mark>/g);
  return [...marks].map(([, words]) => words!);
}
