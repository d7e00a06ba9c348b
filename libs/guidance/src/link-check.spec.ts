import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AskLink, followLink, hostsOf, isAsked, isBroken } from './link-check.js';

const HOSTS = hostsOf([
  'https://source.example/a',
  'https://other.example/',
  'http://plain.example/',
]);

describe('a link of a source', () => {
  let server: Server;
  let asked: string[];

  beforeAll(async () => {
    server = createServer(({ method, url = '', headers }, response) => {
      asked.push(`${method} ${headers.host}${url}`);
      if (url === '/silent') return;
      const [status, location] = ANSWERS[`${method} ${url}`] ?? ANSWERS[url] ?? [404];
      response.writeHead(status, location ? { location } : {}).end('page');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const ANSWERS: Record<string, [number, string?]> = {
    '/there': [200],
    'HEAD /no-head': [405],
    'GET /no-head': [200],
    'HEAD /head-lies': [404],
    'GET /head-lies': [200],
    '/gone': [410],
    '/shut': [403],
    '/down': [503],
    '/near': [301, '/there'],
    '/far': [302, 'https://other.example/there'],
    '/abroad': [302, 'https://elsewhere.example/there'],
    '/inside': [302, 'https://127.0.0.1/there'],
    '/plainly': [302, 'http://source.example/there'],
    '/odd': [302, 'https://:::'],
    '/round': [302, '/round'],
    '/nowhere': [304],
  };

  /** Every host of the test is the server of the test. */
  const ask: AskLink = (address, method, signal) =>
    new Promise((answer, fail) => {
      const { port } = server.address() as AddressInfo;
      const path = address.pathname;
      request({ port, host: '127.0.0.1', path, method, signal, headers: { host: address.host } })
        .on('response', (response) => {
          response.resume();
          answer({ status: response.statusCode!, location: response.headers.location });
        })
        .on('error', fail)
        .end();
    });
  const follow = (path: string) => followLink(`https://source.example${path}`, HOSTS, ask, 300);

  it.each([
    ['/there', 'found', 200],
    ['/no-head', 'found', 200],
    ['/head-lies', 'found', 200],
    ['/near', 'found', 200],
    ['/far', 'found', 200],
    ['/missing', 'gone', 404],
    ['/gone', 'gone', 410],
    ['/shut', 'unclear', 403],
    ['/down', 'unclear', 503],
    ['/nowhere', 'unclear', 304],
    ['/silent', 'unclear', null],
    ['/abroad', 'moved', 302],
    ['/inside', 'moved', 302],
    ['/plainly', 'moved', 302],
    ['/odd', 'moved', 302],
    ['/round', 'moved', 302],
  ])('at %s is %s', async (path, outcome, status) => {
    expect(await follow(path)).toEqual({ outcome, status });
  });

  it('is asked for its head first, and for the page only where that did not go well', async () => {
    await follow('/there');
    await follow('/no-head');
    expect(asked).toEqual([
      'HEAD source.example/there',
      'HEAD source.example/no-head',
      'GET source.example/no-head',
    ]);
  });

  it('is followed to no host but those of the sources, and never without HTTPS', async () => {
    for (const path of ['/abroad', '/inside', '/plainly']) await follow(path);
    expect(asked.every((line) => line.startsWith('HEAD source.example/'))).toBe(true);
    expect(asked).toHaveLength(3);
    const links = ['http://source.example/', 'https://me:it@source.example/', 'source.example', ''];
    expect(links.filter((link) => isAsked(link, HOSTS))).toEqual([]);
    expect(isAsked('https://source.example/there', HOSTS)).toBe(true);
    expect([...HOSTS]).toEqual(['source.example', 'other.example']);
  });

  it('is broken when the page is gone or elsewhere, and by silence only the third time', () => {
    const check = { link: '', checkedOn: '2026-01-05', status: null, unclearTimes: 0 } as const;
    expect(isBroken({ ...check, outcome: 'gone' })).toBe(true);
    expect(isBroken({ ...check, outcome: 'moved' })).toBe(true);
    expect(isBroken({ ...check, outcome: 'found' })).toBe(false);
    expect(isBroken({ ...check, outcome: 'unclear', unclearTimes: 2 })).toBe(false);
    expect(isBroken({ ...check, outcome: 'unclear', unclearTimes: 3 })).toBe(true);
  });
});
