import { Writable } from 'node:stream';
import { pino } from 'pino';
import { Client } from 'pg';
import { createApp } from '../../apps/web/src/create-app.js';
import { CalendarFeeds } from '#notifications';
import { Logger } from '#platform';
import { INCIDENT } from '../redteam/objects.js';
import { Given } from '../support/given.js';
import { createTestDatabase, type TestDatabase } from '../support/test-app.js';
import { Walker } from './walker.js';

const CANARY = 'yellowhammer';

type App = Awaited<ReturnType<typeof createApp>>;

let database: TestDatabase;
let app: App;
let lines: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  lines = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  app = await createApp(database.config, new Logger(pino({ level: 'trace' }, stream)));
});
afterAll(async () => {
  await app?.close();
  await database?.drop();
});

async function adviserToken(): Promise<string> {
  const given = new Given(app);
  const adviser = await given.aPerson(await given.anOrganisation(), 'adviser');
  return given.aToken(adviser, ['case:read', 'case:write']);
}

/** Every part of a request carries the canary, and the answer is refused or fails. */
async function callWithCanaries(token: string, body: object): Promise<number> {
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1/cases?q=${CANARY}`,
    headers: {
      authorization: `Bearer ${token}`,
      'user-agent': CANARY,
      'idempotency-key': CANARY,
      referer: `https://${CANARY}.example/`,
      cookie: `other=${CANARY}`,
      'x-forwarded-for': CANARY,
    },
    payload: body,
  });
  return answer.statusCode;
}

/** Runs as the owner of the tables, who may change them under the feet of the process. */
async function asOwner(sql: string): Promise<void> {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(sql);
  await owner.end();
}

describe('the log', () => {
  it('holds a line for each request, and of a path only its pattern', async () => {
    const token = await adviserToken();
    await app.inject({ url: `/cases/${CANARY}?q=${CANARY}` });
    await app.inject({ url: `/${CANARY}/%ff` });
    await app.inject({
      url: `/api/v1/cases?cursor=${CANARY}`,
      headers: { authorization: `Bearer ${token}` },
    });
    expect(lines.filter((line) => line.includes('"request"')).length).toBeGreaterThan(2);
    expect(lines.join('')).not.toContain(CANARY);
  });

  it('has nothing of what was refused', async () => {
    const token = await adviserToken();
    expect(await callWithCanaries(token, { ...INCIDENT, title: 7, handle: CANARY })).toBe(422);
    expect(await callWithCanaries(token, { ...INCIDENT, [CANARY]: CANARY })).toBe(422);
    expect(await callWithCanaries(`${CANARY}${CANARY}`, INCIDENT)).toBe(401);
    const visit = new Walker(app);
    await visit.open('/sign-in');
    await expect(
      visit.signIn({ email: `${CANARY}@somewhere.example`, password: CANARY }),
    ).rejects.toThrow('401');
    expect(lines.join('')).not.toContain(CANARY);
  });

  it('has no private address of a calendar, the one that works and one that does not', async () => {
    const given = new Given(app);
    const adviser = await given.aPerson(await given.anOrganisation(), 'adviser');
    const secret = (await app.get(CalendarFeeds).make(adviser.actor)).split('/').at(-1)!;
    const wrong = secret.slice(0, -4);
    const answers = [];
    for (const one of [secret, wrong]) answers.push(await app.inject({ url: `/feeds/${one}` }));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 404]);
    expect(lines.filter((line) => line.includes('"/feeds/:secret"'))).toHaveLength(2);
    expect(lines.join('')).not.toContain(wrong);
  });

  it('has nothing of what the database could not take, only the place of the fault', async () => {
    const token = await adviserToken();
    const post = { ...INCIDENT, title: CANARY, postText: CANARY };
    await asOwner(`alter table case_record add constraint refused check (title <> '${CANARY}')`);
    expect(await callWithCanaries(token, post)).toBe(500);
    await asOwner('alter table case_record rename column post_text to other_text');
    expect(await callWithCanaries(token, post)).toBe(500);
    const failures = lines.filter((line) => line.includes('request.failed'));
    expect(failures).toHaveLength(2);
    expect(failures.join('')).toContain('"23514"');
    expect(lines.join('').toLowerCase()).not.toContain(CANARY);
  });
});
