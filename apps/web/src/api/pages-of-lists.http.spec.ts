import request from 'supertest';
import { NotesService } from '#cases';
import { ApiTokensService } from '#identity';
import { newId, type OrganisationId } from '#kernel';
import { scopeOf, Transactions } from '#platform';
import { Visit } from '../../../../test/support/browsing.js';
import { aCase } from '../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';

/** Cursors that nobody was given: nonsense, another list's, and values that no column can hold. */
const BROKEN = [
  'nonsense',
  Buffer.from('[1]').toString('base64url'),
  Buffer.from(JSON.stringify(['1', '2'])).toString('base64url'),
  Buffer.from(JSON.stringify(['9'.repeat(10)])).toString('base64url'),
  Buffer.from(JSON.stringify(['\u0000', newId()])).toString('base64url'),
];

describe('the pages of lists', () => {
  let test: TestApp;
  let given: Given;
  let organisationId: OrganisationId;
  let adviser: TestPerson;
  let reference: string;

  beforeAll(async () => {
    test = await startTestApp();
    given = new Given(test.app);
    organisationId = await given.anOrganisation();
    adviser = await given.aPerson(organisationId, 'adviser');
    ({ reference } = await aCase(test, adviser));
  });
  afterAll(() => test.close());

  const get = (path: string, token: string) =>
    request(test.app.getHttpServer()).get(path).auth(token, { type: 'bearer' });
  const tokenOf = (who: TestPerson) =>
    given.aToken(who, test.app.get(ApiTokensService).scopesOf(who.actor));
  const person = (role: Parameters<Given['aPerson']>[1]) => given.aPerson(organisationId, role);

  it('are refused in words, never with a fault of ours, for a cursor that nobody was given', async () => {
    const lists: [TestPerson, string[]][] = [
      [adviser, ['cases', 'requests', 'approvals', `cases/${reference}/timeline`]],
      [adviser, [`cases/${reference}/notes`]],
      [await person('press'), ['press-cases']],
      [await person('dpo'), ['data-protection-cases', 'audit/events']],
      [await person('manager'), ['exports']],
      [await person('admin'), ['people', 'jobs/failed']],
    ];
    for (const [who, paths] of lists) {
      const token = await tokenOf(who);
      for (const path of paths) {
        for (const cursor of BROKEN) {
          const answer = await get(`/api/v1/${path}?cursor=${cursor}`, token);
          expect([path, cursor, answer.status]).toEqual([path, cursor, 400]);
          expect(answer.body).toMatchObject({ code: 'cursor-wrong' });
          expect(JSON.stringify(answer.body)).toContain('Start again from the first page.');
        }
      }
    }
  });

  it.each([
    ['adviser', ['/work', '/requests']],
    ['approver', ['/approvals']],
    ['doctor', ['/my/requests']],
    ['press', ['/press']],
    ['dpo', ['/data-protection', '/audit']],
    ['manager', ['/exports']],
    ['admin', ['/admin/people', '/admin/jobs']],
  ] as const)('are refused to the %s on pages alike', async (role, paths) => {
    const visit = await new Visit(test.app).signIn(await person(role));
    for (const path of paths) {
      const answer = await visit.open(`${path}?cursor=${BROKEN[0]}`);
      expect([path, answer.status]).toEqual([path, 400]);
      expect(answer.text).toContain('We could not read that');
    }
  });

  it('show a timeline newest first, each event once, in page and API', async () => {
    const notes = test.app.get(NotesService);
    const found = await aCase(test, adviser, { title: 'Long story' });
    for (let count = 0; count < 60; count += 1) {
      await notes.add(adviser.actor, found.reference, `Note ${count}`);
    }
    const token = await tokenOf(adviser);
    const base = `/api/v1/cases/${found.reference}/timeline`;
    const seen: { action: string; at: string; detail: object }[] = [];
    for (let next: string | null = ''; next !== null;) {
      const url: string = `${base}?limit=25${next ? `&cursor=${next}` : ''}`;
      const answer: request.Response = await get(url, token).expect(200);
      seen.push(...answer.body.items);
      next = answer.body.next;
    }
    expect(seen).toHaveLength(61);
    expect(new Set(seen.map(({ detail }) => JSON.stringify(detail))).size).toBe(61);
    expect(seen.at(-1)).toMatchObject({ action: 'case.opened' });
    expect(seen.map(({ at }) => at)).toEqual(
      seen
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    const visit = await new Visit(test.app).signIn(adviser);
    const first = (await visit.open(`/cases/${found.reference}/timeline`)).text;
    expect(first).not.toContain('Case opened');
    const href = /href="([^"]*cursor=[^"]*)"/.exec(first)![1]!;
    expect((await visit.open(href.replaceAll('&amp;', '&'))).text).toContain('Case opened');
  });

  it('show failed work in full, each once', async () => {
    const admin = await person('admin');
    const tx = test.app.get(Transactions);
    await tx.run(scopeOf(organisationId), () =>
      tx.query(
        `insert into outbox (id, organisation_id, name, payload, attempts, failure, failed_at)
         select gen_random_uuid(), $1, 'make-export', '{}', 5, 'unexpected', now() from generate_series(1, 5)`,
        [organisationId],
      ),
    );
    const token = await tokenOf(admin);
    const one = await get('/api/v1/jobs/failed?limit=3', token).expect(200);
    const two = await get(`/api/v1/jobs/failed?limit=3&cursor=${one.body.next}`, token);
    const ids = [...one.body.items, ...two.body.items].map(({ id }: { id: string }) => id);
    expect([ids.length, new Set(ids).size, two.body.next]).toEqual([5, 5, null]);
  });
});
