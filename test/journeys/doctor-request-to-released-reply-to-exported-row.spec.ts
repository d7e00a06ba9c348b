import { civilDateIn } from '#deadlines';
import {
  ACKNOWLEDGEMENT,
  approves,
  recordsPosting,
  releases,
  sendsForApproval,
  startsDraft,
  triesToApprove,
  wordsOf,
} from '../support/steps/drafts.js';
import { offers, read, send, wordsIn } from '../support/steps/forms.js';
import { peopleOf, type SignedIn } from '../support/steps/people.js';
import { acceptsRequest, type DoctorsAnswers, sendsRequest } from '../support/steps/requests.js';
import { adoptsAdvice, asksForAdvice, logsIncident } from '../support/steps/triage.js';
import {
  startTestInstallation,
  type TestInstallation,
  until,
} from '../support/test-installation.js';

const PATIENT = 'Zephyrine Quillfeather';
const HANDLE = 'thornbury-reader';
const POST = 'I sat two hours beside the lilac cabinet.';
const DOCTORS_WORDS = 'My locum ran the marigold list that day.';
const TITLE = 'A review of the tamarind rooms';
const PLACE = 'https://maps.example/r/juniper';
const COPY = 'data-module="parapet-copy"';
const today = civilDateIn(new Date(), 'Europe/London');

const ANSWERS: DoctorsAnswers = [
  ['what-happened', { whatHappened: 'review' }],
  ['where', { platform: 'google_business' }],
  ['link', { url: PLACE, account: HANDLE, postText: POST }],
  ['when', { seen: 'today' }],
  ['replied', { replied: 'no' }],
  ['patient', { patient: 'unsure', complaint: 'no' }],
  ['work', { jurisdiction: 'england', setting: 'private_practice' }],
  ['words', { words: DOCTORS_WORDS }],
  ['how-are-you', { wellbeing: 'strained' }],
];

describe('a doctor’s request about a review', () => {
  let test: TestInstallation;
  let doctor: SignedIn;
  let adviser: SignedIn;
  let approver: SignedIn;
  let manager: SignedIn;

  beforeAll(async () => {
    test = await startTestInstallation();
    const roles = ['doctor', 'adviser', 'approver', 'manager'] as const;
    [doctor, adviser, approver, manager] = await peopleOf(test, 'mdo', roles);
  });
  afterAll(() => test.close());

  async function knowsThePatient(reference: string): Promise<void> {
    const page = `/cases/${reference}/patient`;
    await send(adviser.visit, [page, page], { kind: 'name', value: PATIENT });
  }

  async function decidesOnAcknowledgement(reference: string): Promise<void> {
    const advice = await asksForAdvice(adviser, reference, {
      who: { author_identity: 'anonymous', yes: 'provider_can_reply' },
      content: { yes: 'raises_care_concern' },
    });
    expect(advice).toContain('Public acknowledgement');
    await adoptsAdvice(adviser, reference);
  }

  async function isNotTheAuthorsToApprove(draft: string): Promise<void> {
    const approval = await read(adviser.visit, `${draft}/approval`);
    expect(approval).toContain('You wrote words of it');
    expect(offers(approval, 'decision', 'approve')).toBe(false);
    const theirs = await read(approver.visit, `${draft}/approval`);
    const textHash = /name="textHash" value="(\w+)"/.exec(theirs)![1]!;
    expect((await triesToApprove(adviser, draft, textHash)).status).toBe(403);
  }

  /** One case alone is hidden; with four others on the same way the figures may be shown. */
  async function reportOfFive(): Promise<string> {
    expect(await read(manager.visit, '/reports')).not.toContain('Cases by route');
    for (let others = 0; others < 4; others += 1) {
      await decidesOnAcknowledgement(await logsIncident(adviser));
    }
    return until('the report counts five cases on their route', async () => {
      const shown = await read(manager.visit, '/reports');
      return /Most went by “Public acknowledgement[^”]*” \(5 of 5\)/.test(shown) && shown;
    });
  }

  async function exportsThisMonth(): Promise<string> {
    const month = today.slice(0, 7);
    const period = { from: month, until: month };
    const page = await send(manager.visit, ['/exports', '/exports'], period);
    const ready = await until('the export is ready', async () => {
      const shown = await read(manager.visit, page);
      return shown.includes(`href="${page}/file"`) && shown;
    });
    expect(ready).toContain('The file has 5 rows.');
    return read(manager.visit, `${page}/file`);
  }

  it('becomes a released reply, is posted, and ends as a row without names', async () => {
    const request = await sendsRequest(doctor, ANSWERS);
    const reference = await acceptsRequest(adviser, request, {
      title: TITLE,
      kind: 'negative_review',
    });
    await knowsThePatient(reference);
    await decidesOnAcknowledgement(reference);

    const draft = await startsDraft(adviser, reference, ACKNOWLEDGEMENT);
    const words = await wordsOf(adviser, draft);
    await sendsForApproval(adviser, draft);
    await isNotTheAuthorsToApprove(draft);
    await approves(approver, draft);

    const approved = await read(adviser.visit, draft);
    expect([approved.includes(COPY), wordsIn(approved, 'released-text')]).toEqual([
      false,
      undefined,
    ]);
    await releases(adviser, draft);
    const released = await read(adviser.visit, draft);
    expect([released.includes(COPY), wordsIn(released, 'released-text')]).toEqual([true, words]);
    for (const planted of [PATIENT, HANDLE, POST, TITLE]) expect(words).not.toContain(planted);

    expect((await recordsPosting(adviser, draft, '2199-01-01', PLACE)).status).toBe(422);
    expect((await recordsPosting(adviser, draft, today, PLACE)).status).toBe(303);
    expect(await read(adviser.visit, draft)).toContain(`<bdi>${PLACE}</bdi>`);

    const status = await read(doctor.visit, `/my/requests/${request}`);
    expect(status).toContain('The first steps are done. Your adviser watches what comes of them.');
    expect(status).toContain(adviser.actor.name);
    for (const inner of [reference, TITLE, PATIENT]) expect(status).not.toContain(inner);

    const report = await reportOfFive();
    const file = await exportsThisMonth();
    const names = [doctor, adviser, approver].map(({ actor }) => actor.name);
    for (const planted of [PATIENT, HANDLE, POST, DOCTORS_WORDS, TITLE, PLACE, ...names]) {
      expect(report).not.toContain(planted);
      expect(file).not.toContain(planted);
    }
    expect(rowsOf(file).find((row) => row['reference'] === reference)).toMatchObject({
      route: 'acknowledge_signpost',
      opened_on: today,
      decided_on: today,
      released_on: today,
      closed_on: '',
    });
  }, 60_000);
});

/** Rows by the names of their columns; no cell of this file has a quotation mark or a comma. */
function rowsOf(csv: string): Record<string, string>[] {
  const [heads, ...rows] = csv
    .trim()
    .split('\r\n')
    .map((line) => line.slice(1, -1).split('","'));
  return rows.map((cells) => Object.fromEntries(heads!.map((head, at) => [head, cells[at]!])));
}
