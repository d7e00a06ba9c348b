import { HearingsService, ProceedingsService } from '#cases';
import { Correspondents } from '#identity';
import { DoctorsToTell, RequestDecidingService, RequestSendingService } from '#intake';
import {
  Letters,
  Notices,
  TellDoctor,
  TellOfAnswer,
  TellOfHearing,
  TellOfLetter,
} from '#notifications';
import { JobProcessor, scopeOf, Transactions } from '#platform';
import { LettersToDoctor } from '#responses';
import { type TestPerson } from '../../../test/support/given.js';
import {
  approves,
  releases,
  sendsForApproval,
  startsDraft,
} from '../../../test/support/steps/drafts.js';
import { send } from '../../../test/support/steps/forms.js';
import { peopleOf, type SignedIn } from '../../../test/support/steps/people.js';
import { adoptsAdvice, asksForAdvice } from '../../../test/support/steps/triage.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';

const CANARY = 'kingfisher';
const ANSWERS = {
  whatHappened: 'review',
  platform: 'google_business',
  url: 'https://maps.example/r/5',
  account: '',
  postText: CANARY,
  seenOn: '2026-01-05',
  replied: 'no',
  patient: 'unsure',
  complaint: 'no',
  jurisdiction: 'england',
  setting: 'private_practice',
  words: CANARY,
  wellbeing: 'fine',
} as const;

describe('a doctor is told', () => {
  let test: TestApp;
  let doctor: SignedIn;
  let adviser: SignedIn;
  let approver: SignedIn;
  let admin: SignedIn;

  beforeAll(async () => {
    test = await startTestApp({ PARAPET_DEMO: '1' });
    const { app } = test;
    const telling = new TellDoctor(app.get(Correspondents), app.get(Notices), app.get(Letters));
    const doctors = app.get(DoctorsToTell);
    const processor = app.get(JobProcessor);
    processor.register(new TellOfAnswer(doctors, telling));
    processor.register(new TellOfHearing(app.get(HearingsService), doctors, telling));
    processor.register(new TellOfLetter(app.get(LettersToDoctor), doctors, telling));
  });
  afterAll(() => test.close());

  beforeEach(async () => {
    const roles = ['doctor', 'adviser', 'approver', 'admin'] as const;
    [doctor, adviser, approver, admin] = await peopleOf(test, 'mdo', roles);
  });

  const sendsARequest = async () =>
    (await test.app.get(RequestSendingService).sendWhole(doctor.actor, ANSWERS as never)).reference;

  /** Does the jobs of one name that wait, each as if it were delivered twice. */
  async function tellAll(name: string): Promise<void> {
    const { organisationId } = doctor.actor;
    const rows = await test.app
      .get(Transactions)
      .run(scopeOf(organisationId), () =>
        test.app
          .get(Transactions)
          .query<{ id: string }>('select id from outbox where organisation_id = $1 and name = $2', [
            organisationId,
            name,
          ]),
      );
    for (const { id } of [...rows, ...rows]) await test.app.get(JobProcessor).process(id);
  }

  async function kindsTold({ actor }: TestPerson): Promise<string[]> {
    const { items } = await test.app.get(Notices).list(actor, { limit: 100 });
    return items.map(({ kind }) => kind);
  }

  it('once that a request was taken on, by notice and by mail without a word of it', async () => {
    const reference = await sendsARequest();
    expect(await kindsTold(doctor)).toEqual([]);
    await test.app.get(RequestDecidingService).accept(adviser.actor, reference);
    await tellAll('tell-of-answer');
    expect(await kindsTold(doctor)).toEqual(['request-answered']);
    expect(await kindsTold(adviser)).toEqual([]);
    const letters = await test.app.get(Letters).listForDemo(doctor.actor);
    expect(letters.map(({ subject }) => subject)).toEqual([`Something to do on ${reference}`]);
    expect(JSON.stringify(letters)).not.toContain(CANARY);
  });

  it('that a request was declined', async () => {
    const reference = await sendsARequest();
    const reason = 'Your union can help better.';
    await test.app.get(RequestDecidingService).decline(adviser.actor, reference, { reason });
    await tellAll('tell-of-answer');
    expect(await kindsTold(doctor)).toEqual(['request-answered']);
    expect((await doctor.visit.open('/notices')).text).toContain('href="/my/requests"');
  });

  it('that a letter was released, and of no text for others', async () => {
    const settings = '/admin/organisation';
    await send(admin.visit, [settings, settings], {
      adviceLine: '020 7946 0104',
      complaintsContact: 'our feedback team',
      phone: '020 7946 0100',
      email: 'feedback@organisation.example',
      website: 'https://organisation.example/feedback',
    });
    const { reference } = await test.app
      .get(RequestDecidingService)
      .accept(adviser.actor, await sendsARequest());
    await asksForAdvice(adviser, reference, {
      who: { author_identity: 'anonymous', yes: 'provider_can_reply' },
      content: { yes: 'raises_care_concern' },
    });
    await adoptsAdvice(adviser, reference);
    await letsOut(await startsDraft(adviser, reference));
    await tellAll('tell-of-letter');
    expect(await kindsTold(doctor)).toEqual([]);
    const nextStep =
      'We keep a record and watch whether the post spreads. We will tell you if our advice changes.';
    const inputs = { 'inputs-nextStep': nextStep };
    await letsOut(await startsDraft(adviser, reference, 'T-DOC-EXPLAIN', inputs));
    await tellAll('tell-of-letter');
    expect(await kindsTold(doctor)).toEqual(['letter']);
  });

  it('that a hearing was listed, and again that it was put off, without a word of it', async () => {
    const { reference } = await test.app
      .get(RequestDecidingService)
      .accept(adviser.actor, await sendsARequest());
    const { id: proceedingId } = await test.app
      .get(ProceedingsService)
      .add(adviser.actor, reference, {
        kind: 'regulator',
        body: 'MPTS',
        theirReference: '',
        stage: 'tribunal',
        stageOn: '2026-01-05',
        representative: 'Ms Counsel',
      });
    const hearings = test.app.get(HearingsService);
    const { id } = await hearings.add(adviser.actor, reference, {
      proceedingId,
      kind: 'tribunal',
      begins: '2199-05-06T10:00',
      endsOn: null,
      venue: CANARY,
      isPublic: false,
      representative: '',
    });
    await tellAll('tell-of-hearing');
    expect(await kindsTold(doctor)).toEqual(['hearing']);
    const put = { proceedingId, id, version: 1, to: null, reason: CANARY };
    await hearings.adjourn(adviser.actor, reference, put);
    await tellAll('tell-of-hearing');
    expect(await kindsTold(doctor)).toEqual(['hearing', 'hearing']);
    const letters = await test.app.get(Letters).listForDemo(doctor.actor);
    expect(JSON.stringify(letters)).not.toContain(CANARY);
    expect((await doctor.visit.open('/notices')).text).toContain('href="/my/requests"');
  });

  async function letsOut(draft: string): Promise<void> {
    await sendsForApproval(adviser, draft);
    await approves(approver, draft);
    await releases(adviser, draft);
  }
});
