import request from 'supertest';
import { listPlatforms } from '#guidance';
import { Clock } from '#kernel';
import { Visit } from '../../../../../test/support/browsing.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

describe('the packs of platforms', () => {
  let test: TestApp;
  let adviser: TestPerson;
  let doctor: TestPerson;

  beforeAll(async () => {
    test = await startTestApp();
    const given = new Given(test.app);
    const own = await given.anOrganisation();
    adviser = await given.aPerson(own, 'adviser');
    doctor = await given.aPerson(own, 'doctor');
  });
  afterAll(() => test.close());

  const api = (path: string) => request(test.app.getHttpServer()).get(`/api/v1${path}`);

  it('are for those who work on cases', async () => {
    await api('/platforms').expect(401);
    expect((await (await new Visit(test.app).signIn(doctor)).open('/platforms')).status).toBe(403);
  });

  it('are not found under a key that none has', async () => {
    const visit = await new Visit(test.app).signIn(adviser);
    expect((await visit.open('/platforms/myspace')).status).toBe(404);
    const bearer = await new Given(test.app).aToken(adviser, ['case:read']);
    await api('/platforms/constructor').auth(bearer, { type: 'bearer' }).expect(404);
  });

  it('are listed, and each has a page of its own (seeds rows 44–56)', async () => {
    const visit = await new Visit(test.app).signIn(adviser);
    const list = await visit.open('/platforms');
    for (const { key, name, status } of listPlatforms()) {
      expect(list.text).toContain(`/platforms/${key}`);
      const page = await visit.open(`/platforms/${key}`);
      expect(page.status).toBe(200);
      expect(page.text).toContain(name.replaceAll('&', '&amp;'));
      expect(page.text).toContain('Read again by');
      expect(page.text).toContain('Last checked');
      expect(page.text.includes('before you rely on it')).toBe(status !== 'seen');
    }
  });

  it('say to keep a copy before they say how to block (seeds row 8)', async () => {
    const { text } = await (await new Visit(test.app).signIn(adviser)).open('/platforms/facebook');
    const advice = text.slice(text.indexOf('id="mute-or-block"'));
    expect(advice.indexOf('First keep a copy')).toBeGreaterThan(0);
    expect(advice.indexOf('First keep a copy')).toBeLessThan(advice.indexOf('“Block”'));
  });

  it('show a banner once they should have been read again (seeds rows 9, 56)', async () => {
    const visit = await new Visit(test.app).signIn(adviser);
    expect((await visit.open('/platforms/x')).text).not.toContain('This pack is overdue');
    const clock = test.app.get(Clock);
    const now = clock.now.bind(clock);
    clock.now = () => new Date(now().getTime() + 300 * 86_400_000);
    try {
      const later = await new Visit(test.app).signIn(adviser);
      expect((await later.open('/platforms/x')).text).toContain('This pack is overdue');
      expect((await later.open('/platforms')).text).toContain('Packs to be read again');
    } finally {
      clock.now = now;
    }
  });

  it('are given to programs as they are shown to people', async () => {
    const bearer = await new Given(test.app).aToken(adviser, ['case:read']);
    const list = await api('/platforms').auth(bearer, { type: 'bearer' }).expect(200);
    expect(list.body.items).toHaveLength(26);
    const { body } = await api('/platforms/instagram').auth(bearer, { type: 'bearer' }).expect(200);
    expect(body).toMatchObject({ key: 'instagram', formLimit: 2000, isOverdue: false });
    expect(body.grounds[0]).toMatchObject({ id: 'harassment' });
  });
});
