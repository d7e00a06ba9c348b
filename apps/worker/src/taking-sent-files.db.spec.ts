import { EvidenceReading, RemoveSentContent, SentFilesTaking } from '#evidence';
import { Correspondents } from '#identity';
import {
  AcceptedRequests,
  AlertAnsweringService,
  RequestDecidingService,
  RequestKeepers,
} from '#intake';
import { Letters, Notices, TellOfSentFile } from '#notifications';
import { JobProcessor, scopeOf, Transactions } from '#platform';
import { rowsAsOwner } from '../../../test/support/casework.js';
import { aPng } from '../../../test/support/evidence.js';
import { read } from '../../../test/support/steps/forms.js';
import { peopleOf, type SignedIn } from '../../../test/support/steps/people.js';
import { type DoctorsAnswers, sendsRequest } from '../../../test/support/steps/requests.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { TakeFilesOfAccepted, TakeSentFile } from './take-sent-files.handlers.js';

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
const CANARY = 'wheatear';
const WORDS = { seenAt: '2026-01-05T09:30', shows: `The review, ${CANARY}` };
const PICTURE = { content: aPng(), name: `${CANARY} <b>.png` };

describe('pictures and files that a doctor sent', () => {
  let test: TestApp;
  let doctor: SignedIn;
  let adviser: SignedIn;
  let lead: SignedIn;
  let reference: string;
  let own: string;

  beforeAll(async () => {
    test = await startTestApp();
    const { app } = test;
    const [requests, taking] = [app.get(AcceptedRequests), app.get(SentFilesTaking)];
    const processor = app.get(JobProcessor);
    processor.register(new TakeFilesOfAccepted(requests, taking));
    processor.register(new TakeSentFile(requests, taking));
    processor.register(app.get(RemoveSentContent));
    const notices = [app.get(Notices), app.get(Letters)] as const;
    processor.register(
      new TellOfSentFile(app.get(RequestKeepers), app.get(Correspondents), ...notices),
    );
  });
  afterAll(() => test.close());

  beforeEach(async () => {
    [doctor, adviser, lead] = await peopleOf(test, 'mdo', ['doctor', 'adviser', 'approver']);
    reference = await sendsRequest(doctor, ANSWERS);
    own = `/my/requests/${reference}/files`;
  });

  const sends = async () => {
    await read(doctor.visit, own);
    await doctor.visit.sendFile(own, WORDS, PICTURE).expect(303);
  };
  const accepts = () => test.app.get(RequestDecidingService).accept(adviser.actor, reference);
  const evidenceOf = (of: string) => test.app.get(EvidenceReading).list(adviser.actor, of);

  /** Does the jobs that wait, each as if it were delivered twice. */
  async function doJobs(...names: string[]): Promise<void> {
    const { organisationId } = doctor.actor;
    const tx = test.app.get(Transactions);
    for (const name of names) {
      const rows = await tx.run(scopeOf(organisationId), () =>
        tx.query<{ id: string }>(
          'select id from outbox where organisation_id = $1 and name = $2 order by id',
          [organisationId, name],
        ),
      );
      for (const { id } of [...rows, ...rows]) await test.app.get(JobProcessor).process(id);
    }
  }

  it('never stand in clear in the database', async () => {
    await sends();
    const kept = async () =>
      (
        await Promise.all(
          ['sent_file', 'audit_event', 'outbox'].map((one) => rowsAsOwner(test, one)),
        )
      )
        .flat()
        .join();
    expect(await kept()).not.toContain(CANARY);
    await accepts();
    await doJobs('take-sent-files', 'remove-sent-content');
    expect(await kept()).not.toContain(CANARY);
  });

  it('become evidence of the case once, sealed in the doctor’s name', async () => {
    await sends();
    await doJobs('take-sent-file');
    const { reference: of } = await accepts();
    await doJobs('take-sent-files', 'take-sent-file', 'remove-sent-content');
    const items = await evidenceOf(of);
    expect(items).toMatchObject([
      {
        number: 1,
        kind: 'file',
        mediaType: 'image/png',
        fileName: PICTURE.name,
        shows: WORDS.shows,
        keptByName: doctor.actor.name,
        isFromDoctor: true,
      },
    ]);
    expect(await read(adviser.visit, `/cases/${of}/evidence`)).toContain('Sent by the doctor');
    const item = await read(adviser.visit, `/cases/${of}/evidence/${items[0]!.id}`);
    expect(item).toContain('Sent by the doctor');
    const file = await adviser.visit.open(`/cases/${of}/evidence/${items[0]!.id}/file`);
    expect(Buffer.from(file.body as Buffer)).toEqual(aPng());
    const received = await read(adviser.visit, `/requests/${reference}`);
    expect(received).toContain(`href="/cases/${of}/evidence/${items[0]!.id}"`);
    expect(await read(doctor.visit, own)).toContain(CANARY);
  });

  it('sent after the request was taken on go to the case as well', async () => {
    const { reference: of } = await accepts();
    await sends();
    await doJobs('take-sent-file', 'remove-sent-content');
    expect(await evidenceOf(of)).toHaveLength(1);
    expect(await read(doctor.visit, own)).toContain(CANARY);
  });

  /** What a person was told of files, newest first. */
  const toldTo = async ({ actor }: SignedIn) => {
    const { items } = await test.app.get(Notices).list(actor, { limit: 100 });
    return items.map(({ kind, reference: of }) => `${kind} ${of}`);
  };

  it('are told once for several to those on duty, and again once that is read', async () => {
    await sends();
    await doJobs('tell-of-sent-file');
    expect([await toldTo(lead), await toldTo(adviser)]).toEqual([[`file-sent ${reference}`], []]);
    await test.app.get(AlertAnsweringService).goOnDuty(adviser.actor, 8);
    await sends();
    await sends();
    await doJobs('tell-of-sent-file');
    expect(await toldTo(adviser)).toEqual([`file-sent ${reference}`]);
    expect(await toldTo(lead)).toHaveLength(1);
    const page = await read(adviser.visit, '/notices');
    expect(page).toContain('The doctor has sent pictures or files');
    expect(page).toContain(`href="/requests/${reference}"`);
    await test.app.get(Notices).markAllRead(adviser.actor);
    await sends();
    await doJobs('tell-of-sent-file');
    expect(await toldTo(adviser)).toHaveLength(2);
    await test.app.get(AlertAnsweringService).goOffDuty(adviser.actor);
  });

  it('are told to the owner of the case, and stand on its timeline', async () => {
    const { reference: of } = await accepts();
    await sends();
    await doJobs('take-sent-file', 'tell-of-sent-file');
    expect(await toldTo(adviser)).toEqual([`file-sent ${of}`]);
    expect(await toldTo(lead)).toEqual([]);
    const notices = await read(adviser.visit, '/notices');
    expect(notices).toContain(`href="/cases/${of}/evidence"`);
    expect(notices).not.toContain(CANARY);
    const timeline = await read(adviser.visit, `/cases/${of}/timeline`);
    expect(timeline).toContain('File from the doctor kept and sealed');
    expect(timeline).toContain(doctor.actor.name);
  });

  it('are opened by the doctor still, and stay for good, once they are evidence', async () => {
    const { reference: of } = await accepts();
    await sends();
    const sent = await read(doctor.visit, own);
    const href = new RegExp(`href="(${own}/[^"/]+)"`).exec(sent)![1]!;
    await doJobs('take-sent-file', 'remove-sent-content');
    expect(Buffer.from((await doctor.visit.open(href)).body as Buffer)).toEqual(aPng());
    expect(await read(doctor.visit, `${href}/removal`)).toContain('This file stays');
    const refused = await doctor.visit.send(`${href}/removal`, {});
    expect([refused.status, refused.text.includes('so it stays')]).toEqual([409, true]);
    const [item] = await evidenceOf(of);
    const custody = await read(adviser.visit, `/cases/${of}/evidence/${item!.id}`);
    expect(custody).toContain('Evidence opened by the doctor who sent it');
  });
});
