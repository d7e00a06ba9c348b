import request from 'supertest';
import { CaseOpeningService, CaseReadingService, type Incident } from '#cases';
import { sentenceHash } from '#confidentiality';
import { type Permission, scopeOfActor } from '#identity';
import { newId } from '#kernel';
import { Transactions } from '#platform';
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
import { sentencesAskedOn } from '../../../../../test/support/steps/drafts.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { trailOf } from '../../../../../test/support/trail.js';

const incident: Incident = {
  title: 'One-star review of the clinic',
  direction: 'about_doctor',
  kind: 'negative_review',
  platform: 'google_business',
  url: 'https://maps.example/review/1',
  handle: 'angry reader',
  postText: 'Waited an hour.',
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

const LANTERNS = 'Lanterns hang in our garden every winter.';
const BENCHES = 'New benches stand beside the pond.';
const KNOWN = 'We take all feedback seriously.';

let test: TestApp;
let given: Given;
let adviser: TestPerson;
let approver: TestPerson;
let second: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  adviser = await given.aPerson(own, 'adviser');
  approver = await given.aPerson(own, 'approver');
  second = await given.aPerson(own, 'approver');
  stranger = await given.aPerson(other, 'approver');
});
afterAll(() => test.close());

const approvals = () => test.app.get(DraftApprovalService);
const edited = ({ id }: Draft, text: string, version: number) =>
  test.app.get(DraftCompositionService).edit(adviser.actor, id, { text, version });
const submitted = ({ id }: Draft) => test.app.get(DraftCheckService).submit(adviser.actor, id, '');
const fileOf = ({ id }: Draft, { actor } = adviser) =>
  test.app.get(DraftReadingService).get(actor, id);
const approved = (draft: Draft, confirmed: string[], { actor } = approver) =>
  approvals().approve(actor, draft.id, draft.textHash, confirmed.map(sentenceHash));
const askedIn = async (draft: Draft) => (await fileOf(draft)).sentences.map(({ text }) => text);
const inSql = (person: TestPerson, sql: string, values: unknown[]) => {
  const tx = test.app.get(Transactions);
  return tx.run(scopeOfActor(person.actor), () => tx.query(sql, values));
};

/** A public draft with sentences added by hand. */
async function aTypedDraft(...typed: string[]) {
  const { reference } = await test.app.get(CaseOpeningService).open(adviser.actor, incident);
  const wanted = { template: 'T-PUB-ACK-UK', given: { inputs: {}, facts: {} }, bodyId: null };
  const composition = test.app.get(DraftCompositionService);
  const made = await composition.createFromTemplate(adviser.actor, reference, wanted);
  if (typed.length === 0) return { draft: made, reference, page: pageOf(reference, made) };
  const draft = await edited(made, `${made.text}\n${typed.join(' ')}`, made.version);
  return { draft, reference, page: pageOf(reference, draft) };
}

const pageOf = (reference: string, { id }: Draft) => `/cases/${reference}/drafts/${id}`;

describe('what is asked about', () => {
  it('is nothing of a text as its template wrote it', async () => {
    const { draft } = await aTypedDraft();
    expect(await askedIn(draft)).toEqual([]);
    expect(await approved(await submitted(draft), [])).toMatchObject({ state: 'approved' });
  });

  it('is what was typed and is not known to be safe; the sentences of the template stay known', async () => {
    const { draft } = await aTypedDraft(LANTERNS, KNOWN, BENCHES, LANTERNS);
    expect(await askedIn(draft)).toEqual([LANTERNS, BENCHES]);
  });

  it('is a sentence of the template in which one letter was changed', async () => {
    const { draft: made } = await aTypedDraft();
    const text = made.text.replace('This is a general reply', 'That is a garden reply');
    const draft = await edited(made, text, made.version);
    expect(await askedIn(draft)).toHaveLength(1);
  });

  it('is shown to the author before the draft is sent', async () => {
    const { page } = await aTypedDraft(LANTERNS, KNOWN);
    const { text } = await (await new Visit(test.app).signIn(adviser)).open(page);
    const section = /<section aria-labelledby="asked">[\s\S]*?<\/section>/.exec(text)?.[0] ?? '';
    expect(section).toContain('What the approver is asked about');
    expect(section).toContain(LANTERNS);
    expect(section).not.toContain(KNOWN);
  });
});

describe('the approval of a typed public text', () => {
  it('is refused on the page until each sentence has its own tick, and keeps the ticks', async () => {
    const { draft, page } = await aTypedDraft(LANTERNS, BENCHES);
    const { textHash } = await submitted(draft);
    const visit = await new Visit(test.app).signIn(approver);
    const path = `${page}/approval`;
    const boxes = sentencesAskedOn((await visit.open(path)).text);
    expect(boxes).toEqual([LANTERNS, BENCHES].map(sentenceHash));
    const fields = { decision: 'approve', textHash };
    const none = await visit.send(path, fields).expect(422);
    expect(none.text).toContain('href="#confirmed"');
    expect(none.text).toContain('2 are left');
    const one = await visit.send(path, { ...fields, confirmed: boxes[0] }).expect(422);
    expect(one.text).toMatch(new RegExp(`value="${boxes[0]}" checked`));
    expect(one.text).not.toMatch(new RegExp(`value="${boxes[1]}" checked`));
    expect((await fileOf(draft)).draft.state).toBe('submitted');
    await visit.send(path, { ...fields, confirmed: boxes }).expect(303);
    expect((await fileOf(draft)).draft.state).toBe('approved');
  });

  it('is refused to a colleague for whom another has confirmed', async () => {
    const { draft } = await aTypedDraft(LANTERNS);
    const waiting = await submitted(draft);
    const told = { readHash: waiting.textHash, comment: 'Shorter, please', confirmed: [] };
    const confirmed = [sentenceHash(LANTERNS)];
    await approvals().giveBack(approver.actor, draft.id, { ...told, confirmed });
    const again = await submitted(draft);
    await expect(approved(again, [], second)).rejects.toMatchObject({
      code: 'sentences-not-confirmed',
      details: { sentences: confirmed },
    });
    expect(await approved(again, [], approver)).toMatchObject({ state: 'approved' });
  });

  it('is not given by the hash of a sentence that is not asked about', async () => {
    const { draft } = await aTypedDraft(LANTERNS);
    const waiting = await submitted(draft);
    await expect(approved(waiting, [KNOWN, BENCHES])).rejects.toMatchObject({
      code: 'sentences-not-confirmed',
    });
    expect(await approved(waiting, [LANTERNS, KNOWN])).toMatchObject({ state: 'approved' });
    const [asked] = (await fileOf(draft)).sentences;
    expect(asked?.confirmations).toHaveLength(1);
  });

  it('asks again about a changed sentence, not about those that stand as they were confirmed', async () => {
    const { draft, page } = await aTypedDraft(LANTERNS, BENCHES);
    const first = await approved(await submitted(draft), [LANTERNS, BENCHES]);
    const changed = 'New benches stand beside the gate.';
    const after = await edited(draft, draft.text.replace(BENCHES, changed), first.version);
    expect(after).toMatchObject({ state: 'draft', approvedBy: null });
    const waiting = await submitted(after);
    const visit = await new Visit(test.app).signIn(approver);
    const { text } = await visit.open(`${page}/approval`);
    expect(sentencesAskedOn(text)).toEqual([sentenceHash(changed)]);
    expect(text).toContain('Sentences that you have confirmed already');
    await expect(approved(waiting, [])).rejects.toMatchObject({ code: 'sentences-not-confirmed' });
    expect(await approved(waiting, [changed])).toMatchObject({ state: 'approved' });
  });

  it('says who confirmed what and when: on the page, in the API, and in the audit event', async () => {
    const { draft, page, reference } = await aTypedDraft(LANTERNS);
    const waiting = await submitted(draft);
    await approved(waiting, [LANTERNS]);
    await test.app.get(DraftReleaseService).release(approver.actor, draft.id);
    const { text } = await (await new Visit(test.app).signIn(adviser)).open(page);
    expect(text).toContain(`Confirmed: ${approver.actor.name}, `);
    const token = await given.aToken(adviser, ['case:read'] satisfies Permission[]);
    const answer = await request(test.app.getHttpServer())
      .get(`/api/v1/drafts/${draft.id}`)
      .auth(token, { type: 'bearer' })
      .expect(200);
    const by = { name: approver.actor.name, version: waiting.version };
    const confirmedBy = [expect.objectContaining(by)];
    const hash = sentenceHash(LANTERNS);
    expect(answer.body.sentences).toEqual([{ hash, text: LANTERNS, confirmedBy }]);
    const { id } = await test.app.get(CaseReadingService).get(adviser.actor, reference);
    const event = (await trailOf(test, adviser.actor, id)).find(
      ({ action }) => action === 'draft.approved',
    );
    expect(event?.detail).toMatchObject({ confirmedSentences: [hash] });
  });
});

describe('a confirmation in SQL', () => {
  const insert = `insert into sentence_confirmation (id, organisation_id, case_id, draft_id, draft_version,
      sentence_hash, confirmed_by, confirmed_at)
    select $1, organisation_id, case_id, id, version, $2, $3, now() from draft where id = $4 returning id`;
  const hash = sentenceHash(LANTERNS);

  it('is not given by whoever wrote words of the draft', async () => {
    const { draft } = await aTypedDraft(LANTERNS);
    const values = [newId(), hash, adviser.actor.personId, draft.id];
    await expect(inSql(adviser, insert, values)).rejects.toThrow('confirms none');
  });

  it('is not changed or taken away, and not seen by another organisation', async () => {
    const { draft } = await aTypedDraft(LANTERNS);
    await approved(await submitted(draft), [LANTERNS]);
    for (const act of [
      'update sentence_confirmation set draft_version = 1',
      'delete from sentence_confirmation',
    ])
      await expect(inSql(approver, act, [])).rejects.toThrow('permission denied');
    const sql = 'select id from sentence_confirmation where draft_id = $1';
    expect(await inSql(approver, sql, [draft.id])).toHaveLength(1);
    expect(await inSql(stranger, sql, [draft.id])).toEqual([]);
  });
});
