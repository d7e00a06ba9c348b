import request from 'supertest';
import {
  approves,
  releases,
  sendsForApproval,
  startsDraft,
} from '../../../../../test/support/steps/drafts.js';
import { read, send } from '../../../../../test/support/steps/forms.js';
import { peopleOf, type SignedIn } from '../../../../../test/support/steps/people.js';
import {
  acceptsRequest,
  type DoctorsAnswers,
  sendsRequest,
} from '../../../../../test/support/steps/requests.js';
import { adoptsAdvice, asksForAdvice } from '../../../../../test/support/steps/triage.js';
import { Given } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

const CONTACTS = {
  adviceLine: '020 7946 0104',
  complaintsContact: 'our feedback team',
  phone: '020 7946 0100',
  email: 'feedback@organisation.example',
  website: 'https://organisation.example/feedback',
};
const NEXT_STEP =
  'We keep a record and watch whether the post spreads. We will tell you if our advice changes.';
const LETTER_WORDS = 'Our advice is not to reply in public';
const REPLY_WORDS = 'This is a general reply';

const ANSWERS: DoctorsAnswers = [
  ['what-happened', { whatHappened: 'review' }],
  ['where', { platform: 'google_business' }],
  ['link', { url: 'https://maps.example/r/9', account: '', postText: 'Never again.' }],
  ['when', { seen: 'today' }],
  ['replied', { replied: 'no' }],
  ['patient', { patient: 'unsure', complaint: 'no' }],
  ['work', { jurisdiction: 'england', setting: 'private_practice' }],
  ['words', { words: 'I want to answer.' }],
  ['how-are-you', { wellbeing: 'strained' }],
];

describe('letters to the doctor', () => {
  let test: TestApp;
  let doctor: SignedIn;
  let colleague: SignedIn;
  let adviser: SignedIn;
  let approver: SignedIn;
  let sent: string;
  let reference: string;

  beforeAll(async () => {
    test = await startTestApp();
    const roles = ['doctor', 'doctor', 'adviser', 'approver', 'admin'] as const;
    const [theDoctor, another, anAdviser, anApprover, admin] = await peopleOf(test, 'mdo', roles);
    [doctor, colleague, adviser, approver] = [theDoctor, another, anAdviser, anApprover];
    const settings = '/admin/organisation';
    await send(admin.visit, [settings, settings], CONTACTS);
    sent = await sendsRequest(doctor, ANSWERS);
    const named = { title: 'One-star review', kind: 'negative_review' };
    reference = await acceptsRequest(adviser, sent, named);
    await asksForAdvice(adviser, reference, {
      who: { author_identity: 'anonymous', yes: 'provider_can_reply' },
      content: { yes: 'raises_care_concern' },
    });
    await adoptsAdvice(adviser, reference);
  });
  afterAll(() => test.close());

  const page = () => read(doctor.visit, `/my/requests/${sent}`);

  it('are shown to nobody else', async () => {
    expect((await colleague.visit.open(`/my/requests/${sent}`)).status).toBe(404);
    expect((await adviser.visit.open(`/my/requests/${sent}`)).status).toBe(403);
  });

  it('are shown once they are released, and not before; by page and API alike', async () => {
    const inputs = { 'inputs-nextStep': NEXT_STEP };
    const draft = await startsDraft(adviser, reference, 'T-DOC-EXPLAIN', inputs);
    await sendsForApproval(adviser, draft);
    await approves(approver, draft);
    expect(await page()).not.toContain(LETTER_WORDS);
    await releases(adviser, draft);
    const shown = await page();
    expect(shown).toContain('From your adviser');
    expect(shown).toContain(LETTER_WORDS);
    const answer = await request(test.app.getHttpServer())
      .get(`/api/v1/requests/${sent}`)
      .auth(await tokenOf(doctor), { type: 'bearer' })
      .expect(200);
    expect(answer.body.letters.map(({ title }: { title: string }) => title)).toEqual([
      'Why we advise you not to reply',
    ]);
  });

  it('are files for their doctor, and for nobody else, by page and API alike', async () => {
    const shown = await page();
    const letter = /href="(\/my\/requests\/[^"]+\/letter\.pdf)"/.exec(shown)![1]!;
    const file = await doctor.visit.open(letter);
    expect([
      file.status,
      file.headers['content-type'],
      file.headers['content-disposition'],
    ]).toEqual([200, 'application/pdf', `attachment; filename="letter-${reference}.pdf"`]);
    expect((await colleague.visit.open(letter)).status).toBe(404);
    expect((await adviser.visit.open(letter)).status).toBe(403);
    const api = letter.replace('/my/', '/api/v1/').replace('.pdf', '.docx');
    const server = request(test.app.getHttpServer());
    await server.get(api).expect(401);
    const theirs = await tokenOf(colleague);
    await server.get(api).auth(theirs, { type: 'bearer' }).expect(404);
    const own = await server
      .get(api)
      .auth(await tokenOf(doctor), { type: 'bearer' })
      .expect(200);
    expect(own.headers['content-disposition']).toContain(`letter-${reference}.docx`);
  });

  it('are no files of another request or of another text', async () => {
    const elsewhere = `/my/requests/${sent}/letters/00000000-0000-7000-8000-000000000000/letter.docx`;
    expect((await doctor.visit.open(elsewhere)).status).toBe(404);
  });

  it('are the only texts of a case that its doctor is shown', async () => {
    const draft = await startsDraft(adviser, reference);
    await sendsForApproval(adviser, draft);
    await approves(approver, draft);
    await releases(adviser, draft);
    expect(await page()).not.toContain(REPLY_WORDS);
  });

  /** Doctors make no tokens of their own; the right is lent for the test. */
  function tokenOf(person: SignedIn): Promise<string> {
    const permissions = new Set([...person.actor.permissions, 'token:manage' as const]);
    const lent = { ...person, actor: { ...person.actor, permissions } };
    return new Given(test.app).aToken(lent, ['request:send']);
  }
});
