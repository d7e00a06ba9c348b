import request from 'supertest';
import { CaseOpeningService, type Incident } from '#cases';
import {
  type Draft,
  DraftApprovalService,
  DraftCheckService,
  DraftCompositionService,
  DraftReadingService,
  DraftReleaseService,
} from '#responses';
import { Visit } from '../../../../../test/support/browsing.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

const incident: Incident = {
  title: 'One-star review of the clinic',
  direction: 'about_doctor',
  kind: 'negative_review',
  platform: 'google_business',
  url: 'https://maps.example/review/84',
  handle: 'Roger D',
  postText: 'Nobody listened to me at all.',
  postedOn: '2026-11-19',
  seenOn: '2026-11-20',
  visibility: 'public',
  groupSize: null,
  sharing: 'unknown',
  jurisdiction: 'england',
  setting: 'private_practice',
  doctorName: 'Dr Example',
  doctorId: null,
  isUrgent: false,
};

const NAMED = 'Thank you for your comments, Roger.';
const UNNAMED = 'We do not comment on what the complainant has said.';

let test: TestApp;
let given: Given;
let adviser: TestPerson;
let approver: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  adviser = await given.aPerson(own, 'adviser');
  approver = await given.aPerson(own, 'approver');
  stranger = await given.aPerson(other, 'adviser');
});
afterAll(() => test.close());

const aCase = (url: string, { actor } = adviser) =>
  test.app.get(CaseOpeningService).open(actor, { ...incident, url });

async function aDraft(reference: string, typed: string, { actor } = adviser): Promise<Draft> {
  const composition = test.app.get(DraftCompositionService);
  const wanted = { template: 'T-PUB-ACK-UK', given: { inputs: {}, facts: {} }, bodyId: null };
  const { id, text, version } = await composition.createFromTemplate(actor, reference, wanted);
  return composition.edit(actor, id, { text: `${text}\n${typed}`, version });
}

const submitted = ({ id }: Draft) => test.app.get(DraftCheckService).submit(adviser.actor, id, '');

async function approved({ id, textHash }: Draft): Promise<Draft> {
  const { sentences } = await test.app.get(DraftReadingService).get(approver.actor, id);
  const confirmed = sentences.map(({ hash }) => hash);
  return test.app.get(DraftApprovalService).approve(approver.actor, id, textHash, confirmed);
}

async function aReleased(reference: string, typed: string): Promise<void> {
  const { id } = await approved(await submitted(await aDraft(reference, typed)));
  await test.app.get(DraftReleaseService).release(approver.actor, id);
}

const rulesOf = ({ findings }: Draft) => findings.map(({ rule }) => rule);

describe('a draft beside what its case has released (seeds row 84)', () => {
  it('is blocked where the two together say who somebody is, and names the earlier text', async () => {
    const { reference } = await aCase('https://maps.example/review/1');
    expect(rulesOf(await aDraft(reference, UNNAMED))).toEqual([]);
    await aReleased(reference, NAMED);
    const draft = await aDraft(reference, UNNAMED);
    expect(draft).toMatchObject({ verdict: 'block', findings: [{ rule: 'cross.named' }] });
    const visit = await new Visit(test.app).signIn(adviser);
    const { text } = await visit.open(`/cases/${reference}/drafts/${draft.id}`);
    expect(text).toMatch(/“Roger” in Public acknowledgement \(UK\), released on \d+ \w+ \d{4}/);
    await expect(submitted(draft)).rejects.toMatchObject({ code: 'draft-has-blocking-findings' });
  });

  it('is not approved once the other text is out', async () => {
    const { reference } = await aCase('https://maps.example/review/2');
    const waiting = await submitted(await aDraft(reference, UNNAMED));
    await aReleased(reference, NAMED);
    await expect(approved(waiting)).rejects.toMatchObject({ code: 'draft-has-blocking-findings' });
  });

  it('is held against texts of another case of the same post, not of another post', async () => {
    const url = 'https://maps.example/review/3';
    await aReleased((await aCase(url)).reference, NAMED);
    expect(rulesOf(await aDraft((await aCase(url)).reference, UNNAMED))).toEqual(['cross.named']);
    const { reference } = await aCase('https://maps.example/review/4');
    expect(rulesOf(await aDraft(reference, UNNAMED))).toEqual([]);
  });

  it('is not held against texts of another organisation', async () => {
    const url = 'https://maps.example/review/5';
    await aReleased((await aCase(url)).reference, NAMED);
    const { reference } = await aCase(url, stranger);
    expect(rulesOf(await aDraft(reference, UNNAMED, stranger))).toEqual([]);
  });

  it('is not held against itself once it is out', async () => {
    const { reference } = await aCase('https://maps.example/review/6');
    const both = await aDraft(reference, NAMED);
    const { id } = await approved(await submitted(both));
    await test.app.get(DraftReleaseService).release(approver.actor, id);
    await aDraft(reference, UNNAMED);
    const { report } = await test.app.get(DraftReadingService).get(adviser.actor, id);
    expect(report.findings).toEqual([]);
  });
});

describe('checking any text beside others through the API', () => {
  const check = async (body: object) => {
    const token = await given.aToken(adviser, ['draft:write', 'patient-fact:read', 'case:read']);
    return request(test.app.getHttpServer())
      .post('/api/v1/guard/checks')
      .auth(token, { type: 'bearer' })
      .send({ text: UNNAMED, channel: 'review_reply', audience: 'public', ...body });
  };

  it('refuses texts that are not texts', async () => {
    for (const earlier of [[{ text: 'x' }], [{ label: 'x' }], ['x'], [{ label: '', text: 'x' }]]) {
      expect((await check({ earlier })).status).toBe(422);
    }
  });

  it('finds what the texts say together, those of the case among them', async () => {
    const { reference } = await aCase('https://maps.example/review/7');
    const earlier = [{ label: 'our first reply', text: NAMED }];
    const given = await check({ earlier, reference });
    expect(given.body.findings).toMatchObject([{ rule: 'cross.named' }]);
    expect(given.body.findings[0].why).toContain('“Roger” in our first reply');
    expect((await check({ reference })).body.findings).toEqual([]);
    await aReleased(reference, NAMED);
    expect((await check({ reference })).body.findings).toMatchObject([{ rule: 'cross.named' }]);
  });
});
