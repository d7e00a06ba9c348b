import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AskLink, listSources } from '#guidance';
import { Clock, type OrganisationId } from '#kernel';
import { GuidanceReviews, LinkChecks } from '#knowledge';
import { Transactions, scopeOf } from '#platform';
import { Visit } from '../../../../../test/support/browsing.js';
import { rowsAsOwner } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

/** A source that somebody has read, with a link of its own. */
const SOURCE = 'A1.p8-9';
const [EDITION] = listSources()
  .find(({ key }) => key === SOURCE)!
  .editions.toReversed();
const LINK = EDITION!.link!;

describe('the monthly check of links', () => {
  let test: TestApp;
  let given: Given;
  let own: OrganisationId;
  let other: OrganisationId;
  let admin: TestPerson;
  let server: Server;
  let asked: string[];
  let running: Map<string, number>;
  let most: number;
  let broken: Set<string>;

  beforeAll(async () => {
    test = await startTestApp();
    given = new Given(test.app);
    server = createServer(({ method, headers, url }, response) => {
      const link = `https://${headers.host}${url}`;
      asked.push(`${method} ${link}`);
      response.writeHead(broken.has(link) ? 404 : 200).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await test.close();
  });

  beforeEach(async () => {
    [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
    admin = await given.aPerson(own, 'admin');
    [asked, running, most, broken] = [[], new Map(), 0, new Set()];
  });

  /** Asks the server of the test in the name of each host, and counts how many questions a host has at once. */
  const ask: AskLink = async (address, method, signal) => {
    const { host } = address;
    running.set(host, (running.get(host) ?? 0) + 1);
    most = Math.max(most, running.get(host)!);
    try {
      return await askServer(address, method, signal);
    } finally {
      running.set(host, running.get(host)! - 1);
    }
  };
  const askServer: AskLink = (address, method, signal) =>
    new Promise((answer, fail) => {
      const { port } = server.address() as AddressInfo;
      const path = `${address.pathname}${address.search}`;
      request({ port, host: '127.0.0.1', path, method, signal, headers: { host: address.host } })
        .on('response', (response) => {
          response.resume();
          answer({ status: response.statusCode!, location: undefined });
        })
        .on('error', fail)
        .end();
    });
  const checkAll = (...organisations: OrganisationId[]) =>
    test.app.get(LinkChecks).checkAll(organisations, ask);

  async function library(): Promise<string> {
    const visit = await new Visit(test.app).signIn(admin);
    const page = await visit.open(`/guidance?q=${encodeURIComponent(SOURCE)}`);
    return page.text.split(`<section id="${SOURCE}">`)[1]!.split('</section>')[0]!;
  }
  /** Why somebody is to look at the source. */
  const reasons = async () =>
    (await test.app.get(GuidanceReviews).listTasks(admin.actor))
      .filter(({ key, edition }) => key === SOURCE && edition === EDITION!.edition)
      .map(({ reason }) => reason);

  /** Puts back the clock of what was asked for. */
  const daysAgo = (days: number) =>
    test.app.get(Transactions).run(scopeOf(own), () =>
      test.app.get(Transactions).query(
        `update guidance_link_check set asked_at = asked_at - $2 * interval '1 day',
                checked_at = checked_at - $2 * interval '1 day' where organisation_id = $1`,
        [own, days],
      ),
    );

  it('is off unless the installation is set to it', () => {
    expect(test.config.isCheckingLinks).toBe(false);
  });

  it('asks for each link once for all organisations, one at a time on each host (seeds row 56)', async () => {
    const count = await checkAll(own, other);
    const links = asked.map((line) => line.split(' ')[1]);
    expect(count).toBe(new Set(links).size);
    expect(links).toHaveLength(count);
    expect(asked.every((line) => line.startsWith('HEAD '))).toBe(true);
    expect(most).toBe(1);
    expect(links).toContain(LINK);
    expect(await library()).toContain('The page is there (200), asked for on');
  });

  it('asks again after a month, and not before (seeds row 56)', async () => {
    const count = await checkAll(own);
    expect(await checkAll(own)).toBe(0);
    await daysAgo(27);
    expect(await checkAll(own)).toBe(0);
    await daysAgo(5);
    expect(await checkAll(own)).toBe(count);
  });

  it('says a broken link in the library and raises a task, until it is found again (seeds row 56)', async () => {
    broken.add(LINK);
    await checkAll(own);
    expect(await library()).toContain('Link is broken');
    expect(await library()).toContain('The page is gone (404)');
    expect(await reasons()).toEqual(['link_broken']);
    broken.clear();
    await daysAgo(32);
    await checkAll(own);
    expect(await library()).not.toContain('Link is broken');
    expect(await reasons()).toEqual([]);
  });

  it('ends with a look of a person, and is none itself: no source is verified by it', async () => {
    broken.add(LINK);
    await checkAll(own);
    const rechecks = (await rowsAsOwner(test, 'guidance_recheck')).filter((row) =>
      row.includes(own),
    );
    expect(rechecks).toEqual([]);
    const today = test.app.get(Clock).now().toISOString().slice(0, 10);
    const look = { key: SOURCE, edition: EDITION!.edition, checkedOn: today, link: LINK };
    await test.app.get(GuidanceReviews).record(admin.actor, { ...look, reviewBy: '2199-01-01' });
    expect(await library()).not.toContain('Link is broken');
    expect(await reasons()).toEqual([]);
  });
});
