import { jest } from '@jest/globals';
import { SessionsRepository, SignInService } from '#identity';
import { Visit } from '../../../../test/support/browsing.js';
import { Given, type TestPerson } from '../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { CaseOpeningService } from '#cases';

const WORDS = 'She waited <an hour> & nobody rang.\nI am sorry about that.';
const SHOWN = 'She waited &lt;an hour&gt; &amp; nobody rang.\nI am sorry about that.';
const TYPED = { title: 'One-star review', postText: WORDS, version: '3', oldPassword: 'hush' };
const SAME_SITE = { 'sec-fetch-site': 'same-origin' };

describe('a form that cannot be taken', () => {
  let test: TestApp;
  let adviser: TestPerson;
  let given: Given;

  beforeAll(async () => {
    test = await startTestApp();
    given = new Given(test.app);
    adviser = await given.aPerson(await given.anOrganisation(), 'adviser');
  });
  afterAll(() => test.close());
  afterEach(() => jest.restoreAllMocks());

  const endSessions = () => test.source.query(`update session set expires_at = now()`);
  const visitOf = (person: TestPerson) => new Visit(test.app).signIn(person);
  const late = async (headers: Record<string, string>) => {
    const visit = await visitOf(adviser);
    await endSessions();
    return visit.send('/cases/new', TYPED).set(headers);
  };

  it('gives nothing back that another site may have sent', async () => {
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { origin: 'https://evil.example' },
      {},
    ];
    for (const headers of foreign) {
      const answer = await late(headers);
      expect(answer.status).toBe(403);
      expect(answer.text).not.toContain('nobody rang');
    }
  });

  it('shows all that was typed, and no secret, when the session ended meanwhile', async () => {
    const answer = await late(SAME_SITE);
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('You were signed out while you were writing');
    expect(answer.text).toContain('href="/sign-in?next=%2Fcases%2Fnew"');
    expect(answer.text).toContain('>Post text</label>');
    expect(answer.text).toMatch(/<textarea[^>]* readonly>\n/);
    expect(answer.text).toContain(SHOWN);
    expect(answer.text).not.toMatch(/hush|>Version</);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('takes the origin as a witness where the browser says nothing else', async () => {
    const visit = await visitOf(adviser);
    await endSessions();
    const host = 'parapet.test';
    const answer = await visit.send('/cases/new', TYPED).set({ host, origin: `http://${host}` });
    expect([answer.status, answer.text.includes(SHOWN)]).toEqual([401, true]);
  });

  it('shows what was typed when it was written before signing in again', async () => {
    const visit = await visitOf(adviser);
    const answer = await visit.send('/cases/new', { ...TYPED, _csrf: 'of-before' }).set(SAME_SITE);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('This form is no longer valid');
    expect(answer.text).toContain('<a class="govuk-link" href="/cases/new">Open the page again');
    expect(answer.text).toContain(SHOWN);
  });

  it('asks nobody to sign in who raises an alert from an old page, and shows whom to call', async () => {
    const visit = new Visit(test.app);
    await visit.open('/requests/new/safety');
    await endSessions();
    const form = { danger: 'yes', phone: '07700 900123' };
    const answer = await visit.send('/requests/new/safety', form).set(SAME_SITE);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('href="/requests/new/safety">Open the page again');
    expect(answer.text).toContain('tel:999');
    expect(answer.text).toContain('07700 900123');
  });

  it('shows what was typed to somebody whose access ended between two questions', async () => {
    const leaver = await given.aPerson(adviser.actor.organisationId, 'adviser');
    const visit = await visitOf(leaver);
    jest.spyOn(SignInService.prototype, 'findPerson').mockResolvedValue(undefined);
    const answer = await visit.send('/cases/new', TYPED);
    expect([answer.status, answer.text.includes(SHOWN)]).toEqual([401, true]);
    expect(answer.text).toContain('href="/sign-in?next=%2Fcases%2Fnew"');
  });

  it('shows what was typed when something fails on our side', async () => {
    const visit = await visitOf(adviser);
    const open = jest.spyOn(CaseOpeningService.prototype, 'open');
    for (const [code, status] of [
      ['ECONNREFUSED', 503],
      ['odd', 500],
    ] as const) {
      open.mockRejectedValueOnce(Object.assign(new Error('away'), { code }));
      const answer = await visit.send('/cases/new', anIncidentForm());
      expect([answer.status, answer.text.includes(SHOWN)]).toEqual([status, true]);
    }
  });

  it('shows what was typed when the database is away before anybody can be recognised', async () => {
    const visit = await visitOf(adviser);
    const find = jest
      .spyOn(SessionsRepository.prototype, 'find')
      .mockRejectedValue(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }));
    const answer = await visit.send('/cases/new', TYPED).set(SAME_SITE);
    expect([answer.status, answer.text.includes(SHOWN)]).toEqual([503, true]);
    expect((await visit.open('/work')).status).toBe(503);
    find.mockRestore();
    expect((await visit.open('/work')).status).toBe(200);
  });
});

/** The form of a new case as a browser sends it. */
function anIncidentForm(): Record<string, string> {
  return {
    title: 'One-star review',
    direction: 'about_doctor',
    kind: 'negative_review',
    platform: 'google_business',
    url: 'https://maps.example/review/1',
    handle: '',
    postText: WORDS,
    postedOn: '2026-01-02',
    seenOn: '2026-01-05',
    visibility: 'public',
    jurisdiction: 'england',
    setting: 'nhs_gp',
    doctorName: 'Dr Example',
  };
}
