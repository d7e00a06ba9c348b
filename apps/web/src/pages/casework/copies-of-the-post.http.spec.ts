import request from 'supertest';
import { newId } from '#kernel';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { trailOf } from '../../../../../test/support/trail.js';

const SEEN = { form: 'screenshot', place: 'A chat of the staff <b>', seenOn: '2026-01-04' };

const EDITED = {
  version: '1',
  direction: 'about_doctor',
  kind: 'negative_review',
  platform: 'facebook_group',
  url: '',
  handle: '',
  postText: 'Rude.',
  postedOn: '',
  visibility: 'closed_group',
  sharing: 'few',
  jurisdiction: 'england',
  setting: 'private_practice',
  doctorName: '',
  isUrgent: 'false',
};

describe('how far a post has gone', () => {
  let test: TestApp;
  let adviser: TestPerson;
  let manager: TestPerson;
  let stranger: TestPerson;
  let visit: Visit;

  beforeAll(async () => {
    test = await startTestApp();
    const given = new Given(test.app);
    const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
    adviser = await given.aPerson(own, 'adviser');
    manager = await given.aPerson(own, 'manager');
    stranger = await given.aPerson(other, 'adviser');
    visit = await new Visit(test.app).signIn(adviser);
  });
  afterAll(() => test.close());

  const api = () => request(test.app.getHttpServer());
  const tokenOf = (person: TestPerson) =>
    new Given(test.app).aToken(person, ['case:read', 'case:write']);

  it('is kept of a closed group, which the page never calls private (seeds row 85)', async () => {
    const found = await aCase(test, adviser, { visibility: 'closed_group' });
    const page = (await visit.open(`/cases/${found.reference}/edit`)).text;
    const form = { ...EDITED, title: found.title, seenOn: found.seenOn };
    expect(page).toContain('People in the group or conversation');
    for (const groupSize of ['0', '2.5', 'many', '100000001']) {
      const refused = await visit.send(`/cases/${found.reference}/edit`, { ...form, groupSize });
      expect([refused.status, refused.text.includes('href="#groupSize"')]).toEqual([422, true]);
    }
    const told = { ...form, groupSize: '1200' };
    await visit.send(`/cases/${found.reference}/edit`, told).expect(303);
    const summary = (await visit.open(`/cases/${found.reference}`)).text;
    for (const words of ['About 1,200 people', 'nobody counts on it to stay private']) {
      expect(summary).toContain(words);
    }
    expect(summary).toContain('To a few people, or one other place');
    const shown = await api()
      .get(`/api/v1/cases/${found.reference}`)
      .auth(await tokenOf(adviser), { type: 'bearer' });
    expect(shown.body).toMatchObject({ groupSize: 1200, sharing: 'few' });
  });

  it('is for those who work on the case, in pages and for programs', async () => {
    const found = await aCase(test, adviser);
    const url = `/cases/${found.reference}/copies`;
    await api().get(`/api/v1${url}`).expect(401);
    const others = await new Visit(test.app).signIn(manager);
    expect((await others.open(url)).status).toBe(403);
    expect((await others.send(url, SEEN)).status).toBe(403);
    const away = await new Visit(test.app).signIn(stranger);
    expect((await away.open(url)).status).toBe(404);
    expect((await away.send(url, SEEN)).status).toBe(404);
    expect((await visit.open(`${url}/${newId()}`)).status).toBe(404);
    await visit.send(`${url}/${newId()}/outcome`, { outcome: 'gone' }).expect(404);
  });

  it('is told copy by copy, and a post that is gone keeps its case until each is dealt with (seeds row 86)', async () => {
    const found = await aCase(test, adviser);
    const url = `/cases/${found.reference}/copies`;
    await visit.open(url);
    for (const [field, value] of [
      ['form', ''],
      ['place', ''],
      ['seenOn', '2199-01-01'],
    ]) {
      const refused = await visit.send(url, { ...SEEN, [field!]: value });
      expect([refused.status, refused.text.includes(`href="#${field}"`)]).toEqual([422, true]);
    }
    await visit.send(url, SEEN).expect(303);
    const token = await tokenOf(adviser);
    const listed = await api().get(`/api/v1${url}`).auth(token, { type: 'bearer' }).expect(200);
    expect(listed.body.items).toMatchObject([{ ...SEEN, outcome: null }]);
    const { id } = listed.body.items[0] as { id: string };
    const summary = (await visit.open(`/cases/${found.reference}`)).text;
    expect(summary).toContain('A chat of the staff &lt;b&gt;');
    expect(summary).toContain('Seen 4 January 2026');

    const closing = `/cases/${found.reference}/closing`;
    for (const copies of ['none', 'dealt-with']) {
      const gone = { outcome: 'removed', reason: 'It was taken down.', copies };
      const refused = await visit.send(closing, gone);
      expect([refused.status, refused.text.includes('href="#copies"')]).toEqual([422, true]);
    }
    const silent = await visit.send(`${url}/${id}/outcome`, { outcome: 'left', reason: '' });
    expect([silent.status, silent.text.includes('href="#reason"')]).toEqual([422, true]);
    const end = { outcome: 'left', reason: 'Three people saw it, and it names nobody.' };
    await visit.send(`${url}/${id}/outcome`, end).expect(303);
    await api()
      .post(`/api/v1${url}/${id}/outcome`)
      .auth(token, { type: 'bearer' })
      .send(end)
      .expect(409);
    const dealt = { outcome: 'removed', reason: 'It was taken down.', copies: 'dealt-with' };
    await visit.send(closing, dealt).expect(303);
    await visit.send(url, SEEN).expect(409);
    const actions = (await trailOf(test, adviser.actor, found.id)).map(({ action }) => action);
    expect(actions).toEqual(['case.opened', 'copy.recorded', 'copy.settled', 'case.closed']);
  });
});
