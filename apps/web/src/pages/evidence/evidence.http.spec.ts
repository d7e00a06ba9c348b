import request from 'supertest';
import { type Case, CaseReadingService } from '#cases';
import { EvidenceReading, fileNotes } from '#evidence';
import { type Permission, PERSON_ONLY } from '#identity';
import { newId } from '#kernel';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase, decideRoutes } from '../../../../../test/support/casework.js';
import {
  aPng,
  aPngWith,
  keepText,
  PLACED_EXIF,
  SEEN,
} from '../../../../../test/support/evidence.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

let test: TestApp;
let adviser: TestPerson;
let approver: TestPerson;
let press: TestPerson;
let doctor: TestPerson;
let dpo: TestPerson;
let stranger: TestPerson;
let found: Case;
let visit: Visit;

beforeAll(async () => {
  test = await startTestApp();
  const given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  adviser = await given.aPerson(own, 'adviser');
  approver = await given.aPerson(own, 'approver');
  press = await given.aPerson(own, 'press');
  doctor = await given.aPerson(own, 'doctor');
  dpo = await given.aPerson(own, 'dpo');
  stranger = await given.aPerson(other, 'adviser');
});
afterAll(() => test.close());
beforeEach(async () => {
  found = await aCase(test, adviser);
  visit = await new Visit(test.app).signIn(adviser);
});

const urlOf = (path = '') => `/cases/${found.reference}/evidence${path}`;
const WORDS = { seenAt: SEEN.seenAt, address: SEEN.address, shows: SEEN.shows, capturedBy: '' };
const PICTURE = { content: aPng(), name: '../../Zoë <b>.png' };

/** The API as one person uses it. */
async function as(person: TestPerson) {
  const scopes = [...person.actor.permissions].filter(
    (right): right is Permission => !PERSON_ONLY.includes(right),
  );
  const token = await new Given(test.app).aToken(person, scopes);
  return (method: 'get' | 'post', path: string) =>
    request(test.app.getHttpServer())[method](`/api/v1${path}`).auth(token, { type: 'bearer' });
}

describe('the evidence of a case', () => {
  it('is shown to those who work on cases alone: not to the press office, nor to a doctor', async () => {
    await decideRoutes(test, adviser, found.reference, ['press_office', 'data_protection']);
    const item = await keepText(test, adviser, found.reference);
    await request(test.app.getHttpServer()).get(`/api/v1${urlOf()}`).expect(401);
    for (const person of [press, doctor, dpo]) {
      const other = await new Visit(test.app).signIn(person);
      for (const path of ['', `/${item.id}`, `/${item.id}/file`, `/${item.id}/picture`]) {
        expect((await other.open(urlOf(path))).status).toBe(403);
      }
    }
    const abroad = await new Visit(test.app).signIn(stranger);
    expect((await abroad.open(urlOf(`/${item.id}`))).status).toBe(404);
    await (await as(stranger))('get', urlOf(`/${item.id}/file`)).expect(404);
    expect((await visit.open(urlOf(`/${newId()}`))).status).toBe(404);
  });

  it('says in its empty list why to keep something now', async () => {
    const page = await visit.open(urlOf());
    expect(page.text).toContain('before anybody blocks, reports or answers');
    expect(page.text).toContain(urlOf('/new/file'));
  });

  it('takes a picture from a form, shows it without its notes, and gives the original as a download', async () => {
    await visit.open(urlOf('/new/file'));
    const sent = await visit.sendFile(urlOf('/new/file'), WORDS, PICTURE).expect(303);
    const page = await visit.open(sent.headers['location'] as string);
    expect(page.text).toContain('E1 is kept and sealed');
    expect(page.text).toContain('alt="The review with its stars"');
    expect(page.text).toContain('Zoë &lt;b&gt;.png');
    const path = sent.headers['location'] as string;
    const picture = await visit.open(`${path}/picture`);
    expect(picture.headers).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(Buffer.from(picture.body as Buffer).includes('GPS')).toBe(false);
    const file = await visit.open(`${path}/file`);
    expect(file.headers['content-disposition']).toBe(
      `attachment; filename="${found.reference}-E1.png"`,
    );
    expect(file.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    expect(Buffer.from(file.body as Buffer)).toEqual(aPng());
  });

  it('warns of a picture that tells where it was made, and gives a copy that does not (seeds row 87)', async () => {
    const content = aPngWith([['eXIf', PLACED_EXIF]]);
    await visit.open(urlOf('/new/file'));
    const file = { content, name: 'a.png' };
    const sent = await visit.sendFile(urlOf('/new/file'), WORDS, file).expect(303);
    const path = sent.headers['location'] as string;
    const page = await visit.open(path);
    expect(page.text).toContain('What this file gives away');
    expect(page.text).toContain('tells where the picture was made');
    const api = await as(adviser);
    const shown = await api('get', path).expect(200);
    expect(shown.body.tells).toEqual(['place']);
    const copy = await api('get', `${path}/picture`).expect(200);
    expect(fileNotes(Buffer.from(copy.body as Buffer), 'image/png')).toEqual([]);
    const original = await api('get', `${path}/file`).expect(200);
    expect(Buffer.from(original.body as Buffer)).toEqual(content);
    const clean = { content: aPngWith([]), name: 'b.png' };
    await visit.open(urlOf('/new/file'));
    const second = await visit.sendFile(urlOf('/new/file'), WORDS, clean).expect(303);
    expect((await visit.open(second.headers['location'] as string)).text).not.toContain(
      'What this file gives away',
    );
  });

  it.each([
    ['no file', { content: Buffer.alloc(0), name: '' }, 422, 'Choose a file'],
    ['a page', { content: Buffer.from('<html>'), name: 'a.png' }, 422, 'must be a PNG'],
    ['too much', { content: Buffer.alloc(10_485_761, 1), name: 'a.png' }, 413, '10 MB or smaller'],
    ['far too much', { content: Buffer.alloc(12e6, 1), name: 'a.png' }, 413, '10 MB or smaller'],
  ])('refuses %s beside its field, with all that was typed', async (_, file, status, words) => {
    await visit.open(urlOf('/new/file'));
    const typed = { ...WORDS, shows: 'Typed & <i>kept</i>' };
    const refused = await visit.sendFile(urlOf('/new/file'), typed, file);
    expect(refused.status).toBe(status);
    expect(refused.text).toContain('href="#file"');
    expect(refused.text).toContain(words);
    expect(refused.text).toContain('Typed &amp; &lt;i&gt;kept');
    expect(refused.text).toContain('The file has to be chosen again');
    expect(await test.app.get(EvidenceReading).list(adviser.actor, found.reference)).toEqual([]);
  });

  it('takes no form without its token, and no file where none is asked for', async () => {
    const form = { ...WORDS, _csrf: 'another' };
    expect((await visit.sendFile(urlOf('/new/file'), form, PICTURE)).status).toBe(403);
    const unknown = await new Visit(test.app).sendFile(urlOf('/new/file'), WORDS, PICTURE);
    expect([403, 303]).toContain(unknown.status);
    expect((await visit.sendFile(urlOf('/new/words'), WORDS, PICTURE)).status).toBe(415);
    expect(await test.app.get(EvidenceReading).list(adviser.actor, found.reference)).toEqual([]);
  });

  it('keeps a form that was sent twice once', async () => {
    await visit.open(urlOf('/new/file'));
    const form = { ...WORDS, _once: newId() };
    const first = await visit.sendFile(urlOf('/new/file'), form, PICTURE).expect(303);
    const second = await visit.sendFile(urlOf('/new/file'), form, PICTURE).expect(303);
    expect(second.headers['location']).toBe(first.headers['location']);
    const other = { content: aPng('another'), name: PICTURE.name };
    expect((await visit.sendFile(urlOf('/new/file'), form, other)).status).toBe(422);
    expect(await test.app.get(EvidenceReading).list(adviser.actor, found.reference)).toHaveLength(
      1,
    );
  });

  it('keeps text as it was pasted, or an address alone', async () => {
    await visit.open(urlOf('/new/words'));
    const refused = await visit.send(urlOf('/new/words'), { ...WORDS, address: '', text: ' ' });
    expect([refused.status, refused.text.includes('href="#text"')]).toEqual([422, true]);
    const text = '  Worst <b>doctor</b> ever  ';
    const sent = await visit.send(urlOf('/new/words'), { ...WORDS, text }).expect(303);
    const page = await visit.open(sent.headers['location'] as string);
    expect(page.text).toContain('<bdi>  Worst &lt;b&gt;doctor&lt;/b&gt; ever  </bdi>');
    await visit.send(urlOf('/new/words'), WORDS).expect(303);
    const list = await visit.open(urlOf());
    for (const words of ['Text copied from the page', 'Address alone', 'Still up', '>E2<']) {
      expect(list.text).toContain(words);
    }
  });

  it('records that the original is gone and who took it away, and shows both days', async () => {
    const item = await keepText(test, adviser, found.reference);
    const url = urlOf(`/${item.id}`);
    await visit.open(url);
    const gone = { lookedAt: '2026-11-21T10:00', state: 'gone' };
    const refused = await visit.send(`${url}/sightings`, gone);
    expect([refused.status, refused.text.includes('href="#goneBy"')]).toEqual([422, true]);
    await visit.send(`${url}/sightings`, { ...gone, goneBy: 'platform' }).expect(303);
    const page = await visit.open(url);
    expect(page.text).toContain('Gone. Taken away by the platform, seen 21 November 2026 at 10am');
    expect(page.text).toContain('Still up, seen 20 November 2026 at 9:30am');
    expect(page.text).toContain('Looked whether the original is still up');
  });

  it('shows the original and what it was changed to side by side (seeds row 63)', async () => {
    const first = await keepText(
      test,
      adviser,
      found.reference,
      'Rest, and call if it gets worse.',
    );
    await visit.open(urlOf('/new/words'));
    const altered = { ...WORDS, text: 'Call if it gets worse? Rest.', alteredFrom: first.id };
    await visit.send(urlOf('/new/words'), altered).expect(303);
    const list = await visit.open(urlOf());
    expect(list.text).toContain('E1 beside E2');
    const page = await visit.open(urlOf(`/${first.id}/versions`));
    expect(page.text.indexOf('Original: E1')).toBeLessThan(page.text.indexOf('Altered: E2'));
    for (const words of ['Rest, and call if it gets worse.', 'Call if it gets worse? Rest.']) {
      expect(page.text).toContain(words);
    }
  });

  it('is destroyed by whoever has the right, not by a token, and says so from then on', async () => {
    const item = await keepText(test, adviser, found.reference, 'Must not be kept');
    const url = urlOf(`/${item.id}`);
    expect((await visit.open(url)).text).not.toContain('Destroy the content');
    await visit.send(`${url}/destruction`, { reason: 'No' }).expect(403);
    await (await as(approver))('post', `${url}/destruction`).send({ reason: 'No' }).expect(403);
    const lead = await new Visit(test.app).signIn(approver);
    await lead.open(url);
    const refused = await lead.send(`${url}/destruction`, { reason: '' });
    expect([refused.status, refused.text.includes('href="#reason"')]).toEqual([422, true]);
    await lead.send(`${url}/destruction`, { reason: 'Nobody may hold it.' }).expect(303);
    const page = await visit.open(url);
    expect(page.text).toContain('Its content was destroyed');
    expect(page.text).not.toContain('Must not be kept');
    expect((await visit.open(`${url}/file`)).status).toBe(410);
  });

  it('vanishes with its case behind a wall, and takes nothing on a closed case', async () => {
    const item = await keepText(test, adviser, found.reference);
    const token = await new Given(test.app).aToken(approver, ['case:read', 'case:wall']);
    await request(test.app.getHttpServer())
      .put(`/api/v1/cases/${found.reference}/wall`)
      .auth(token, { type: 'bearer' })
      .send({ members: [] })
      .expect(200);
    expect((await visit.open(urlOf(`/${item.id}`))).status).toBe(404);
    const closed = await aCase(test, adviser);
    await (
      await as(adviser)
    )('post', `/cases/${closed.reference}/closure`)
      .send({ outcome: 'kept', reason: 'Done.' })
      .expect(201);
    await expect(keepText(test, adviser, closed.reference)).rejects.toMatchObject({
      code: 'case-closed',
    });
  });
});

describe('the evidence of a case in the API', () => {
  it('does what the pages do', async () => {
    const api = await as(adviser);
    const kept = await api('post', urlOf())
      .send({ ...WORDS, text: 'Words' })
      .expect(201);
    const file = await api('post', urlOf('/files'))
      .field(WORDS)
      .attach('file', PICTURE.content, PICTURE.name)
      .expect(201);
    expect(file.body).toMatchObject({ number: 2, mediaType: 'image/png' });
    const list = await api('get', urlOf()).expect(200);
    expect(list.body.items).toHaveLength(2);
    await api('post', urlOf(`/${kept.body.id}/sightings`))
      .send({ lookedAt: '2026-11-21T10:00:00Z', state: 'gone', goneBy: 'unknown' })
      .expect(204);
    const shown = await api('get', urlOf(`/${kept.body.id}`)).expect(200);
    expect(shown.body).toMatchObject({ number: 1, original: { state: 'gone' }, versions: [] });
    expect(shown.body.custody.map(({ action }: { action: string }) => action)).toEqual([
      'evidence.kept',
      'evidence.looked',
    ]);
    const original = await api('get', urlOf(`/${file.body.id}/file`)).expect(200);
    expect(original.headers['content-disposition']).toContain('attachment');
    expect(Buffer.from(original.body as Buffer)).toEqual(PICTURE.content);
  });

  it('refuses a file of strangers before it is read, too much, and what is no form', async () => {
    const send = (token: string) =>
      request(test.app.getHttpServer())
        .post(`/api/v1${urlOf('/files')}`)
        .auth(token, { type: 'bearer' });
    await send('x'.repeat(40)).field(WORDS).attach('file', aPng(), 'a.png').expect(401);
    const token = await new Given(test.app).aToken(adviser, ['case:read', 'case:write']);
    const large = await send(token)
      .field(WORDS)
      .attach('file', Buffer.alloc(12e6, 1), 'a.png')
      .expect(413);
    expect(large.body).toMatchObject({ code: 'file-too-large', errors: [{ pointer: '/file' }] });
    await send(token)
      .send({ ...WORDS, file: 'words' })
      .expect(422);
    const broken = await send(token)
      .set('content-type', 'multipart/form-data; boundary=x')
      .send('--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc');
    expect(broken.status).toBe(400);
    const { sealedItems } = await test.app
      .get(CaseReadingService)
      .overview(adviser.actor, found.reference);
    expect(sealedItems).toBe(0);
  });
});
