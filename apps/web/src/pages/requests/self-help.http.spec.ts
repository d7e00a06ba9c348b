import { read, send } from '../../../../../test/support/steps/forms.js';
import { peopleOf, type SignedIn } from '../../../../../test/support/steps/people.js';
import {
  acceptsRequest,
  type DoctorsAnswers,
  sendsRequest,
} from '../../../../../test/support/steps/requests.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

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

describe('what a doctor can do for themselves', () => {
  let test: TestApp;
  let doctor: SignedIn;
  let colleague: SignedIn;
  let adviser: SignedIn;
  let reference: string;
  let page: string;

  beforeAll(async () => {
    test = await startTestApp();
    const roles = ['doctor', 'doctor', 'adviser', 'admin'] as const;
    const [theDoctor, another, anAdviser, admin] = await peopleOf(test, 'mdo', roles);
    [doctor, colleague, adviser] = [theDoctor, another, anAdviser];
    const settings = '/admin/organisation';
    await send(admin.visit, [settings, settings], {
      adviceLine: '020 7946 0104',
      adviceHours: 'day and night',
    });
    const sent = await sendsRequest(doctor, ANSWERS);
    const named = { title: 'One-star review', kind: 'negative_review' };
    reference = await acceptsRequest(adviser, sent, named);
    page = `/my/requests/${sent}`;
  });
  afterAll(() => test.close());

  const tick = ({ visit }: SignedIn, step: string) => visit.send(`${page}/self-help`, { step });

  it('is ticked by nobody else, and only what is on the list (seeds row 7)', async () => {
    expect((await tick(adviser, 'unfollow')).status).toBe(403);
    expect((await tick(colleague, 'unfollow')).status).toBe(404);
    expect((await tick(doctor, 'reply_in_anger')).status).toBe(422);
    expect(await read(doctor.visit, page)).not.toContain('Done ');
  });

  it('keeps its date when ticked, also twice, and the timeline of the case shows it (seeds row 7)', async () => {
    await tick(doctor, 'unfollow').then(({ status }) => expect(status).toBe(303));
    const shown = /Done [^<]+/.exec(await read(doctor.visit, page))?.[0];
    expect(shown).toMatch(/Done \d+ \w+ \d{4}/);
    await tick(doctor, 'unfollow');
    expect(await read(doctor.visit, page)).toContain(shown);
    const timeline = await read(adviser.visit, `/cases/${reference}/timeline`);
    expect(timeline.match(/The doctor did a step for themselves/g)).toHaveLength(1);
  });

  it('begins with the advice line, before a request is begun or anybody is signed in (seeds row 13)', async () => {
    const start = await read(doctor.visit, '/requests/new');
    expect(start).toContain('call the advice line of');
    expect(start).toContain('tel:02079460104');
    expect(start).toContain('day and night');
  });
});
