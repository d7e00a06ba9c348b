import request from 'supertest';
import { CaseOpeningService, type Incident } from '#cases';
import { type Permission, scopeOfActor } from '#identity';
import { newId, type OrganisationId } from '#kernel';
import { Transactions } from '#platform';
import {
  type Draft,
  DraftApprovalService,
  DraftCheckService,
  DraftCompositionService,
  DraftReadingService,
  type GivenBack,
  ReturnComments,
} from '#responses';
import { Visit } from '../../../../../test/support/browsing.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

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

const LANTERNS = 'Lanterns hang in our garden 🏮 every winter.';
const SHORTER = 'Name <i>no</i> garden.';

let test: TestApp;
let given: Given;
let own: OrganisationId;
let adviser: TestPerson;
let approver: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  given = new Given(test.app);
  own = await given.anOrganisation();
  const other = await given.anOrganisation('trust');
  adviser = await given.aPerson(own, 'adviser');
  approver = await given.aPerson(own, 'approver');
  stranger = await given.aPerson(other, 'approver');
});
afterAll(() => test.close());

const fileOf = ({ id }: Draft) => test.app.get(DraftReadingService).get(adviser.actor, id);
const done = ({ id }: Draft, comment: string, { actor } = adviser) =>
  test.app.get(ReturnComments).markDone(actor, id, comment);
const inSql = (sql: string, values: unknown[], { actor } = approver) => {
  const tx = test.app.get(Transactions);
  return tx.run(scopeOfActor(actor), () => tx.query(sql, values));
};

/** A typed draft that waits for approval. */
async function aWaitingDraft() {
  const { reference } = await test.app.get(CaseOpeningService).open(adviser.actor, incident);
  const wanted = { template: 'T-PUB-ACK-UK', given: { inputs: {}, facts: {} }, bodyId: null };
  const composition = test.app.get(DraftCompositionService);
  const { id, text, version } = await composition.createFromTemplate(
    adviser.actor,
    reference,
    wanted,
  );
  const typed = `${text}\n${LANTERNS}`;
  await composition.edit(adviser.actor, id, { text: typed, version });
  const draft = await test.app.get(DraftCheckService).submit(adviser.actor, id, '');
  return { draft, reference, page: `/cases/${reference}/drafts/${id}` };
}

const onLanterns = ({ text }: Draft) => {
  const from = text.indexOf(LANTERNS);
  return { from, to: from + LANTERNS.length, quote: LANTERNS, comment: SHORTER };
};

const givenBack = (draft: Draft, told: Partial<GivenBack> = {}) =>
  test.app.get(DraftApprovalService).giveBack(approver.actor, draft.id, {
    readHash: draft.textHash,
    comment: 'Nearly there',
    comments: [onLanterns(draft)],
    ...told,
  });

/** A returned draft whose author has changed the words that were commented on. */
async function aChangedDraft() {
  const { draft, page } = await aWaitingDraft();
  const { version } = await givenBack(draft);
  const changed = draft.text.replace(LANTERNS, 'We thank you.');
  const change = { text: changed, version };
  const after = await test.app.get(DraftCompositionService).edit(adviser.actor, draft.id, change);
  const [comment] = (await fileOf(after)).comments;
  return { draft: after, page, comment: comment! };
}

describe('returning a draft with comments on its words', () => {
  it.each([
    ['other words than stand there', { quote: 'Other words' }],
    ['a place after the end', { from: 90_000, to: 90_010 }],
    ['no words', { to: 0, from: 0, quote: '' }],
    ['nothing said', { comment: '' }],
  ])('refuses %s, and keeps nothing', async (_what, wrong) => {
    const { draft } = await aWaitingDraft();
    const comments = [{ ...onLanterns(draft), ...wrong }];
    await expect(givenBack(draft, { comments })).rejects.toMatchObject({
      code: 'comment-not-on-these-words',
    });
    const file = await fileOf(draft);
    expect(file.draft.state).toBe('submitted');
    expect(file.comments).toEqual([]);
  });

  it('refuses comments without a reason for the whole, and comments on words that changed since', async () => {
    const { draft } = await aWaitingDraft();
    const code = { code: 'return-needs-a-comment' };
    await expect(givenBack(draft, { comment: '' })).rejects.toMatchObject(code);
    const readHash = '0'.repeat(64);
    await expect(givenBack(draft, { readHash })).rejects.toMatchObject({
      code: 'words-changed-since-read',
    });
  });

  it('takes them from the list of sentences on the page, and says what is missing beside the field', async () => {
    const { draft, page } = await aWaitingDraft();
    const { from, to } = onLanterns(draft);
    const visit = await new Visit(test.app).signIn(approver);
    const shown = await visit.open(`${page}/approval`);
    expect(shown.text).toContain(`value="${from}-${to}"`);
    const fields = { textHash: draft.textHash, decision: 'return', comment: 'Nearly there' };
    const half = await visit.send(`${page}/approval`, { ...fields, note2: SHORTER }).expect(422);
    expect(half.text).toContain('href="#place2"');
    expect(half.text).toContain('Name &lt;i&gt;no&lt;/i&gt; garden.');
    const own = { place1: `${from + 1}-${to}`, note1: '' };
    const empty = await visit.send(`${page}/approval`, { ...fields, ...own }).expect(422);
    expect(empty.text).toContain(`value="${from + 1}-${to}" selected`);
    const whole = { place1: `${from}-${to}`, note1: SHORTER };
    await visit.send(`${page}/approval`, { ...fields, ...whole }).expect(303);
    expect((await fileOf(draft)).comments).toMatchObject([onLanterns(draft)]);
  });

  it('shows the author each comment beside the marked words', async () => {
    const { draft, page } = await aWaitingDraft();
    await givenBack(draft);
    const { text } = await (await new Visit(test.app).signIn(adviser)).open(page);
    const section = /<section aria-labelledby="comments">[\s\S]*?<\/ol>/.exec(text)?.[0] ?? '';
    expect(section).toMatch(new RegExp(`<mark[^>]*><a[^>]*>.*</a>${LANTERNS}</mark>`));
    expect(section).toContain('Name &lt;i&gt;no&lt;/i&gt; garden.');
    expect(section).toContain(approver.actor.name);
    expect(section).not.toContain('Mark as done');
    expect(section).toContain('Once the text has changed, you can mark each comment as done.');
  });

  it('is given and read through the API', async () => {
    const { draft } = await aWaitingDraft();
    await givenBack(draft);
    const token = await given.aToken(adviser, ['case:read'] satisfies Permission[]);
    const answer = await request(test.app.getHttpServer())
      .get(`/api/v1/drafts/${draft.id}`)
      .auth(token, { type: 'bearer' })
      .expect(200);
    const told = { ...onLanterns(draft), writtenBy: approver.actor.name, doneAt: null };
    expect(answer.body.comments).toMatchObject([told]);
    expect(JSON.stringify(answer.body)).not.toContain(approver.actor.personId);
  });
});

describe('marking a comment as done', () => {
  it('is refused to another organisation, for a comment of another draft, and before the text is changed', async () => {
    const { draft } = await aWaitingDraft();
    await givenBack(draft);
    const [comment] = (await fileOf(draft)).comments;
    const { draft: other } = await aWaitingDraft();
    const refusals = [
      [() => done(draft, comment!.id, stranger), 'draft-not-found'],
      [() => done(other, comment!.id), 'comment-not-found'],
      [() => done(draft, newId()), 'comment-not-found'],
      [() => done(draft, comment!.id), 'words-as-returned'],
    ] as const;
    for (const [act, code] of refusals) await expect(act()).rejects.toMatchObject({ code });
  });

  it('is done once in the next version, and says so to the approver', async () => {
    const { draft, page, comment } = await aChangedDraft();
    const visit = await new Visit(test.app).signIn(adviser);
    expect((await visit.open(page)).text).toContain('These words have changed');
    await visit.send(`${page}/comments/${comment.id}/done`, {}).expect(303);
    await visit.send(`${page}/comments/${comment.id}/done`, {}).expect(409);
    expect((await fileOf(draft)).comments).toMatchObject([
      { doneBy: adviser.actor.personId, doneVersion: draft.version },
    ]);
    const reader = await new Visit(test.app).signIn(approver);
    const { text } = await reader.open(`${page}/approval`);
    expect(text).toContain(`Done by ${adviser.actor.name}`);
    expect(text).toContain('What the author has changed since you read it');
    expect(text).toMatch(/<del>Lanterns hang[^<]*<\/del>[\s\S]*<ins>We thank you\.<\/ins>/);
    const other = await new Visit(test.app).signIn(await given.aPerson(own, 'approver'));
    const told = `has changed since ${approver.actor.name} returned it`;
    expect((await other.open(`${page}/approval`)).text).toContain(told);
  });

  it('goes through the API with the right to write drafts alone', async () => {
    const { draft, comment } = await aChangedDraft();
    const path = `/api/v1/drafts/${draft.id}/comments/${comment.id}/done`;
    const send = async (rights: Permission[]) =>
      request(test.app.getHttpServer())
        .post(path)
        .set('Idempotency-Key', newId())
        .auth(await given.aToken(adviser, rights), { type: 'bearer' });
    expect(await send(['case:read'])).toMatchObject({ status: 403 });
    const answer = await send(['case:read', 'draft:write']);
    expect(answer.body.comments).toMatchObject([{ doneBy: adviser.actor.name }]);
  });
});

describe('a comment and a return in SQL', () => {
  it('are not written by the author, not changed, not undone and not taken away', async () => {
    const { draft, comment } = await aChangedDraft();
    await done(draft, comment.id);
    const insert = `insert into return_comment (id, organisation_id, case_id, draft_id, draft_version, text_hash, starts,
        ends, quote, comment, written_by, written_at)
      select $1, organisation_id, case_id, id, version, text_hash, 0, 2, left(text, 2), 'No', $2, now()
        from draft where id = $3`;
    const byAuthor = [newId(), adviser.actor.personId, draft.id];
    await expect(inSql(insert, byAuthor)).rejects.toThrow('has not written it');
    const undo = 'update return_comment set done_version = done_version + 1 where draft_id = $1';
    await expect(inSql(undo, [draft.id])).rejects.toThrow('done once');
    const rule = `insert into draft_ruling (id, organisation_id, case_id, draft_id, draft_version, decision, text,
        ruled_by, ruled_at)
      select $1, organisation_id, case_id, id, version, 'approved', text, $2, now() from draft where id = $3`;
    const forged = [newId(), approver.actor.personId, draft.id];
    await expect(inSql(rule, forged)).rejects.toThrow('ruled on as it waits');
    for (const change of ['return_comment set quote', 'draft_ruling set text'])
      await expect(inSql(`update ${change} = 'x'`, [])).rejects.toThrow('permission denied');
    for (const table of ['return_comment', 'draft_ruling'])
      await expect(inSql(`delete from ${table}`, [])).rejects.toThrow('permission denied');
    const select = 'select id from return_comment where draft_id = $1';
    expect(await inSql(select, [draft.id], stranger)).toEqual([]);
  });
});
