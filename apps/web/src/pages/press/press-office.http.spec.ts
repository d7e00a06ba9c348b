import request from 'supertest';
import { AuditTrail } from '#audit';
import { type Case, CaseDeadlinesService, PatientFactsService } from '#cases';
import { scopeOfActor } from '#identity';
import { newId } from '#kernel';
import { JobProcessor, NO_ORGANISATION, Transactions } from '#platform';
import { MakeExport } from '#reporting';
import { EnquiriesService, PressStatementActs, SafeSummaryService } from '#responses';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase, decideRoutes, rowsAsOwner } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { sentencesAskedOn } from '../../../../../test/support/steps/drafts.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

const SUMMARY = 'A newspaper asks about waiting times at a practice. A post about it is public.';
const NAME = 'Wilhelmina Oakenshaw';
const HOLDING = {
  template: 'T-HOLDING',
  bodyId: null,
  given: {
    inputs: { nextStep: 'We have no more to add at present.' },
    facts: {},
  },
};
const ASKED = { outlet: 'The Daily Example', journalist: 'Robin Quill', contact: '07700 900999' };

let test: TestApp;
let given: Given;
let adviser: TestPerson;
let approver: TestPerson;
let press: TestPerson;
let otherPress: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  adviser = await given.aPerson(own, 'adviser');
  approver = await given.aPerson(own, 'approver');
  press = await given.aPerson(own, 'press');
  otherPress = await given.aPerson(own, 'press');
  stranger = await given.aPerson(other, 'press');
  test.app.get(JobProcessor).register(test.app.get(MakeExport));
});
afterAll(() => test.close());

const api = () => request(test.app.getHttpServer());
const refusal = (code: string) => expect.objectContaining({ code }) as Error;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

async function aPressCase(): Promise<Case> {
  const found = await aCase(test, adviser);
  await decideRoutes(test, adviser, found.reference, ['press_office']);
  await test.app
    .get(PatientFactsService)
    .add(adviser.actor, found.reference, { kind: 'name', value: NAME });
  return found;
}

function enquiry(deadlineAt = '') {
  return { ...ASKED, asked: 'Do you have a comment?', receivedAt: hoursAgo(2), deadlineAt };
}

function log(person: TestPerson, { reference }: Case, deadlineAt?: string) {
  return test.app.get(EnquiriesService).log(person.actor, reference, enquiry(deadlineAt));
}

function inOrganisation<T>(person: TestPerson, work: (tx: Transactions) => Promise<T>) {
  const tx = test.app.get(Transactions);
  return tx.run(scopeOfActor(person.actor), () => work(tx));
}

async function mediaClocks({ reference }: Case) {
  const { deadlines } = await test.app.get(CaseDeadlinesService).read(adviser.actor, reference);
  return deadlines.filter(({ deadline }) => deadline === 'media_deadline');
}

describe('the safe summary', () => {
  const write = (text: string, reference: string, version = 0) =>
    test.app.get(SafeSummaryService).write(adviser.actor, reference, { text, version });

  it('is written by no press officer', async () => {
    const { reference } = await aPressCase();
    const visit = await new Visit(test.app).signIn(press);
    const told = { text: SUMMARY, version: 0 };
    await visit.send(`/cases/${reference}/press/summary`, told).expect(403);
    await api().post(`/api/v1/cases/${reference}/press-summary`).send(told).expect(401);
  });

  it('is refused for a case that was not decided to go to the press office', async () => {
    const { reference } = await aCase(test, adviser);
    await expect(write(SUMMARY, reference)).rejects.toThrow(refusal('case-not-for-press'));
  });

  it('is refused with the findings shown and the words kept where it names the patient', async () => {
    const { reference } = await aPressCase();
    const visit = await new Visit(test.app).signIn(adviser);
    await visit.open(`/cases/${reference}/press`);
    const text = `A newspaper asks about ${NAME}.`;
    const answer = await visit.send(`/cases/${reference}/press/summary`, { text, version: 0 });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(text);
    expect(answer.text).toContain('finding-1');
    expect(await rowsAsOwner(test, 'press_summary')).toEqual([]);
  });

  it('is refused to whoever did not see the version before', async () => {
    const { reference } = await aPressCase();
    await write(SUMMARY, reference);
    await expect(write('Other words.', reference)).rejects.toThrow(refusal('summary-changed'));
  });

  it('is what the press officer reads, until more is known that makes it unsafe', async () => {
    const found = await aPressCase();
    const visit = await new Visit(test.app).signIn(press);
    expect((await visit.open(`/press/${found.reference}`)).text).toContain('No summary yet');
    await write(SUMMARY, found.reference);
    expect((await visit.open(`/press/${found.reference}`)).text).toContain(SUMMARY);
    const { items: trail } = await inOrganisation(adviser, () =>
      test.app.get(AuditTrail).listOf(found.organisationId, found.id, { limit: 100 }),
    );
    expect(trail.map(({ action }) => action)).toContain('press.summary-written');
    const facts = test.app.get(PatientFactsService);
    await facts.add(adviser.actor, found.reference, { kind: 'alias', value: 'waiting times' });
    const page = await visit.open(`/press/${found.reference}`);
    expect(page.text).not.toContain(SUMMARY);
    expect(page.text).toContain('looking at the summary again');
  });
});

describe('the log of enquiries', () => {
  it('refuses whoever may not write, another organisation, and times that cannot be', async () => {
    const found = await aPressCase();
    const url = `/press/${found.reference}/enquiries`;
    const foreign = await new Visit(test.app).signIn(stranger);
    await foreign.send(url, enquiry()).expect(404);
    const visit = await new Visit(test.app).signIn(press);
    const early = await visit.send(url, { ...enquiry(), deadlineAt: '2020-01-01T10:00' });
    expect(early.status).toBe(422);
    expect(early.text).toContain('The deadline is before the enquiry came');
    expect(early.text).toContain('Robin Quill');
  });

  it('refuses an adviser who writes there what only the case knows', async () => {
    const found = await aPressCase();
    const told = { ...enquiry(), asked: `Was ${NAME} there?` };
    const logged = test.app.get(EnquiriesService).log(adviser.actor, found.reference, told);
    await expect(logged).rejects.toThrow(refusal('tells-of-the-case'));
  });

  it('keeps who asked, what, and what was answered sealed, and records each reading', async () => {
    const found = await aPressCase();
    const { id } = await log(adviser, found);
    const enquiries = test.app.get(EnquiriesService);
    const answer = { id, answer: 'There is no comment.', answeredAt: hoursAgo(0) };
    await enquiries.answer(press.actor, found.reference, answer);
    const rows = (await rowsAsOwner(test, 'press_enquiry')).join();
    expect(rows).toContain(ASKED.outlet);
    for (const word of ['Robin', '900999', 'comment']) expect(rows).not.toContain(word);
    const visit = await new Visit(test.app).signIn(press);
    const page = await visit.open(`/press/${found.reference}/enquiries/${id}`);
    expect(page.text).toContain('Robin Quill');
    expect(page.text).toContain('There is no comment.');
    const { items: trail } = await inOrganisation(adviser, () =>
      test.app.get(AuditTrail).listOf(found.organisationId, found.id, { limit: 100 }),
    );
    expect(trail.map(({ action }) => action)).toContain('press.enquiry-viewed');
    await expect(enquiries.answer(press.actor, found.reference, answer)).rejects.toThrow(
      refusal('enquiry-ended'),
    );
  });

  it('starts the media deadline, moves it to what is due first, and meets it with the last answer', async () => {
    const found = await aPressCase();
    const enquiries = test.app.get(EnquiriesService);
    const first = await log(adviser, found, '2027-03-02T17:00:00Z');
    expect(await mediaClocks(found)).toMatchObject([
      { state: 'open', dueAt: new Date('2027-03-02T17:00:00Z') },
    ]);
    const second = await log(press, found, '2027-03-01T12:00:00Z');
    const [running] = await mediaClocks(found);
    expect(running).toMatchObject({ state: 'open', dueAt: new Date('2027-03-01T12:00:00Z') });
    const answer = { answer: 'There is no comment.', answeredAt: hoursAgo(0) };
    await enquiries.answer(press.actor, found.reference, { ...answer, id: second.id });
    const [later] = await mediaClocks(found);
    expect(later).toMatchObject({ state: 'open', dueAt: new Date('2027-03-02T17:00:00Z') });
    await enquiries.answer(adviser.actor, found.reference, { ...answer, id: first.id });
    expect((await mediaClocks(found)).map(({ state }) => state)).toContain('met');
    expect((await mediaClocks(found)).some(({ state }) => state === 'open')).toBe(false);
  });

  it('shows outlet and deadline before there is a summary, and nothing else (seeds row 14)', async () => {
    const found = await aPressCase();
    await log(adviser, found, '2027-03-02T17:00:00Z');
    const visit = await new Visit(test.app).signIn(press);
    const { text } = await visit.open(`/press/${found.reference}`);
    for (const shown of [found.reference, ASKED.outlet, '2 March 2027', 'No summary yet']) {
      expect(text).toContain(shown);
    }
    for (const hidden of ['One-star review', 'Rude staff', 'Google', 'England', NAME]) {
      expect(text).not.toContain(hidden);
    }
  });
});

describe('a press statement', () => {
  const acts = () => test.app.get(PressStatementActs);

  async function aWaitingStatement(author = press) {
    const found = await aPressCase();
    const { id } = await acts().create(author.actor, found.reference, HOLDING);
    const { textHash } = await acts().submit(author.actor, id, '');
    const own = `/cases/${found.reference}/drafts/${id}`;
    return { found, id, textHash, own, page: `/press/${found.reference}/statements/${id}` };
  }

  async function approves(person: TestPerson, page: string, textHash: string, status = 303) {
    const visit = await new Visit(test.app).signIn(person);
    await visit.send(`${page}/approval`, { decision: 'approve', textHash }).expect(status);
  }

  it('is made by the press office from templates for the press alone, on press cases alone', async () => {
    const found = await aPressCase();
    const other = await aCase(test, adviser);
    const make = (reference: string, template: string) =>
      acts().create(press.actor, reference, { ...HOLDING, template });
    await expect(make(found.reference, 'T-PUB-ACK-UK')).rejects.toThrow(
      refusal('template-not-found'),
    );
    await expect(make(other.reference, 'T-HOLDING')).rejects.toThrow(refusal('case-not-found'));
    const visit = await new Visit(test.app).signIn(press);
    const { text } = await visit.open(`/press/${found.reference}`);
    const offered = [...text.matchAll(/template=(T-[A-Z-]+)/g)].map(([, id]) => id);
    expect(offered.sort()).toEqual(['T-CORRECTION', 'T-GENERAL-PRACTICE', 'T-HOLDING']);
  });

  it('tells the press office of no finding that rests on the case', async () => {
    const { id, page } = await aWaitingStatement();
    const before = await acts().recheck(press.actor, id);
    const change = { text: `We wish Oakenshaw well.`, version: before.version };
    const edited = await acts().edit(press.actor, id, change);
    expect(edited.verdict).toBe('block');
    expect(edited.findings.map(({ rule }) => rule)).toContain('press.rests-on-the-case');
    expect(JSON.stringify(edited.findings)).not.toMatch(/oakenshaw|name/i);
    await expect(acts().submit(press.actor, id, '')).rejects.toMatchObject({
      code: 'draft-has-blocking-findings',
      details: { rules: [] },
    });
    const visit = await new Visit(test.app).signIn(press);
    expect((await visit.open(page)).text).toContain('rests on what the case holds');
  });

  it('needs the approver and another press officer, whichever comes first', async () => {
    for (const order of [
      [approver, otherPress],
      [otherPress, approver],
    ] as const) {
      const { id, textHash, own, page } = await aWaitingStatement();
      await approves(press, page, textHash, 403);
      for (const [place, person] of order.entries()) {
        const before = await acts().recheck(press.actor, id);
        expect(before.state).toBe('submitted');
        expect(before.approvals).toHaveLength(place);
        await approves(person, person === approver ? own : page, textHash);
      }
      const done = await acts().recheck(press.actor, id);
      expect(done.state).toBe('approved');
      await expect(acts().release(adviser.actor, id)).rejects.toThrow(
        refusal('permission-missing'),
      );
      expect((await acts().release(otherPress.actor, id)).release?.text).toContain(
        'duty of confid',
      );
    }
  });

  it('is not saved over a newer version: both texts are shown, and what was typed is kept', async () => {
    const { id, page } = await aWaitingStatement();
    const { text, version } = await acts().recheck(press.actor, id);
    await acts().edit(otherPress.actor, id, { text: `${text}\nBenches.`, version });
    const visit = await new Visit(test.app).signIn(press);
    const mine = `${text}\nLanterns.`;
    const refused = await visit.send(page, { text: mine, version }).expect(409);
    expect(refused.text).toContain('<del>Benches.</del>');
    expect(refused.text).toContain('<ins>Lanterns.</ins>');
    expect(/<textarea[^>]* name="text"[^>]*>([^<]*)</.exec(refused.text)?.[1]).toContain(
      'Lanterns.',
    );
  });

  it('keeps what a press officer types, for them alone, and says who else is at work', async () => {
    const { id, own, page } = await aWaitingStatement();
    const { text, version } = await acts().recheck(press.actor, id);
    const typed = { text: `${text}\nLanterns.`, version };
    const [mine, theirs] = [
      await new Visit(test.app).signIn(press),
      await new Visit(test.app).signIn(adviser),
    ];
    await theirs.send(`${page}/working-copy`, typed).expect(403);
    const gone = page.replace(id, newId());
    await mine.send(`${gone}/working-copy`, typed).expect(404);
    expect((await mine.send(`${page}/working-copy`, typed).expect(200)).body).toMatchObject({
      said: expect.stringMatching(/^Saved at /) as string,
      otherEditors: [],
      version,
    });
    expect((await mine.open(page)).text).toMatch(/Lanterns\.[^]*it is not a version yet/);
    const seen = (await theirs.open(own)).text;
    expect(seen).toContain(`${press.actor.name} is editing this`);
    expect(seen).not.toContain('Lanterns.');
    await mine.send(`${page}/working-copy/discarding`, {}).expect(303);
    expect((await mine.open(page)).text).not.toContain('Lanterns.');
  });

  it('has each typed sentence confirmed by the approver and by the press officer', async () => {
    const { id, own, page } = await aWaitingStatement();
    const before = await acts().recheck(press.actor, id);
    const text = `${before.text}\nLanterns hang in our garden every winter.`;
    await acts().edit(press.actor, id, { text, version: before.version });
    const { textHash, sentences } = await acts().submit(press.actor, id, '');
    const confirmed = sentences.map(({ hash }) => hash);
    expect(confirmed).toHaveLength(1);
    for (const [person, at] of [
      [approver, own],
      [otherPress, page],
    ] as const) {
      const visit = await new Visit(test.app).signIn(person);
      expect(sentencesAskedOn((await visit.open(`${at}/approval`)).text)).toEqual(confirmed);
      const fields = { decision: 'approve', textHash };
      await visit.send(`${at}/approval`, fields).expect(422);
      await visit.send(`${at}/approval`, { ...fields, confirmed }).expect(303);
    }
    const done = await acts().recheck(press.actor, id);
    expect(done.state).toBe('approved');
    expect(done.sentences[0]?.confirmedBy).toHaveLength(2);
  });

  it('stands in the approvals of both, for the press office without the case', async () => {
    const { page, own } = await aWaitingStatement();
    const [one, two] = [
      await new Visit(test.app).signIn(approver),
      await new Visit(test.app).signIn(otherPress),
    ];
    expect((await one.open('/approvals')).text).toContain(`${own}/approval`);
    const { text } = await two.open('/approvals');
    expect(text).toContain(`${page}/approval`);
    expect(text).not.toContain('One-star review');
  });

  it('is approved by a second approver where its author is the only press officer', async () => {
    const lone = await given.anOrganisation();
    const [writer, author, first, second] = [
      await given.aPerson(lone, 'adviser'),
      await given.aPerson(lone, 'press'),
      await given.aPerson(lone, 'approver'),
      await given.aPerson(lone, 'approver'),
    ];
    const { reference } = await aCase(test, writer);
    await decideRoutes(test, writer, reference, ['press_office']);
    const { id } = await acts().create(author.actor, reference, HOLDING);
    const { textHash } = await acts().submit(author.actor, id, '');
    const own = `/cases/${reference}/drafts/${id}`;
    await approves(first, own, textHash);
    await approves(first, own, textHash, 403);
    expect((await acts().recheck(author.actor, id)).state).toBe('submitted');
    await approves(second, own, textHash);
    expect((await acts().recheck(author.actor, id)).state).toBe('approved');
  });

  it('is not let out by the database with one approval, by one person twice, or by an author', async () => {
    const { id, textHash, own } = await aWaitingStatement();
    await approves(approver, own, textHash);
    const change = (person: TestPerson, set: string) =>
      inOrganisation(person, (tx) => tx.query(`update draft set ${set} where id = $1`, [id]));
    const pressed = (person: TestPerson) =>
      `second_approved_by = '${person.actor.personId}', second_approved_hash = text_hash,
       second_approved_at = now()`;
    await expect(change(otherPress, `state = 'approved'`)).rejects.toThrow(/both_approvals/);
    await expect(change(approver, pressed(approver))).rejects.toThrow(/approver_is_another/);
    await expect(change(press, pressed(press))).rejects.toThrow(/approver_is_not_author/);
    await expect(change(adviser, pressed(otherPress))).rejects.toThrow(/given by the one/);
    await expect(change(otherPress, `audience = 'public'`)).rejects.toThrow(/for its readers/);
    const release = inOrganisation(approver, (tx) =>
      tx.query(
        `insert into release (id, organisation_id, case_id, draft_id, text, text_hash, released_by,
                              released_at)
         select gen_random_uuid(), organisation_id, case_id, id, text, text_hash, $2, now()
           from draft where id = $1`,
        [id, approver.actor.personId],
      ),
    );
    await expect(release).rejects.toThrow(/only an approved draft/);
  });
});

describe('the press log as a file', () => {
  const period = { from: '2026-01', until: new Date().toISOString().slice(0, 7) };

  it('is refused to whoever has not the right, and of cases to the press office', async () => {
    const [one, two] = [
      await new Visit(test.app).signIn(press),
      await new Visit(test.app).signIn(approver),
    ];
    await one.send('/exports', { ...period, kind: 'cases' }).expect(403);
    await two.send('/exports', { ...period, kind: 'press-log' }).expect(403);
  });

  it('has reference, outlet, times and state of each enquiry, and never a name or a word', async () => {
    const found = await aPressCase();
    await log(adviser, found, '2027-03-02T17:00:00Z');
    const visit = await new Visit(test.app).signIn(press);
    const wanted = { from: new Date().toISOString().slice(0, 7), until: period.until };
    const made = await visit.send('/exports', { ...wanted, kind: 'press-log' }).expect(303);
    await doExports();
    const file = await visit.open(`${made.headers['location']}/file`);
    expect(file.status).toBe(200);
    const [head, ...rows] = file.text.trim().split('\r\n');
    expect(head).toBe('"reference","outlet","received","deadline","answered","state"');
    const row = rows.find((line) => line.includes(found.reference));
    expect(row).toContain('"The Daily Example"');
    expect(row).toContain('"2027-03-02T17:00:00Z","","open"');
    expect(file.text).not.toMatch(/Robin|900999|comment/);
  });

  async function doExports(): Promise<void> {
    const tx = test.app.get(Transactions);
    const rows = await tx.run(NO_ORGANISATION, () =>
      tx.query<{ id: string }>(
        `select id from outbox where done_at is null and name = 'make-export' order by id`,
      ),
    );
    for (const { id } of rows) await test.app.get(JobProcessor).process(id);
  }
});
