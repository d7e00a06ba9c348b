import request from 'supertest';
import { type Case, PartiesService, WallsService } from '#cases';
import { scopeOfActor } from '#identity';
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
import { aCase } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { trailOf } from '../../../../../test/support/trail.js';

const TYPED = 'We keep the lanterns lit.';
/** The choice of the private apology that speaks of its reader. */
const REASON = 'I am sorry that you are unhappy, and that you felt you were not listened to.';

let test: TestApp;
let given: Given;
let adviser: TestPerson;
let colleague: TestPerson;
let approver: TestPerson;
let manager: TestPerson;
let stranger: TestPerson;
const tokens = new Map<TestPerson, string>();

beforeAll(async () => {
  test = await startTestApp();
  given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  adviser = await given.aPerson(own, 'adviser');
  colleague = await given.aPerson(own, 'adviser');
  approver = await given.aPerson(own, 'approver');
  manager = await given.aPerson(own, 'manager');
  stranger = await given.aPerson(other, 'adviser');
  for (const person of [adviser, colleague, stranger])
    tokens.set(person, await given.aToken(person, ['draft:write', 'case:read']));
});
afterAll(() => test?.close());

const composition = () => test.app.get(DraftCompositionService);

interface Written {
  readonly found: Case;
  readonly draft: Draft;
  readonly page: string;
}

async function aDraft(template = 'T-PUB-ACK-UK', inputs = {}): Promise<Written> {
  const found = await aCase(test, adviser);
  const wanted = { template, given: { inputs, facts: {} }, bodyId: null };
  const draft = await composition().createFromTemplate(adviser.actor, found.reference, wanted);
  return { found, draft, page: `/cases/${found.reference}/drafts/${draft.id}` };
}

type Method = 'put' | 'post' | 'delete' | 'patch' | 'get';

/** Calls the API at a draft. */
function call(by: TestPerson, method: Method, { draft }: Written, part: string, body?: object) {
  const called = request(test.app.getHttpServer())[method](`/api/v1/drafts/${draft.id}${part}`);
  return called.auth(tokens.get(by)!, { type: 'bearer' }).send(body);
}

const keeps = (by: TestPerson, of: Written, text = TYPED, version = of.draft.version) =>
  call(by, 'put', of, '/working-copy', { text, version });
const visitOf = (person: TestPerson) => new Visit(test.app).signIn(person);
const boxOf = (html: string) => /<textarea[^>]* name="text"[^>]*>([^<]*)</.exec(html)?.[1]?.trim();

async function released(of: Written): Promise<void> {
  const { id, textHash } = await test.app
    .get(DraftCheckService)
    .submit(adviser.actor, of.draft.id, '');
  await test.app.get(DraftApprovalService).approve(approver.actor, id, textHash);
  await test.app.get(DraftReleaseService).release(adviser.actor, id);
}

describe('words that are typed and not saved', () => {
  it('are refused from those who may not write, who do not see the draft, or stand outside its wall', async () => {
    const of = await aDraft();
    await request(test.app.getHttpServer())
      .put(`/api/v1/drafts/${of.draft.id}/presence`)
      .expect(401);
    const visit = await visitOf(manager);
    await visit.send(`${of.page}/working-copy`, { text: TYPED, version: 1 }).expect(403);
    await keeps(stranger, of).expect(404);
    await test.app
      .get(WallsService)
      .raise(approver.actor, of.found.reference, [adviser.actor.personId]);
    await keeps(colleague, of).expect(404);
    await call(colleague, 'put', of, '/presence').expect(404);
    await keeps(adviser, of).expect(200);
  });

  it('are refused where they are too long, and once the text is out, which loses none of those before', async () => {
    const of = await aDraft();
    await keeps(adviser, of, 'a'.repeat(50_001)).expect(422);
    await keeps(adviser, of).expect(200);
    await released(of);
    const late = await keeps(adviser, of, 'later').expect(409);
    expect(late.body.code).toBe('draft-is-released');
    const visit = await visitOf(adviser);
    expect((await visit.open(of.page)).text).toContain(TYPED);
    await visit.send(`${of.page}/working-copy/discarding`, {}).expect(303);
    expect((await visit.open(of.page)).text).not.toContain(TYPED);
  });

  it('are back when the page is opened again, for their writer alone, and are no version', async () => {
    const of = await aDraft();
    const before = await trailOf(test, adviser.actor, of.found.id);
    const kept = await keeps(adviser, of).expect(200);
    expect(kept.body).toMatchObject({ workingCopy: { text: TYPED, version: 1 }, version: 1 });
    const { text } = await (await visitOf(adviser)).open(of.page);
    expect(boxOf(text)).toBe(TYPED);
    expect(text).toContain('it is not a version yet');
    expect(boxOf((await (await visitOf(colleague)).open(of.page)).text)).toContain('Thank you');
    const shown = await call(colleague, 'get', of, '');
    expect(shown.body).toMatchObject({ workingCopy: null, version: 1, text: of.draft.text });
    expect(await trailOf(test, adviser.actor, of.found.id)).toEqual(before);
  });

  it('go when they are saved, given up, or typed back', async () => {
    const of = await aDraft();
    const unsaved = async () => (await call(adviser, 'get', of, '')).body.workingCopy;
    await keeps(adviser, of);
    await composition().edit(adviser.actor, of.draft.id, { text: of.draft.text, version: 1 });
    expect(await unsaved()).toBeNull();
    await keeps(adviser, of);
    await call(adviser, 'delete', of, '/working-copy').expect(204);
    expect(await unsaved()).toBeNull();
    await keeps(adviser, of);
    expect((await keeps(adviser, of, of.draft.text)).body.workingCopy).toBeNull();
    await keeps(adviser, of);
    await composition().edit(adviser.actor, of.draft.id, { text: TYPED, version: 1 });
    expect(await unsaved()).toBeNull();
  });
});

describe('a version that somebody else has saved meanwhile', () => {
  const THEIRS = 'We keep the benches dry.';
  const overtaken = async () => {
    const of = await aDraft();
    await composition().edit(colleague.actor, of.draft.id, { text: THEIRS, version: 1 });
    return of;
  };

  it('is not saved over: the page shows both texts, keeps what was typed, and then saves it', async () => {
    const of = await overtaken();
    const visit = await visitOf(adviser);
    const refused = await visit.send(of.page, { text: TYPED, version: 1 }).expect(409);
    expect(boxOf(refused.text)).toBe(TYPED);
    expect(refused.text).toContain('Another version was saved meanwhile');
    expect(refused.text).toMatch(/We keep the <del>benches dry\.<\/del>/);
    expect(refused.text).toMatch(/We keep the <ins>lanterns lit\.<\/ins>/);
    expect(refused.text).toContain('data-unkept');
    const version = /name="version" value="(\d+)"/.exec(refused.text)![1]!;
    await visit.send(of.page, { text: TYPED, version }).expect(303);
    const { draft } = await test.app.get(DraftReadingService).get(adviser.actor, of.draft.id);
    expect(draft.text).toBe(TYPED);
  });

  it('is not saved over by a program, which is told the version and its words', async () => {
    const of = await overtaken();
    const refused = await call(adviser, 'patch', of, '', { text: TYPED, version: 1 }).expect(409);
    expect(refused.body).toMatchObject({
      code: 'draft-changed',
      details: { version: 2, text: THEIRS },
    });
  });

  it('stands beside words that were kept from before it, and does not lose them', async () => {
    const of = await overtaken();
    expect((await keeps(adviser, of, TYPED, 1).expect(200)).body.version).toBe(2);
    const { text } = await (await visitOf(adviser)).open(of.page);
    expect(boxOf(text)).toBe(TYPED);
    expect(text).toMatch(/<del>benches dry\.<\/del>/);
  });
});

describe('who is at work on a draft', () => {
  const linesFor = async (person: TestPerson, of: Written) => {
    const { text } = await (await visitOf(person)).open(of.page);
    const place = /id="other-editors"[\s\S]*?<\/div>/.exec(text)?.[0] ?? '';
    return [...place.matchAll(/<p class="govuk-body">([^<]*)/g)].map(([, line]) => line);
  };

  it('is shown to others when they open the page, with the time, until no sign of life comes', async () => {
    const of = await aDraft();
    await call(adviser, 'put', of, '/presence').expect(200);
    const [line] = await linesFor(colleague, of);
    expect(line).toContain(`${adviser.actor.name} is editing this, since `);
    expect(await linesFor(adviser, of)).toEqual([]);
    const seen = await call(colleague, 'put', of, '/presence');
    expect(seen.body.otherEditors).toMatchObject([{ name: adviser.actor.name }]);
    const tx = test.app.get(Transactions);
    await tx.run(scopeOfActor(adviser.actor), () =>
      tx.query(
        `update draft_presence set since = since - interval '1 hour', seen_at = seen_at - interval '61 s'
          where draft_id = $1`,
        [of.draft.id],
      ),
    );
    expect(await linesFor(colleague, of)).toEqual([]);
  });

  it('is nobody once they have left', async () => {
    const of = await aDraft();
    await keeps(adviser, of);
    expect(await linesFor(colleague, of)).toHaveLength(1);
    await call(adviser, 'delete', of, '/presence').expect(204);
    expect(await linesFor(colleague, of)).toEqual([]);
  });
});

describe('words while they are typed', () => {
  it('are answered with findings, with what the approver would be asked, and with what fits', async () => {
    const of = await aDraft();
    const harmful = `${of.draft.text}\n${TYPED} We are sorry that your operation in June went badly.`;
    const tried = await call(adviser, 'post', of, '/trial', { text: harmful }).expect(200);
    expect(tried.body.check.verdict).toBe('block');
    expect(tried.body.sentences.map(({ text }: { text: string }) => text)).toContain(TYPED);
    expect(tried.body.limit).toMatchObject({ most: expect.any(Number) });
    const visit = await visitOf(adviser);
    const { text: page } = await visit.open(of.page);
    expect(page).toMatch(/id="counted" data-most="\d+">[\d,]+ characters</);
    const typed = await visit.send(`${of.page}/check`, { text: harmful }).expect(200);
    expect(JSON.parse(typed.text)).toMatchObject({
      verdict: 'block',
      asked: expect.arrayContaining([TYPED]),
    });
    expect((await call(adviser, 'get', of, '')).body).toMatchObject({ version: 1, sentences: [] });
  });

  it('are asked about nothing where they are the template’s own', async () => {
    const of = await aDraft();
    const tried = await call(adviser, 'post', of, '/trial', { text: of.draft.text });
    expect(tried.body).toMatchObject({ check: { verdict: 'pass' }, sentences: [] });
    await call(stranger, 'post', of, '/trial', { text: TYPED }).expect(404);
  });
});

describe('a letter to a complainant without authority', () => {
  it('passes in the words of its template, and is read again where one of them is changed', async () => {
    const found = await aCase(test, adviser);
    await test.app.get(PartiesService).add(adviser.actor, found.reference, {
      role: 'complainant',
      name: 'Bethan Rowlands',
      relation: 'daughter',
      contact: '',
      isPatient: false,
      hasAuthority: false,
    });
    const inputs = { addressee: 'Ms Rowlands', signatory: 'Ada Adviser', reason: REASON };
    const wanted = { template: 'T-APOLOGY', given: { inputs, facts: {} }, bodyId: null };
    const draft = await composition().createFromTemplate(adviser.actor, found.reference, wanted);
    expect(draft.findings).toEqual([]);
    const text = draft.text.replace('you felt you were', 'you were');
    const change = { text, version: draft.version };
    const changed = await composition().edit(adviser.actor, draft.id, change);
    expect(changed.verdict).toBe('block');
  });
});
