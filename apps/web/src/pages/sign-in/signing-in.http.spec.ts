import { jest } from '@jest/globals';
import request from 'supertest';
import { ApiTokensService, type Permission, scopeOfActor, SignInService } from '#identity';
import { type DomainError, SystemClock } from '#kernel';
import { Transactions } from '#platform';
import { Visit } from '../../../../../test/support/browsing.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

let test: TestApp;
let given: Given;
let organisation: string;

beforeAll(async () => {
  test = await startTestApp();
  given = new Given(test.app);
  organisation = await given.anOrganisation();
});
afterAll(() => test.close());
afterEach(async () => {
  jest.restoreAllMocks();
  await test.source.query(`delete from sign_in_failure`);
});

const api = () => request(test.app.getHttpServer());
const someone = () => given.aPerson(organisation, 'adviser');

/** One try with a new visit: what it was answered and how long that took. */
async function attempt(email: string, password: string) {
  const visit = new Visit(test.app);
  await visit.open('/sign-in');
  const start = performance.now();
  const answer = await visit.send('/sign-in', { email, password });
  return { status: answer.status, text: answer.text, ms: performance.now() - start };
}

/** A page without what differs from one showing to the next: tokens, keys, what was typed. */
function withoutKeys(text: string, email: string): string {
  return text.replaceAll(/name="_(csrf|once)" value="[^"]*"/g, '').replaceAll(email, 'E-MAIL');
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const sessionOf = ({ headers }: { headers: Record<string, unknown> }) =>
  /parapet=([^;]+)/.exec(String(headers['set-cookie']))?.[1];

describe('signing in', () => {
  it('says and takes the same for an unknown account, a wrong password and no access', async () => {
    const times: Record<string, number[]> = { unknown: [], wrong: [] };
    await attempt('warm@nowhere.example', 'a wrong password');
    for (let count = 0; count < 7; count += 1) {
      const { email } = await someone();
      const unknown = await attempt(`nobody-${count}@nowhere.example`, 'a wrong password');
      const wrong = await attempt(email, 'a wrong password');
      expect([unknown.status, wrong.status]).toEqual([401, 401]);
      expect(withoutKeys(unknown.text, `nobody-${count}@nowhere.example`)).toBe(
        withoutKeys(wrong.text, email),
      );
      times['unknown']!.push(unknown.ms);
      times['wrong']!.push(wrong.ms);
    }
    const ratio = median(times['unknown']!) / median(times['wrong']!);
    expect(Math.max(ratio, 1 / ratio)).toBeLessThan(1.5);
    const closed = await someone();
    await test.app
      .get(Transactions)
      .run(scopeOfActor(closed.actor), () =>
        test.app
          .get(Transactions)
          .query(`update person set is_active = false where id = $1`, [closed.actor.personId]),
      );
    const shut = await attempt(closed.email, closed.password);
    expect([shut.status, shut.text.includes('do not match an account')]).toEqual([401, true]);
  });

  it('makes an account wait longer with each failure, lets its owner in after it and forgets then', async () => {
    const person = await someone();
    let now = Date.now();
    jest.spyOn(SystemClock.prototype, 'now').mockImplementation(() => new Date(now));
    const waits: number[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      expect((await attempt(person.email, 'a wrong password')).status).toBe(401);
      const found: { until: Date }[] = await test.source.query(
        `select greatest(max(blocked_until), $1::timestamptz) as until from sign_in_failure`,
        [new Date(now)],
      );
      const seconds = Math.round((found[0]!.until.getTime() - now) / 1000);
      waits.push(seconds);
      if (seconds > 0) expect((await attempt(person.email, person.password)).status).toBe(429);
      now += seconds * 1000 + 1;
    }
    expect(waits).toEqual([0, 0, 0, 0, 2, 4, 8, 16]);
    expect((await attempt(person.email, person.password)).status).toBe(303);
    expect((await attempt(person.email, 'a wrong password')).status).toBe(401);
    expect((await attempt(person.email, person.password)).status).toBe(303);
  });

  it('makes a network wait that tries many accounts, and says for how long', async () => {
    for (let count = 0; count < 21; count += 1)
      await attempt(`spray-${count}@nowhere.example`, 'a wrong password');
    const person = await someone();
    const visit = new Visit(test.app);
    await visit.open('/sign-in');
    const { email, password } = person;
    const answer = await visit.send('/sign-in', { email, password });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(answer.text).toContain('Too many attempts.');
    expect(answer.text).not.toContain(password);
  });

  it('does not believe a network that the caller names', async () => {
    for (let count = 0; count < 21; count += 1) {
      const visit = new Visit(test.app);
      await visit.open('/sign-in');
      const fields = { email: `spray-${count}@nowhere.example`, password: 'a wrong password' };
      await visit.send('/sign-in', fields).set('x-forwarded-for', `203.0.113.${count}`);
    }
    expect((await attempt('one-more@nowhere.example', 'a wrong password')).status).toBe(429);
  });

  it('makes a burst of parallel guesses wait like guesses one after the other', async () => {
    const { email, password } = await someone();
    const signIn = test.app.get(SignInService);
    const guesses = Array.from({ length: 12 }, () =>
      signIn
        .signIn(email, 'a wrong password', '192.0.2.7')
        .catch((error: DomainError) => error.code),
    );
    const codes = await Promise.all(guesses);
    expect(codes.filter((code) => code === 'sign-in-refused')).toHaveLength(5);
    expect(codes.filter((code) => code === 'sign-in-delayed')).toHaveLength(7);
    await expect(signIn.signIn(email, password, '192.0.2.7')).rejects.toMatchObject({
      code: 'sign-in-delayed',
    });
  });

  it('lets somebody in while a person of another organisation is still signed in there', async () => {
    const visit = await new Visit(test.app).signIn(await someone());
    const other = await given.aPerson(await given.anOrganisation('trust'), 'adviser');
    await visit.open('/sign-in');
    const { email, password } = other;
    await visit.send('/sign-in', { _once: 'second', email, password }).expect(303);
    expect((await visit.open('/my/settings')).text).toContain(other.actor.name);
  });

  it('follows only addresses of our own afterwards', async () => {
    for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', '/work\n']) {
      const visit = new Visit(test.app);
      await visit.open('/sign-in');
      const { email, password } = await someone();
      const answer = await visit.send('/sign-in', { email, password, next });
      expect(answer.headers['location']).toBe('/');
    }
  });
});

describe('a session', () => {
  it('has a new id after signing in, and the one from before is worth nothing', async () => {
    const person = await someone();
    const agent = request.agent(test.app.getHttpServer());
    const page = await agent.get('/sign-in');
    const planted = sessionOf(page);
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)![1]!;
    const { email, password } = person;
    const answer = await agent.post('/sign-in').type('form').send({ _csrf: csrf, email, password });
    expect(answer.status).toBe(303);
    expect(sessionOf(answer)).toBeDefined();
    expect(sessionOf(answer)).not.toBe(planted);
    const old = await api().get('/work').set('cookie', `parapet=${planted}`);
    expect(old.status).toBe(303);
    expect((await agent.get('/work')).status).toBe(200);
  });

  it('is stored under a hash: its id is not in the database', async () => {
    const agent = request.agent(test.app.getHttpServer());
    const id = decodeURIComponent(sessionOf(await agent.get('/sign-in'))!).split('.')[0]!;
    const rows: unknown[] = await test.source.query(`select s::text, id_hash::text from session s`);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(id);
  });

  it('ends at sign-out, when its time is over, and everywhere at once when asked', async () => {
    const person = await someone();
    const visits = await Promise.all([1, 2, 3].map(() => new Visit(test.app).signIn(person)));
    const [one, two, three] = visits as [Visit, Visit, Visit];
    await one.send('/sign-out', {}).expect(303);
    expect((await one.open('/work')).status).toBe(303);
    expect((await two.open('/work')).status).toBe(200);
    await two.open('/my/settings');
    await two.send('/sign-out/everywhere', { _once: 'everywhere' }).expect(303);
    for (const visit of visits) expect((await visit.open('/work')).status).toBe(303);
    const late = await new Visit(test.app).signIn(person);
    await test.source.query(`update session set expires_at = now() where person_id = $1`, [
      person.actor.personId,
    ]);
    expect((await late.open('/work')).status).toBe(303);
    expect((await three.open('/work')).status).toBe(303);
  });

  it('does not come back when it was ended while a page of it was being made', async () => {
    const person = await someone();
    const visit = await new Visit(test.app).signIn(person);
    // The flash message of the next page makes the session be written at its end.
    await visit.send('/my/settings/shortcuts', { shortcuts: 'on' }).expect(303);
    const reading = visit.open('/my/settings');
    await test.source.query(`delete from session where person_id = $1`, [person.actor.personId]);
    await reading;
    const left: unknown[] = await test.source.query(`select 1 from session where person_id = $1`, [
      person.actor.personId,
    ]);
    expect(left).toEqual([]);
  });
});

describe('an API token', () => {
  const made = async (person: TestPerson, ...scopes: Permission[]) => given.aToken(person, scopes);
  const cases = (token: string) => api().get('/api/v1/cases').auth(token, { type: 'bearer' });
  const me = async (token: string) =>
    (await api().get('/api/v1/me').auth(token, { type: 'bearer' })).body as { rights: string[] };

  it('is refused when it is unknown, expired, revoked or without the scope', async () => {
    const person = await someone();
    await cases(`parapet_${'A'.repeat(43)}`).expect(401);
    await cases(await made(person, 'case:write')).expect(403);
    const revoked = await made(person, 'case:read');
    await cases(revoked).expect(200);
    const tokens = test.app.get(ApiTokensService);
    for (const { id } of await tokens.list(person.actor)) await tokens.revoke(person.actor, id);
    await cases(revoked).expect(401);
    const expired = await made(person, 'case:read');
    await inDatabase(person, `update api_token set expires_at = now() where revoked_at is null`);
    await cases(expired).expect(401);
  });

  it('opens no page, and a session opens no API', async () => {
    const person = await someone();
    const token = await made(person, 'case:read');
    await api().get('/work').auth(token, { type: 'bearer' }).expect(303);
    await api().get(`/api/v1/cases?access_token=${token}`).expect(401);
    const visit = await new Visit(test.app).signIn(person);
    expect((await visit.open('/api/v1/cases')).status).toBe(401);
  });

  it('never approves, releases or makes tokens, even when its scopes say so', async () => {
    const person = await given.aPerson(organisation, 'approver');
    await expect(made(person, 'draft:approve-high')).rejects.toMatchObject({
      code: 'scope-not-held',
    });
    const token = await made(person, 'case:read');
    await inDatabase(
      person,
      `update api_token set scopes = '{case:read,draft:approve-low,draft:approve-high,release:make,token:manage}'`,
    );
    expect((await me(token)).rights).toEqual(['case:read']);
  });

  it('has no right any more that its person has lost', async () => {
    const person = await someone();
    const token = await made(person, 'case:read');
    await inDatabase(
      person,
      `update person set role = 'press' where id = '${person.actor.personId}'`,
    );
    await cases(token).expect(403);
  });

  const inDatabase = (person: TestPerson, sql: string) =>
    test.app
      .get(Transactions)
      .run(scopeOfActor(person.actor), () => test.app.get(Transactions).query(sql));
});

describe('the session cookie', () => {
  it('is bound to this host and to encrypted connections where people come by HTTPS', async () => {
    const secure = await startTestApp({
      PARAPET_BASE_URL: 'https://parapet.organisation.example',
      PARAPET_TRUST_PROXY: '1',
    });
    try {
      const answer = await request(secure.app.getHttpServer())
        .get('/sign-in')
        .set('x-forwarded-proto', 'https');
      const cookie = String(answer.headers['set-cookie']);
      expect(cookie).toMatch(/^__Host-parapet=/);
      for (const part of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/'])
        expect(cookie).toContain(part);
      expect(cookie).not.toContain('Domain');
      expect(answer.headers['strict-transport-security']).toContain('max-age=63072000');
    } finally {
      await secure.close();
    }
  });

  it('is kept from scripts and other sites without HTTPS too', async () => {
    const cookie = String((await api().get('/sign-in')).headers['set-cookie']);
    expect(cookie).toMatch(/^parapet=.*HttpOnly; SameSite=Lax/);
  });
});

describe('trying to sign in again and again', () => {
  it('is answered for one address with a wait and the numbers to call', async () => {
    const visit = new Visit(test.app);
    await visit.open('/sign-in');
    let last = await visit.send('/sign-in', {});
    for (let tries = 0; tries < 120 && last.status !== 429; tries += 1) {
      last = await visit.send('/sign-in', {});
    }
    expect([last.status, last.text.includes('tel:999')]).toEqual([429, true]);
  });
});
