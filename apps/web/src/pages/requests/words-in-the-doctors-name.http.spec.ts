import request from 'supertest';
import { CaseOpeningService } from '#cases';
import { Correspondents, type Permission, scopeOfActor } from '#identity';
import { DoctorsToTell } from '#intake';
import { Letters, Notices, TellDoctor, TellOfAnswerAboutWords, TellOfWords } from '#notifications';
import { JobProcessor, Transactions } from '#platform';
import {
  Acceptances,
  type Draft,
  DraftCompositionService,
  DraftReadingService,
  DraftReleaseService,
} from '#responses';
import { anIncident } from '../../../../../test/support/an-incident.js';
import { Given } from '../../../../../test/support/given.js';
import {
  ACKNOWLEDGEMENT,
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
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

const CONTACTS = {
  complaintsContact: 'our feedback team',
  phone: '020 7946 0100',
  email: 'feedback@organisation.example',
  website: 'https://organisation.example/feedback',
};
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
const WORDS = 'I use this account for family and close friends only';

describe('words in the doctor’s own name', () => {
  let test: TestApp;
  let doctor: SignedIn;
  let colleague: SignedIn;
  let adviser: SignedIn;
  let approver: SignedIn;
  let sent: string;
  let reference: string;
  let page: string;
  let token: string;

  beforeAll(async () => {
    test = await startTestApp();
    const roles = ['doctor', 'doctor', 'adviser', 'approver', 'admin'] as const;
    const [theDoctor, another, anAdviser, anApprover, admin] = await peopleOf(test, 'mdo', roles);
    [doctor, colleague, adviser, approver] = [theDoctor, another, anAdviser, anApprover];
    await send(admin.visit, ['/admin/organisation', '/admin/organisation'], CONTACTS);
    sent = await sendsRequest(doctor, ANSWERS);
    reference = await acceptsRequest(adviser, sent, { title: 'Review', kind: 'negative_review' });
    const { app } = test;
    const [people, notices, letters] = [
      app.get(Correspondents),
      app.get(Notices),
      app.get(Letters),
    ];
    const [acceptances, processor] = [app.get(Acceptances), app.get(JobProcessor)];
    const telling = new TellDoctor(people, notices, letters);
    processor.register(new TellOfWords(acceptances, app.get(DoctorsToTell), telling));
    processor.register(new TellOfAnswerAboutWords(acceptances, people, notices, letters));
    token = await tokenOf(doctor);
    page = `/cases/${reference}/drafts/${(await aDraft(reference)).id}`;
  });
  afterAll(() => test.close());

  const myPage = `/my/requests`;
  const api = () => `/api/v1/requests/${sent}/words`;
  const server = () => request(test.app.getHttpServer());
  const idOf = (path: string) => path.split('/').at(-1)! as Draft['id'];
  const fileOf = (path: string) => test.app.get(DraftReadingService).get(adviser.actor, idOf(path));
  const doctorsPage = () => read(doctor.visit, `${myPage}/${sent}`);
  const waiting = async () => {
    const answer = await server().get(api()).auth(token, { type: 'bearer' }).expect(200);
    return answer.body.items[0] as { id: string; textHash: string; text: string; answer: string };
  };
  const answers = (id: string, body: object, by = token) =>
    server().post(`${api()}/${id}`).auth(by, { type: 'bearer' }).send(body);
  const inSql = (sql: string, values: unknown[]) => {
    const tx = test.app.get(Transactions);
    return tx.run(scopeOfActor(adviser.actor), () => tx.query<{ id: string }>(sql, values));
  };

  it('are not shown to the doctor before another person has approved them', async () => {
    expect(await doctorsPage()).not.toContain(WORDS);
    await sendsForApproval(adviser, page);
    expect(await doctorsPage()).not.toContain(WORDS);
    await approves(approver, page);
    const shown = await doctorsPage();
    expect(shown).toContain(
      'that would be published in your name. Nothing is sent until you agree.',
    );
    expect(shown).toContain(WORDS);
    expect(shown).toContain('There are words in your name to read.');
  });

  it('wait for the doctor, who is told once, and whose word the adviser sees is awaited', async () => {
    expect(await read(adviser.visit, page)).toContain('It waits for the doctor');
    await tellAll('tell-of-words');
    expect(await kindsTold(doctor)).toEqual(['words']);
  });

  it('are shown to nobody else, and answered by nobody else', async () => {
    const { id, textHash } = await waiting();
    const agree = { answer: 'agree', textHash };
    await server().post(`${api()}/${id}`).send(agree).expect(401);
    await answers(id, agree, await tokenOf(colleague)).expect(404);
    expect((await adviser.visit.send(`${myPage}/${sent}/words/${id}`, agree)).status).toBe(403);
    expect((await colleague.visit.open(`${myPage}/${sent}`)).status).toBe(404);
    await answers('00000000-0000-7000-8000-000000000000', agree).expect(404);
  });

  it('are released by no program, and by nobody without the doctor’s word', async () => {
    expect(await read(adviser.visit, page)).not.toContain(`action="${page}/release"`);
    const refused = await adviser.visit.send(`${page}/release`, {});
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('the doctor has not agreed to them yet');
    const { draft } = await fileOf(page);
    const program = await tokenOf(adviser, ['draft:write', 'case:read']);
    const release = `/api/v1/drafts/${draft.id}/release`;
    await server().post(release).auth(program, { type: 'bearer' }).send({}).expect(403);
    await expect(
      test.app.get(DraftReleaseService).release(adviser.actor, draft.id),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'words-not-agreed' });
  });

  it('stay where they are in the database too without the doctor’s word', async () => {
    const { draft } = await fileOf(page);
    await expect(
      inSql(`update draft set state = 'released' where id = $1 returning id`, [draft.id]),
    ).rejects.toThrow('draft_released_with_the_doctors_word');
    await expect(
      inSql(`update draft set accepted_hash = text_hash, accepted_at = now() where id = $1`, [
        draft.id,
      ]),
    ).rejects.toThrow('the doctor has not agreed to these words');
    await expect(
      inSql(`update draft set is_doctors_words = false where id = $1`, [draft.id]),
    ).rejects.toThrow('words of the doctor stay words of the doctor');
    await expect(
      inSql(
        `insert into release (id, organisation_id, case_id, draft_id, text, text_hash, released_by, released_at)
         select gen_random_uuid(), organisation_id, case_id, id, text, text_hash, $2, now() from draft where id = $1`,
        [draft.id, adviser.actor.personId],
      ),
    ).rejects.toThrow('the doctor has not agreed to these words');
    await expect(
      inSql(
        `update acceptance set answer = 'agreed', answered_at = now(), way = 'own-page', answered_by = $2
          where draft_id = $1`,
        [draft.id, doctor.actor.personId],
      ),
    ).rejects.toThrow('only the doctor of the case answers on their own page');
  });

  it('are not recorded by an adviser where the doctor answers on a page of their own', async () => {
    const { draft } = await fileOf(page);
    const { textHash } = draft;
    const said = { textHash, way: 'telephone', agreedOn: today(), proof: 'Heard by two.' };
    expect((await adviser.visit.send(`${page}/acceptance`, said)).status).toBe(409);
  });

  it('are answered about the words that were read, and a change needs words', async () => {
    const { id, textHash } = await waiting();
    await answers(id, { answer: 'perhaps', textHash }).expect(422);
    const stale = await answers(id, { answer: 'agree', textHash: '0'.repeat(64) }).expect(409);
    expect(stale.body.code).toBe('words-changed-since-read');
    const refused = await answers(id, { answer: 'change', textHash });
    expect(refused.body.code).toBe('change-needs-a-comment');
  });

  it('go back to the adviser with what the doctor wants changed', async () => {
    const { id, textHash } = await waiting();
    const comment = 'Please leave out the second sentence.';
    const action = `${myPage}/${sent}/words/${id}`;
    await send(doctor.visit, [`${myPage}/${sent}`, action], {
      answer: 'change',
      textHash,
      comment,
    });
    const { draft } = await fileOf(page);
    expect(draft).toMatchObject({ state: 'returned', approvedBy: null, returnReason: comment });
    expect(await read(adviser.visit, page)).toContain(comment);
    await tellAll('tell-of-answer-about-words');
    expect(await kindsTold(adviser)).toEqual(['words-answered']);
  });

  it('are agreed to once, and any other text voids that', async () => {
    await sendsForApproval(adviser, page);
    await approves(approver, page);
    const { id, textHash, text } = await waiting();
    await answers(id, { answer: 'agree', textHash }).expect(200);
    await answers(id, { answer: 'agree', textHash }).expect(409);
    expect(await doctorsPage()).toContain('You agreed to these words on');
    const { draft } = await fileOf(page);
    expect(draft.acceptedHash).toBe(textHash);
    const change = { text: text.replace('nothing unkind', 'nothing bad'), version: draft.version };
    await test.app.get(DraftCompositionService).edit(adviser.actor, draft.id, change);
    expect((await fileOf(page)).draft).toMatchObject({ acceptedHash: null, state: 'draft' });
    expect(await doctorsPage()).not.toContain(WORDS);
  });

  it('are released once the doctor has agreed to exactly these', async () => {
    await sendsForApproval(adviser, page);
    await approves(approver, page);
    const { id, textHash } = await waiting();
    await answers(id, { answer: 'agree', textHash }).expect(200);
    await releases(adviser, page);
    expect((await fileOf(page)).draft.state).toBe('released');
  });

  it('are recorded by an adviser where the doctor has no page: how, when and by what proof', async () => {
    const opened = await test.app.get(CaseOpeningService).open(adviser.actor, anIncident());
    const other = `/cases/${opened.reference}/drafts/${(await aDraft(opened.reference)).id}`;
    await sendsForApproval(adviser, other);
    await approves(approver, other);
    expect(await read(adviser.visit, other)).toContain('has no page here');
    const said = { way: 'telephone', agreedOn: today(), proof: 'Heard by two of us.' };
    const where = [other, `${other}/acceptance`] as const;
    await expect(send(adviser.visit, where, { ...said, agreedOn: '2199-01-01' })).rejects.toThrow(
      'That day has not come yet',
    );
    await expect(send(adviser.visit, where, { ...said, proof: '' })).rejects.toThrow(
      'Enter by what it can be seen',
    );
    await send(adviser.visit, where, said);
    expect(await read(adviser.visit, other)).toContain('By telephone, recorded by');
    await releases(adviser, other);
    expect((await fileOf(other)).draft.state).toBe('released');
  });

  it('are those of other templates where the author says so', async () => {
    const ticked = { isDoctorsWords: 'true' };
    const theirs = await startsDraft(adviser, reference, ACKNOWLEDGEMENT, ticked);
    expect((await fileOf(theirs)).draft.isDoctorsWords).toBe(true);
    expect(await read(adviser.visit, theirs)).toContain('In the doctor’s own name.');
    const ours = await startsDraft(adviser, reference);
    expect((await fileOf(ours)).draft.isDoctorsWords).toBe(false);
  });

  async function aDraft(of: string) {
    const given = { inputs: {}, facts: {} };
    const wanted = { template: 'T-FRIEND', given, bodyId: null };
    return test.app.get(DraftCompositionService).createFromTemplate(adviser.actor, of, wanted);
  }

  /** Does the jobs of one name that wait, each as if it were delivered twice. */
  async function tellAll(name: string): Promise<void> {
    const rows = await inSql('select id from outbox where organisation_id = $1 and name = $2', [
      adviser.actor.organisationId,
      name,
    ]);
    for (const { id } of [...rows, ...rows]) await test.app.get(JobProcessor).process(id as never);
  }

  async function kindsTold({ actor }: SignedIn): Promise<string[]> {
    const { items } = await test.app.get(Notices).list(actor, { limit: 100 });
    return items.map(({ kind }) => kind);
  }

  /** Neither doctors nor advisers make tokens; the right is lent for the test. */
  function tokenOf(person: SignedIn, scopes: Permission[] = ['request:send']): Promise<string> {
    const permissions = new Set([...person.actor.permissions, 'token:manage' as const]);
    const lent = { ...person, actor: { ...person.actor, permissions } };
    return new Given(test.app).aToken(lent, scopes);
  }
});

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
