import { createHash } from 'node:crypto';
import request from 'supertest';
import { AuditTrail } from '#audit';
import {
  type Case,
  CaseDeadlinesService,
  type Incident,
  PatientFactsService,
  TasksService,
  WallsService,
} from '#cases';
import { addWorkingDays } from '#deadlines';
import { EvidenceDestruction } from '#evidence';
import { type Permission, scopeOfActor } from '#identity';
import { Transactions } from '#platform';
import {
  DraftApprovalService,
  DraftCheckService,
  DraftReadingService,
  DraftReleaseService,
} from '#responses';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase, decideRoutes } from '../../../../../test/support/casework.js';
import { keepText } from '../../../../../test/support/evidence.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { filesOf } from '../../../../../test/support/zip-reading.js';

let test: TestApp;
let adviser: TestPerson;
let approver: TestPerson;
let press: TestPerson;
let stranger: TestPerson;
let token: string;

const RIGHTS: Permission[] = ['case:read', 'case:write', 'draft:write'];
const POST = 'Rude. He lives at 4 Elm Row and I know when he is out. Avoid.';
const wanted = {
  surface: 'review',
  ground: 'personal_information',
  quotes: 'I know when he is out',
};
const today = () => new Date().toISOString().slice(0, 10);

beforeAll(async () => {
  test = await startTestApp();
  const given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  adviser = await given.aPerson(own, 'adviser');
  approver = await given.aPerson(own, 'approver');
  press = await given.aPerson(own, 'press');
  stranger = await given.aPerson(other, 'adviser');
  token = await given.aToken(adviser, RIGHTS);
});
afterAll(() => test.close());

const api = (method: 'get' | 'post', path: string, bearer = token) =>
  request(test.app.getHttpServer())[method](`/api/v1${path}`).auth(bearer, { type: 'bearer' });

/** A case on which the moderator route is decided. */
async function aReportable(besides: Partial<Incident> = {}): Promise<Case> {
  const found = await aCase(test, adviser, { postText: POST, handle: 'angrybird', ...besides });
  return decideRoutes(test, adviser, found.reference, ['moderator_report']);
}

const listOf = ({ reference }: Pick<Case, 'reference'>) => `/cases/${reference}/moderator-reports`;

interface Made {
  id: string;
  draftId: string;
  state: string;
  chaseOn: string | null;
}

async function aReport(found: Case, besides: object = {}): Promise<Made> {
  const answer = await api('post', listOf(found)).send({ ...wanted, ...besides });
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return answer.body as Made;
}

async function release({ draftId }: Made): Promise<void> {
  const { draft } = await test.app.get(DraftReadingService).get(adviser.actor, draftId as never);
  const { warningsReason } = { warningsReason: draft.verdict === 'warn' ? 'Needed' : '' };
  await test.app.get(DraftCheckService).submit(adviser.actor, draft.id, warningsReason);
  await test.app.get(DraftApprovalService).approve(approver.actor, draft.id, draft.textHash);
  await test.app.get(DraftReleaseService).release(adviser.actor, draft.id);
}

async function aSent(found: Case, besides: object = {}): Promise<Made> {
  const made = await aReport(found, besides);
  await release(made);
  const sent = { happenedOn: today(), theirReference: 'G-77' };
  const answer = await api('post', `${listOf(found)}/${made.id}/sending`)
    .send(sent)
    .expect(200);
  return answer.body as Made;
}

const step = (found: Case, { id }: Pick<Made, 'id'>, to: string, besides: object = {}) =>
  api('post', `${listOf(found)}/${id}/steps`).send({ to, happenedOn: today(), ...besides });

const openTasks = async (found: Case) =>
  (await test.app.get(TasksService).listOpen(adviser.actor, found)).map(({ title, dueOn }) => ({
    title,
    dueOn,
  }));

describe('a report to a platform', () => {
  it('is kept from those without the right and from other organisations', async () => {
    const found = await aReportable();
    const { id } = await aReport(found);
    const path = `${listOf(found)}/${id}`;
    await request(test.app.getHttpServer()).get(`/api/v1${path}`).expect(401);
    expect((await (await new Visit(test.app).signIn(press)).open(path)).status).toBe(403);
    const foreign = await new Visit(test.app).signIn(stranger);
    for (const address of [path, `${path}/pack`]) {
      expect((await foreign.open(address)).status).toBe(404);
    }
  });

  it('goes out of sight with its case behind a wall', async () => {
    const found = await aReportable({ url: 'https://maps.example/review/walled' });
    await aReport(found);
    const other = await aReportable({ url: 'https://maps.example/review/walled' });
    await test.app.get(WallsService).raise(approver.actor, found.reference, []);
    const { body } = await api('get', listOf(other)).expect(200);
    expect(body.samePost).toEqual([]);
  });

  it('is refused on a route that nobody decided, without an address and without a ground (N08)', async () => {
    const undecided = await aCase(test, adviser, { postText: POST });
    const answer = await api('post', listOf(undecided)).send(wanted).expect(422);
    expect(answer.body).toMatchObject({ code: 'route-not-decided' });
    const unaddressed = await aReportable({ url: '' });
    await api('post', listOf(unaddressed)).send(wanted).expect(422);
    const found = await aReportable();
    const visit = await new Visit(test.app).signIn(adviser);
    await visit.open(listOf(found));
    const refused = await visit.send(listOf(found), { ...wanted, ground: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('a weak report costs credibility');
    expect(refused.text).toContain('I know when he is out');
    expect((await api('get', listOf(found))).body.items).toEqual([]);
  });

  it('refuses words that are not in the post, and a kind of thing that the platform has not', async () => {
    const found = await aReportable();
    const strange = await api('post', listOf(found)).send({ ...wanted, quotes: 'He hurt me' });
    expect([strange.status, strange.body.errors[0].pointer]).toEqual([422, '/quotes']);
    await api('post', listOf(found))
      .send({ ...wanted, surface: 'story' })
      .expect(422);
  });

  it('holds nothing of the case but the post and the ground: two cases, one text (seeds row 2)', async () => {
    const one = await aReportable();
    const two = await aReportable({
      doctorName: 'Dr Alice Other',
      title: 'Quite another story',
      jurisdiction: 'ireland',
      kind: 'privacy_breach',
      isUrgent: true,
    });
    await test.app.get(PatientFactsService).add(adviser.actor, two.reference, {
      kind: 'name',
      value: 'Mary Kelly',
    });
    const texts = await Promise.all(
      [await aReport(one), await aReport(two)].map(async ({ draftId }) => {
        const file = await test.app.get(DraftReadingService).get(adviser.actor, draftId as never);
        return file.draft.text;
      }),
    );
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).toContain('“I know when he is out”');
  });

  it('is not sent and gives no pack before its text is released', async () => {
    const found = await aReportable();
    const made = await aReport(found);
    const path = `${listOf(found)}/${made.id}`;
    await api('get', `${path}/pack`).expect(409);
    await api('post', `${path}/sending`).send({ happenedOn: today() }).expect(409);
    const tx = test.app.get(Transactions);
    const inSql = tx.run(scopeOfActor(adviser.actor), () =>
      tx.query(`update moderator_report set state = 'sent', sent_on = current_date where id = $1`, [
        made.id,
      ]),
    );
    await expect(inSql).rejects.toThrow('moderator_report_sent_is_released');
  });

  it('gives a pack with text, steps and hashes, the same bytes each time (seeds rows 2, 9)', async () => {
    const found = await aReportable();
    const made = await aReport(found);
    await release(made);
    const path = `${listOf(found)}/${made.id}/pack`;
    const [one, two] = [
      await api('get', path).responseType('blob').expect(200),
      await api('get', path).responseType('blob').expect(200),
    ];
    expect(one.headers['content-disposition']).toContain(`report-pack-${found.reference}.zip`);
    expect((one.body as Buffer).equals(two.body as Buffer)).toBe(true);
    const files = filesOf(one.body as Buffer);
    expect(Object.keys(files)).toEqual(['report.txt', 'steps.txt', 'evidence.json', 'SHA256SUMS']);
    const { text } = (
      await test.app.get(DraftReadingService).get(adviser.actor, made.draftId as never)
    ).release!;
    expect(files['report.txt']).toBe(`${text}\n`);
    expect(files['steps.txt']).toContain('Choose this heading: Personal information');
    const evidence = JSON.parse(files['evidence.json']!) as { items: object[] };
    expect(evidence.items[0]).toMatchObject({
      url: found.url,
      seenOn: found.seenOn,
      capturedBy: adviser.actor.name,
      textSha256: createHash('sha256').update(POST).digest('hex'),
    });
    for (const line of files['SHA256SUMS']!.trim().split('\n')) {
      const [sum, name] = line.split('  ') as [string, string];
      expect(createHash('sha256').update(files[name]!).digest('hex')).toBe(sum);
    }
    const all = Object.values(files).join('\n');
    expect(all).not.toMatch(/Dr Example|PAR-\d\d|One-star review/);
  });

  it('lists in its pack what is sealed, with hashes, and nothing that anybody said of it', async () => {
    const found = await aReportable();
    const words = { shows: 'Quillfeather', capturedBy: 'Quillfeather' };
    const item = await keepText(test, adviser, found.reference, POST, words);
    const gone = await keepText(test, adviser, found.reference, 'Must not be kept');
    await test.app
      .get(EvidenceDestruction)
      .destroy(approver.actor, found.reference, gone.id, 'Not ours');
    const spam = await api('post', `${listOf(found)}/spam`).expect(201);
    const pack = await api('get', `${listOf(found)}/${spam.body.id}/pack`)
      .responseType('blob')
      .expect(200);
    const files = filesOf(pack.body as Buffer);
    const { items } = JSON.parse(files['evidence.json']!) as { items: object[] };
    expect(items).toHaveLength(2);
    expect(items[1]).toEqual({
      kind: 'sealed text',
      item: 'E1',
      mediaType: 'text/plain',
      size: POST.length,
      sha256: item.sha256,
      seenAt: item.seenAt.toISOString(),
      original: { state: 'up', lookedAt: item.seenAt.toISOString() },
    });
    expect(Object.values(files).join()).not.toContain('Quillfeather');
  });

  it('is sent, chased on the day of the pack, kept, appealed once and gone (seeds row 2)', async () => {
    const found = await aReportable();
    const sent = await aSent(found);
    const chaseOn = addWorkingDays(today(), 4, 'england_wales');
    expect(sent).toMatchObject({ state: 'sent', chaseOn, theirReference: 'G-77' });
    const chase = { title: 'Chase the report to Google Business reviews', dueOn: chaseOn };
    expect(await openTasks(found)).toEqual([chase]);
    await step(found, sent, 'appealed').expect(409);
    await step(found, sent, 'acknowledged').expect(200);
    expect(await openTasks(found)).toEqual([chase]);
    await step(found, sent, 'kept').expect(422);
    await step(found, sent, 'kept', { note: 'They see no breach' }).expect(200);
    expect(await openTasks(found)).toEqual([]);
    await step(found, sent, 'appealed').expect(200);
    expect(await openTasks(found)).toEqual([chase]);
    await step(found, sent, 'appeal_removed').expect(422);
    await step(found, sent, 'appeal_removed', { cause: 'author' }).expect(200);
    await step(found, sent, 'appealed').expect(409);
    expect(await openTasks(found)).toEqual([]);
    const { body } = await api('get', `${listOf(found)}/${sent.id}`).expect(200);
    expect(body).toMatchObject({ state: 'appeal_removed', goneCause: 'author' });
    expect(body.steps.map(({ state }: { state: string }) => state)).toEqual([
      'sent',
      'acknowledged',
      'kept',
      'appealed',
      'appeal_removed',
    ]);
  });

  it('has one appeal: after it, nothing leads back', async () => {
    const found = await aReportable();
    const sent = await aSent(found);
    await step(found, sent, 'kept', { note: 'No breach' }).expect(200);
    await step(found, sent, 'appealed').expect(200);
    await step(found, sent, 'appeal_kept', { note: 'No breach' }).expect(200);
    const again = await step(found, sent, 'appealed').expect(409);
    expect(again.body.title).toContain('There is one appeal');
  });

  it('leaves an event for every step, and no words of anybody', async () => {
    const found = await aReportable();
    const sent = await aSent(found);
    await step(found, sent, 'removed', { cause: 'platform', note: 'Secret words' }).expect(200);
    const { items: events } = await test.app
      .get(Transactions)
      .run(scopeOfActor(adviser.actor), () =>
        test.app.get(AuditTrail).listOf(found.organisationId, found.id, { limit: 100 }),
      );
    const own = events.map(({ action }) => action).filter((one) => one.startsWith('moderator'));
    expect(own).toEqual([
      'moderator-report.removed',
      'moderator-report.sent',
      'moderator-report.prepared',
    ]);
    expect(JSON.stringify(events)).not.toContain('Secret words');
  });

  it('shows earlier reports on the same post', async () => {
    const url = 'https://maps.example/review/known';
    const earlier = await aReportable({ url });
    await aSent(earlier);
    const found = await aReportable({ url });
    const visit = await new Visit(test.app).signIn(adviser);
    const page = await visit.open(listOf(found));
    expect(page.text).toContain('This post was reported before');
    expect(page.text).toContain(earlier.reference);
  });
});

describe('spam', () => {
  it('is reported in one press, with the heading of the pack and no letter (seeds row 62)', async () => {
    const found = await aReportable({ kind: 'spam' });
    const visit = await new Visit(test.app).signIn(adviser);
    await visit.open(listOf(found));
    const made = await visit.send(`${listOf(found)}/spam`, {}).expect(303);
    const page = await visit.open(made.headers['location']!);
    expect(page.text).toContain('Spam or fake');
    expect(page.text).toContain('There is no text');
    await visit.send(`${made.headers['location']}/sending`, { happenedOn: today() }).expect(303);
    expect((await visit.open(made.headers['location']!)).text).toContain('Chase on');
  });

  it('is refused where the pack has no heading for it', async () => {
    const found = await aReportable({ platform: 'mumsnet' });
    await api('post', `${listOf(found)}/spam`)
      .send({})
      .expect(422);
  });
});

describe('a result of a search engine', () => {
  it('is asked to be removed as a tracked request, with the reason of a refusal and the regulator', async () => {
    const found = await aReportable({ jurisdiction: 'ireland' });
    const sent = await aSent(found, {
      platform: 'search_delisting',
      surface: 'result',
      ground: 'outdated',
      quotes: '',
    });
    const { deadlines } = await test.app
      .get(CaseDeadlinesService)
      .read(adviser.actor, found.reference);
    expect(deadlines).toContainEqual(
      expect.objectContaining({ deadline: 'search_delisting_1m', state: 'open' }),
    );
    await step(found, sent, 'kept').expect(422);
    await step(found, sent, 'kept', { note: 'Of public interest' }).expect(200);
    const visit = await new Visit(test.app).signIn(adviser);
    const page = await visit.open(`${listOf(found)}/${sent.id}`);
    expect(page.text).toContain('Of public interest');
    expect(page.text).toContain('We went to the Data Protection Commission');
    expect(page.text).not.toContain('Write the appeal');
    await step(found, sent, 'appealed').expect(200);
    const after = await visit.open(`${listOf(found)}/${sent.id}`);
    expect(after.text).toContain('The result is gone after the appeal');
    expect(after.text).not.toContain('The post is gone');
  });
});

describe('the page of reports', () => {
  it('says to keep a copy before anybody mutes or blocks (seeds row 8)', async () => {
    const found = await aReportable({ platform: 'x' });
    const { text } = await (await new Visit(test.app).signIn(adviser)).open(listOf(found));
    const advice = text.slice(text.indexOf('id="mute-or-block"'));
    expect(advice.indexOf('First keep a copy')).toBeGreaterThan(0);
    expect(advice.indexOf('First keep a copy')).toBeLessThan(advice.indexOf('“Block”'));
  });

  it('offers both levels where a community moderates first (seeds rows 44, 50)', async () => {
    const visit = await new Visit(test.app).signIn(adviser);
    for (const [platform, words] of [
      ['reddit', 'The moderators of the community (subreddit)'],
      ['facebook_group', 'The admins of the group'],
    ] as const) {
      const found = await aReportable({ platform });
      expect((await visit.open(listOf(found))).text).toContain(words);
    }
    const found = await aReportable({ platform: 'reddit' });
    const made = await aReport(found, { surface: 'post', ground: 'harassment', level: 'site' });
    expect(made).toMatchObject({ level: 'site' });
  });

  it('keeps the time in a video for the pack (seeds row 47)', async () => {
    const found = await aReportable({ platform: 'youtube' });
    const video = { surface: 'video', ground: 'harassment', videoTime: '1:23' };
    await api('post', listOf(found))
      .send({ ...wanted, ...video, videoTime: 'later' })
      .expect(422);
    const made = await aReport(found, video);
    await release(made);
    const pack = await api('get', `${listOf(found)}/${made.id}/pack`)
      .responseType('blob')
      .expect(200);
    const files = filesOf(pack.body as Buffer);
    expect(JSON.parse(files['evidence.json']!).items[0].timeInVideo).toBe('1:23');
    expect(files['report.txt']).toContain('At: 1:23');
  });

  it('takes an unknown site to the generic pack, which has no rules to report on (seeds row 52)', async () => {
    const found = await aReportable({ platform: 'other' });
    const { text } = await (await new Visit(test.app).signIn(adviser)).open(listOf(found));
    expect(text).toContain('Find out who runs it');
    await api('post', listOf(found))
      .send({ ...wanted, surface: 'forum' })
      .expect(422);
  });
});
