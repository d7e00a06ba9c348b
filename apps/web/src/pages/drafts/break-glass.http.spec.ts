import { jest } from '@jest/globals';
import { CaseOpeningService, CaseReadingService, type Incident, TasksService } from '#cases';
import { Correspondents, scopeOfActor } from '#identity';
import { Letters, Notices, TellOfBrokenGlass } from '#notifications';
import { JobProcessor, OutboxRepository, Transactions } from '#platform';
import {
  BreakGlassReviews,
  BreakGlassService,
  type Draft,
  type DraftInputs,
  DraftApprovalService,
  DraftCheckService,
  DraftCompositionService,
  DraftReadingService,
  type Emergency,
  glassBroken,
} from '#responses';
import { Visit } from '../../../../../test/support/browsing.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { trailOf } from '../../../../../test/support/trail.js';

const incident: Incident = {
  title: 'Post that speaks of dying',
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
  jurisdiction: 'scotland',
  setting: 'private_practice',
  doctorName: 'Dr Example',
  doctorId: null,
  isUrgent: true,
};

const said: Omit<Emergency, 'readHash'> = {
  reason: 'The writer says that they will not live until tomorrow.',
  isLifeInDanger: true,
  isWaiverKnown: true,
};

let test: TestApp;
let given: Given;
let adviser: TestPerson;
let lead: TestPerson;
let second: TestPerson;
let dpo: TestPerson;
let admin: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  adviser = await given.aPerson(own, 'adviser');
  lead = await given.aPerson(own, 'approver');
  second = await given.aPerson(own, 'approver');
  dpo = await given.aPerson(own, 'dpo');
  admin = await given.aPerson(own, 'admin');
  const { app } = test;
  const [notices, letters] = [app.get(Notices), app.get(Letters)];
  const [reviews, people] = [app.get(BreakGlassReviews), app.get(Correspondents)];
  app.get(JobProcessor).register(new TellOfBrokenGlass(reviews, people, notices, letters));
  stranger = await given.aPerson(other, 'approver');
});
afterAll(() => test.close());

const fileOf = ({ id }: Draft) => test.app.get(DraftReadingService).get(adviser.actor, id);
const released = async ({ id, textHash }: Draft, by = lead, but: Partial<Emergency> = {}) =>
  test.app.get(BreakGlassService).release(by.actor, id, { ...said, readHash: textHash, ...but });
const reviewed = async ({ id }: Draft, by: TestPerson, note = 'The police confirmed the danger.') =>
  test.app.get(BreakGlassReviews).review(by.actor, id, { verdict: 'right', note });
const submitted = ({ id }: Draft) => test.app.get(DraftCheckService).submit(adviser.actor, id, '');
const inSql = <T>(sql: string, values: unknown[], { actor } = lead): Promise<T[]> => {
  const tx = test.app.get(Transactions);
  return tx.run(scopeOfActor(actor), () => tx.query<T & object>(sql, values)) as Promise<T[]>;
};
const outboxOf = ({ id }: Draft) =>
  inSql<{ id: string }>(
    `select o.id from outbox o join break_glass g on g.id::text = o.payload ->> 'brokenGlassId'
      where g.draft_id = $1`,
    [id],
  );

const NOTHING = { inputs: {}, facts: {} };

/** A report to a site, which its moderators alone read, with words added by hand. */
async function aReport(typed: string) {
  const { reference } = await test.app.get(CaseOpeningService).open(adviser.actor, incident);
  const wanted = { template: 'T-MOD-APPEAL', given: NOTHING, bodyId: null };
  const { asked } = await test.app
    .get(DraftCompositionService)
    .preview(adviser.actor, reference, wanted);
  const ground = asked.find(({ name }) => name === 'ground.key')?.choices?.[0]?.value ?? '';
  return aDraft(typed, wanted.template, {
    inputs: { siteReference: 'A1' },
    facts: { 'ground.key': ground },
  });
}

/** A draft in the words of a template, with words added by hand. */
async function aDraft(typed = '', template = 'T-PUB-ACK-UK', given: DraftInputs = NOTHING) {
  const { reference } = await test.app.get(CaseOpeningService).open(adviser.actor, incident);
  const wanted = { template, given, bodyId: null };
  const composition = test.app.get(DraftCompositionService);
  const made = await composition.createFromTemplate(adviser.actor, reference, wanted);
  if (typed === '') return { draft: made, reference, page: pageOf(reference, made) };
  const change = { text: `${made.text}\n${typed}`, version: made.version };
  const draft = await composition.edit(adviser.actor, made.id, change);
  return { draft, reference, page: pageOf(reference, draft) };
}

const pageOf = (reference: string, { id }: Draft) => `/cases/${reference}/drafts/${id}`;

describe('releasing a text without a second person', () => {
  it('is refused to whoever has not the right for it, and hidden from another organisation', async () => {
    const { draft } = await aDraft();
    await expect(released(draft, adviser)).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(released(draft, stranger)).rejects.toMatchObject({ code: 'draft-not-found' });
    expect(await outboxOf(draft)).toEqual([]);
  });

  it.each([
    ['without a danger to life', { isLifeInDanger: false }, 'isLifeInDanger'],
    ['without a reason', { reason: '' }, 'reason'],
    ['without knowing what is waived', { isWaiverKnown: false }, 'isWaiverKnown'],
  ])('is refused %s, beside the field', async (_what, but, field) => {
    const { draft } = await aDraft();
    const refusal = { code: 'emergency-not-stated', faults: [{ field }] };
    await expect(released(draft, lead, but)).rejects.toMatchObject(refusal);
  });

  it('is refused for other words than were read, and for an approved text', async () => {
    const { draft } = await aDraft();
    const readHash = '0'.repeat(64);
    const otherWords = { code: 'words-changed-since-read' };
    await expect(released(draft, lead, { readHash })).rejects.toMatchObject(otherWords);
    const { id, textHash } = await submitted(draft);
    await test.app.get(DraftApprovalService).approve(second.actor, id, textHash);
    await expect(released(draft)).rejects.toMatchObject({ code: 'draft-is-approved' });
  });

  it('never lets a direct identifier pass, nor anything that blocks where everybody reads it', async () => {
    const refusal = { code: 'draft-has-blocking-findings' };
    const { draft } = await aDraft('Your NHS number is 943 476 5919.');
    await expect(released(draft)).rejects.toMatchObject(refusal);
    const { draft: disclosing } = await aDraft('Your operation on Tuesday went wrong.');
    await expect(released(disclosing)).rejects.toMatchObject(refusal);
    expect((await fileOf(draft)).draft.state).toBe('draft');
    expect(await outboxOf(draft)).toEqual([]);
  });

  it('lets warnings stand for the reason that is given', async () => {
    const { draft } = await aDraft('Your review is a pack of lies.');
    expect(draft.verdict).toBe('warn');
    await released(draft);
    expect((await fileOf(draft)).draft).toMatchObject({
      state: 'released',
      warningsReason: said.reason,
    });
  });

  it('lets what blocks pass where one person reads it, names the rules, and still no identifier', async () => {
    const { draft } = await aReport('Your operation on Tuesday went wrong.');
    expect(draft.verdict).toBe('block');
    await released(draft);
    const { brokenGlass } = await fileOf(draft);
    expect(brokenGlass?.waivedRules).not.toEqual([]);
    const { draft: naming } = await aReport('The NHS number is 943 476 5919.');
    const refusal = { code: 'draft-has-blocking-findings' };
    await expect(released(naming)).rejects.toMatchObject(refusal);
  });

  it('keeps release, reason, task, audit event and outbox row together, and stops for good', async () => {
    const { draft, reference } = await aDraft();
    const before = await submitted(draft);
    const release = await released(before);
    expect(release).toMatchObject({ text: draft.text, releasedBy: lead.actor.personId });
    const file = await fileOf(draft);
    expect(file.draft).toMatchObject({
      state: 'released',
      approvedBy: null,
      brokenGlassBy: lead.actor.personId,
    });
    expect(file.brokenGlass).toMatchObject({ reason: said.reason, reviewedBy: null });
    expect(await outboxOf(draft)).toHaveLength(1);
    const tasks = await test.app.get(TasksService).list(adviser.actor, reference);
    expect(tasks).toMatchObject([{ dueOn: file.brokenGlass!.reviewDueOn, state: 'open' }]);
    const { id } = await test.app.get(CaseReadingService).get(adviser.actor, reference);
    const actions = (await trailOf(test, adviser.actor, id)).map(({ action }) => action);
    expect(actions).toContain('draft.glass-broken');
    await expect(released(draft)).rejects.toMatchObject({ code: 'draft-is-released' });
  });

  it('leaves nothing behind when the outbox cannot be written', async () => {
    const { draft } = await aDraft();
    const outbox = test.app.get(OutboxRepository);
    const add = outbox.add.bind(outbox);
    const failing = jest
      .spyOn(outbox, 'add')
      .mockImplementation((organisation, job, payload) =>
        (job as unknown) === glassBroken
          ? Promise.reject(new Error('away'))
          : add(organisation, job, payload),
      );
    await expect(released(draft)).rejects.toThrow('away');
    failing.mockRestore();
    const file = await fileOf(draft);
    expect(file).toMatchObject({ release: undefined, brokenGlass: undefined });
    expect(file.draft.state).toBe('draft');
  });

  it('is asked for and marked on the page', async () => {
    const { draft, page } = await aDraft();
    const visit = await new Visit(test.app).signIn(lead);
    expect((await visit.open(page)).text).toContain(`${page}/break-glass`);
    const path = `${page}/break-glass`;
    expect((await visit.open(path)).text).toContain('Only where a life is in danger');
    const half = await visit.send(path, { textHash: draft.textHash, reason: 'Now' }).expect(422);
    expect(half.text).toContain('href="#isLifeInDanger"');
    expect(half.text).toContain('>Now</textarea>');
    const ticks = { isLifeInDanger: 'true', isWaiverKnown: 'true' };
    await visit.send(path, { textHash: draft.textHash, reason: 'Now', ...ticks }).expect(303);
    expect((await visit.open(page)).text).toContain('Released by one person alone');
    const clerk = await new Visit(test.app).signIn(adviser);
    await clerk.open(path).then(({ status }) => expect(status).toBe(403));
  });
});

describe('the lead advisers and the data protection officer', () => {
  const toldOf = async ({ actor }: TestPerson, reference: string) => {
    const { items } = await test.app.get(Notices).list(actor, { limit: 100 });
    return items.filter((one) => one.kind === 'glass-broken' && one.reference === reference);
  };

  it('are told once of such a release; the one who made it is not', async () => {
    const { draft, reference } = await aDraft();
    await released(draft);
    const [job] = await outboxOf(draft);
    for (const id of [job!.id, job!.id]) await test.app.get(JobProcessor).process(id);
    expect(await toldOf(second, reference)).toHaveLength(1);
    expect(await toldOf(dpo, reference)).toHaveLength(1);
    expect(await toldOf(lead, reference)).toEqual([]);
    expect(await toldOf(adviser, reference)).toEqual([]);
  });
});

describe('the review of such a release', () => {
  it('is refused to the one who released it, to the author, without words, and twice', async () => {
    const { draft } = await aDraft();
    await released(draft);
    await expect(reviewed(draft, lead)).rejects.toMatchObject({ code: 'own-emergency' });
    await expect(reviewed(draft, adviser)).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(reviewed(draft, second, '')).rejects.toMatchObject({
      code: 'review-needs-a-note',
    });
    await reviewed(draft, second);
    await expect(reviewed(draft, second)).rejects.toMatchObject({ code: 'already-reviewed' });
  });

  it('ends the task, and stands with its verdict on the page of those who keep watch', async () => {
    const { draft, reference, page } = await aDraft();
    await released(draft);
    const watch = await new Visit(test.app).signIn(admin);
    const open = await watch.open('/break-glass');
    expect(open.text).toContain(reference);
    expect(open.text).toContain('Not reviewed');
    expect(open.text).not.toContain(said.reason);
    const visit = await new Visit(test.app).signIn(second);
    await visit.open(`${page}/break-glass`);
    const review = { verdict: 'right', note: 'The danger was real.' };
    await visit.send(`${page}/break-glass/review`, review).expect(303);
    const [task] = await test.app.get(TasksService).list(adviser.actor, reference);
    expect(task).toMatchObject({ state: 'done' });
    const row = (await watch.open('/break-glass')).text.split(reference)[1]!.split('</tr>')[0];
    expect(row).toContain('It was right to release it');
  });
});

describe('a release by one person alone in SQL', () => {
  const byHand = `update draft set state = 'released', approved_hash = text_hash, broken_glass_by = $2
    where id = $1`;

  it('is not made in another’s name, and not with a direct identifier', async () => {
    const { draft } = await aDraft();
    const inOthersName = [draft.id, second.actor.personId];
    await expect(inSql(byHand, inOthersName)).rejects.toThrow('by the one who does it');
    const { draft: naming } = await aDraft('Your NHS number is 943 476 5919.');
    const own = [naming.id, lead.actor.personId];
    await expect(inSql(byHand, own)).rejects.toThrow('draft_glass_is_broken_by_release');
  });

  it('is not reviewed by the one who made it, and its reason never changes', async () => {
    const { draft } = await aDraft();
    await released(draft);
    const review = `update break_glass set reviewed_by = $2, reviewed_at = now(), verdict = 'right',
      review_note = 'Fine' where draft_id = $1`;
    const own = [draft.id, lead.actor.personId];
    await expect(inSql(review, own)).rejects.toThrow('reviewed_by_another');
    await expect(inSql("update break_glass set reason = 'x'", [])).rejects.toThrow(
      'permission denied',
    );
    const select = 'select id from break_glass where draft_id = $1';
    expect(await inSql(select, [draft.id], stranger)).toEqual([]);
  });
});
