import request from 'supertest';
import { CaseOpeningService, type Incident } from '#cases';
import { scopeOfActor } from '#identity';
import { JobProcessor, NO_ORGANISATION, Transactions } from '#platform';
import { EXPORT_COLUMNS, ExportExpiryService, MakeExport, RefreshCaseFigures } from '#reporting';
import { Visit } from '../../../../../test/support/browsing.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { trailOf } from '../../../../../test/support/trail.js';

const CANARY = 'QZXCANARY';
const incident: Incident = {
  title: `${CANARY} title`,
  direction: 'about_doctor',
  kind: 'negative_review',
  platform: 'google_business',
  url: `https://${CANARY}.example/`,
  handle: `@${CANARY}`,
  postText: `=1+1 ${CANARY}`,
  postedOn: null,
  seenOn: '2026-07-01',
  visibility: 'public',
  groupSize: null,
  sharing: 'unknown',
  jurisdiction: 'england',
  setting: 'nhs_gp',
  doctorName: `Dr ${CANARY}`,
  doctorId: null,
  isUrgent: false,
};

const now = new Date().toISOString().slice(0, 7);
const period = { from: now, until: now };

describe('reports and exports', () => {
  let test: TestApp;
  let given: Given;
  let adviser: TestPerson;
  let manager: TestPerson;
  let otherManager: TestPerson;
  let stranger: TestPerson;

  beforeAll(async () => {
    test = await startTestApp();
    given = new Given(test.app);
    const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
    adviser = await given.aPerson(own, 'adviser');
    manager = await given.aPerson(own, 'manager');
    otherManager = await given.aPerson(own, 'manager');
    stranger = await given.aPerson(other, 'manager');
    const processor = test.app.get(JobProcessor);
    processor.register(test.app.get(RefreshCaseFigures));
    processor.register(test.app.get(MakeExport));
    for (let count = 0; count < 12; count += 1) {
      await test.app.get(CaseOpeningService).open(adviser.actor, incident);
    }
    for (const platform of ['facebook', 'facebook', 'x', 'x', 'x', 'x', 'x', 'x']) {
      await test.app.get(CaseOpeningService).open(adviser.actor, { ...incident, platform });
    }
    await doJobs();
  });
  afterAll(() => test.close());

  const api = () => request(test.app.getHttpServer());
  const tokenOf = (person: TestPerson) => given.aToken(person, ['report:read', 'export:make']);

  async function doJobs(): Promise<void> {
    const tx = test.app.get(Transactions);
    const rows = await tx.run(NO_ORGANISATION, () =>
      tx.query<{ id: string }>('select id from outbox where done_at is null order by id'),
    );
    for (const { id } of rows) await test.app.get(JobProcessor).process(id);
  }

  function inOrganisation<T>(work: (tx: Transactions) => Promise<T>): Promise<T> {
    const tx = test.app.get(Transactions);
    return tx.run(scopeOfActor(manager.actor), () => work(tx));
  }

  async function aReadyExport(kind = 'cases'): Promise<string> {
    const visit = await new Visit(test.app).signIn(manager);
    const answer = await visit.send('/exports', { ...period, kind }).expect(303);
    await doJobs();
    return answer.headers['location']!.split('/').at(-1)!;
  }

  it('are for people who are signed in', async () => {
    const visit = new Visit(test.app);
    expect((await visit.open('/reports')).headers['location']).toBe('/sign-in?next=%2Freports');
    await api().get('/api/v1/reports/cases').expect(401);
    await api().post('/api/v1/exports').send(period).expect(401);
  });

  it('are refused to an adviser', async () => {
    const visit = await new Visit(test.app).signIn(adviser);
    expect((await visit.open('/reports')).status).toBe(403);
    expect((await visit.open('/exports')).status).toBe(403);
    const token = await given.aToken(adviser, ['case:read']);
    await api().get('/api/v1/reports/cases').auth(token, { type: 'bearer' }).expect(403);
    await api().post('/api/v1/exports').auth(token, { type: 'bearer' }).send(period).expect(403);
  });

  it('say what is wrong with a period, beside its field', async () => {
    const visit = await new Visit(test.app).signIn(manager);
    const answer = await visit.send('/exports', { from: '2026-07', until: '2026-05' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('The last month must be the same as or after the first month');
    expect(answer.text).toContain('value="2026-07"');
    const token = await tokenOf(manager);
    for (const wrong of ['?from=2026-13', '?from=2020-01&until=2026-01', '?day=2026-01-01']) {
      await api().get(`/api/v1/reports/cases${wrong}`).auth(token, { type: 'bearer' }).expect(422);
    }
  });

  it('show another person’s export to nobody', async () => {
    const id = await aReadyExport();
    for (const person of [otherManager, stranger]) {
      const visit = await new Visit(test.app).signIn(person);
      expect((await visit.open(`/exports/${id}`)).status).toBe(404);
      expect((await visit.open(`/exports/${id}/file`)).status).toBe(404);
      expect((await visit.open('/exports')).text).not.toContain(id);
      const token = await tokenOf(person);
      await api().get(`/api/v1/exports/${id}/file`).auth(token, { type: 'bearer' }).expect(404);
    }
  });

  it('hide small numbers, and a second one where the total would give them away', async () => {
    const token = await tokenOf(manager);
    const { body } = await api().get('/api/v1/reports/cases').auth(token, { type: 'bearer' });
    expect(body).toMatchObject({ total: 20, isTooSmall: false });
    expect(body.byPlatform).toEqual([
      { value: 'google_business', count: 12 },
      { value: 'facebook', count: null, hidden: 'small' },
      { value: 'x', count: null, hidden: 'protecting' },
    ]);
    const visit = await new Visit(test.app).signIn(manager);
    const page = await visit.open('/reports');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Most were about Google Business reviews (12 of 20).');
    expect(page.text).toContain('fewer than 5');
  });

  it('say when a period has no cases', async () => {
    const visit = await new Visit(test.app).signIn(manager);
    const page = await visit.open('/reports?from=2020-01&until=2020-02');
    expect(page.text).toContain('No cases were opened in January 2020 to February 2020.');
  });

  it('count and export no walled case', async () => {
    await inOrganisation((tx) =>
      tx.query(
        `update case_figure set is_walled = true where case_id =
           (select case_id from case_figure where platform = 'x' limit 1)`,
      ),
    );
    const id = await aReadyExport();
    const token = await tokenOf(manager);
    const file = await api().get(`/api/v1/exports/${id}/file`).auth(token, { type: 'bearer' });
    expect(file.text.trim().split('\r\n')).toHaveLength(1 + 19);
    await inOrganisation((tx) => tx.query('update case_figure set is_walled = false'));
  });

  it('make a file in the background that holds the columns and nothing else', async () => {
    const id = await aReadyExport();
    const visit = await new Visit(test.app).signIn(manager);
    expect((await visit.open(`/exports/${id}`)).text).toContain('The file has 20 rows.');
    const file = await visit.open(`/exports/${id}/file`).then((answer) => answer);
    expect(file.status).toBe(200);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toContain('attachment; filename="parapet-cases-');
    const lines = file.text.trim().split('\r\n');
    expect(lines[0]).toBe(EXPORT_COLUMNS.map((column) => `"${column}"`).join(','));
    expect(lines).toHaveLength(21);
    expect(lines[1]).toMatch(/^"PAR-\d\d-\w{5}-\w","\d{4}-\d\d-\d\d","england","negative_review",/);
    expect(file.text).not.toContain(CANARY);
    const events = await trailOf(test, manager.actor, id);
    expect(events.map(({ action }) => action)).toEqual(['export.requested', 'export.downloaded']);
  });

  it('make a file of what became of reports, by platform and by rule', async () => {
    const results = [...Array<string>(6).fill('gone'), ...Array<string>(5).fill('stays')];
    await inOrganisation((tx) =>
      tx.query(
        `insert into moderator_report_figure (report_id, organisation_id, case_id, sent_on, platform, ground, result)
         select gen_random_uuid(), f.organisation_id, f.case_id, current_date, 'reddit', 'harassment', r.result
           from (select * from case_figure limit 1) f, unnest($1::text[]) as r (result)`,
        [results],
      ),
    );
    const visit = await new Visit(test.app).signIn(manager);
    const { text } = await visit.open('/reports/moderator-reports');
    expect(text).toContain('Reddit');
    const [, offer] = /href="(\/exports\?kind=[^"]+)"/.exec(text)!;
    expect((await visit.open(offer!.replaceAll('&amp;', '&'))).text).toMatch(
      /value="moderator-reports" checked/,
    );
    const id = await aReadyExport('moderator-reports');
    const file = await visit.open(`/exports/${id}/file`).then((answer) => answer);
    expect(file.headers['content-disposition']).toContain('parapet-moderator-reports-');
    const [head, ...rows] = file.text.trim().replaceAll('"', '').split('\r\n');
    expect(head).toBe('counted_by,value,sent,removed,kept,edited,no_answer');
    expect(rows).toEqual([
      'all,,11,6,5,0,0',
      'platform,reddit,,6,5,0,0',
      'rule,harassment,,6,5,0,0',
    ]);
  });

  it('keep the file encrypted, and the page turning while it is made', async () => {
    const visit = await new Visit(test.app).signIn(manager);
    const answer = await visit.send('/exports', period).expect(303);
    const page = await visit.open(answer.headers['location']!);
    expect(page.text).toContain('<meta http-equiv="refresh" content="5">');
    expect((await visit.open(`${answer.headers['location']}/file`)).status).toBe(409);
    await doJobs();
    expect((await visit.open(answer.headers['location']!)).text).not.toContain(
      'http-equiv="refresh"',
    );
  });

  it('answer 202 to programs, and the same to the same call twice', async () => {
    const token = await tokenOf(manager);
    const call = () =>
      api()
        .post('/api/v1/exports')
        .auth(token, { type: 'bearer' })
        .set('Idempotency-Key', 'export-1')
        .send(period);
    const [first, second] = [await call(), await call()];
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.body.id).toBe(first.body.id);
    expect(first.body).toMatchObject({ state: 'waiting', period, file: null });
    await doJobs();
    const read = await api()
      .get(`/api/v1/exports/${first.body.id}`)
      .auth(token, { type: 'bearer' });
    expect(read.body).toMatchObject({ state: 'ready', rowsDone: 20, rowsTotal: 20 });
  });

  it('are gone after a day, with their key', async () => {
    const id = await aReadyExport();
    await inOrganisation((tx) =>
      tx.query(`update export set expires_at = now() - interval '1 second' where id = $1`, [id]),
    );
    const token = await tokenOf(manager);
    const file = () => api().get(`/api/v1/exports/${id}/file`).auth(token, { type: 'bearer' });
    expect((await file()).body).toMatchObject({ status: 410, code: 'export-expired' });
    await test.app.get(ExportExpiryService).expire(manager.actor.organisationId);
    expect((await file()).status).toBe(410);
    const rows = await inOrganisation((tx) =>
      tx.query('select state, key_sealed from export where id = $1', [id]),
    );
    expect(rows).toEqual([{ state: 'expired', key_sealed: null }]);
  });
});
