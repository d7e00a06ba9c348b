import request from 'supertest';
import { RequestDecidingService } from '#intake';
import { newId } from '#kernel';
import { rowsAsOwner } from '../../../../../test/support/casework.js';
import { aPng, aPngWith, PLACED_EXIF } from '../../../../../test/support/evidence.js';
import { Given } from '../../../../../test/support/given.js';
import { read } from '../../../../../test/support/steps/forms.js';
import { peopleOf, type SignedIn } from '../../../../../test/support/steps/people.js';
import { type DoctorsAnswers, sendsRequest } from '../../../../../test/support/steps/requests.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

const ANSWERS: DoctorsAnswers = [
  ['what-happened', { whatHappened: 'review' }],
  ['where', { platform: 'google_business' }],
  ['link', { url: 'https://maps.example/r/9', account: '', postText: 'Never again.' }],
  ['when', { seen: 'today' }],
  ['replied', { replied: 'no' }],
  ['patient', { patient: 'unsure', complaint: 'no' }],
  ['work', { jurisdiction: 'england', setting: 'private_practice' }],
  ['words', { words: 'I want to answer.' }],
  ['how-are-you', { wellbeing: 'strained' }],
];
const CANARY = 'wheatear';
const WORDS = { seenAt: '2026-01-05T09:30', shows: `The review, ${CANARY}` };
const PICTURE = { content: aPng(), name: `${CANARY} <b>.png` };

describe('pictures and files of a doctor’s request', () => {
  let test: TestApp;
  let doctor: SignedIn;
  let colleague: SignedIn;
  let adviser: SignedIn;
  let manager: SignedIn;
  let stranger: SignedIn;
  let reference: string;
  let own: string;

  beforeAll(async () => {
    test = await startTestApp();
    [stranger] = await peopleOf(test, 'trust', ['adviser']);
  });
  afterAll(() => test.close());

  beforeEach(async () => {
    const roles = ['doctor', 'doctor', 'adviser', 'manager'] as const;
    [doctor, colleague, adviser, manager] = await peopleOf(test, 'mdo', roles);
    reference = await sendsRequest(doctor, ANSWERS);
    own = `/my/requests/${reference}/files`;
    await read(doctor.visit, own);
  });

  const sends = async () => {
    await read(doctor.visit, own);
    await doctor.visit.sendFile(own, WORDS, PICTURE).expect(303);
  };

  it('are sent by nobody but the doctor of the request, who is told what not to send', async () => {
    await request(test.app.getHttpServer())
      .post(`/api/v1/requests/${reference}/files`)
      .field(WORDS)
      .attach('file', aPng(), 'a.png')
      .expect(401);
    for (const { visit } of [adviser, manager]) {
      expect((await visit.open(own)).status).toBe(403);
      expect((await visit.sendFile(own, WORDS, PICTURE)).status).toBe(403);
    }
    expect((await colleague.visit.open(own)).status).toBe(404);
    expect((await colleague.visit.sendFile(own, WORDS, PICTURE)).status).toBe(404);
    const page = await read(doctor.visit, own);
    expect(page).toContain('Do not send patient records');
    expect(page).toContain('No picture or file yet.');
  });

  it.each([
    ['no file', { content: Buffer.alloc(0), name: '' }, 422, 'Choose a file'],
    ['a page', { content: Buffer.from('<html>'), name: 'a.png' }, 422, 'must be a PNG'],
    ['too much', { content: Buffer.alloc(10_485_761, 1), name: 'a.png' }, 413, '10 MB or smaller'],
  ])(
    'are refused beside the field where it is %s, with what was typed',
    async (_, file, status, words) => {
      const typed = { ...WORDS, shows: 'Typed & <i>kept</i>' };
      const refused = await doctor.visit.sendFile(own, typed, file);
      expect(refused.status).toBe(status);
      expect(refused.text).toContain('href="#file"');
      expect(refused.text).toContain(words);
      expect(refused.text).toContain('Typed &amp; &lt;i&gt;kept');
      expect(refused.text).toContain('The file has to be chosen again');
      expect(await read(doctor.visit, own)).toContain('No picture or file yet.');
    },
  );

  it('are refused for a time that lies ahead, and for more than twenty', async () => {
    const ahead = await doctor.visit.sendFile(
      own,
      { ...WORDS, seenAt: '2199-01-01T09:00' },
      PICTURE,
    );
    expect([ahead.status, ahead.text.includes('href="#seenAt"')]).toEqual([422, true]);
    for (let count = 0; count < 20; count += 1) await sends();
    await read(doctor.visit, own);
    const refused = await doctor.visit.sendFile(own, WORDS, PICTURE);
    expect([refused.status, refused.text.includes('You have sent 20 files')]).toEqual([409, true]);
  });

  it('tell the doctor where they say where they were made (seeds row 87)', async () => {
    await read(doctor.visit, own);
    const placed = { content: aPngWith([['eXIf', PLACED_EXIF]]), name: 'a.png' };
    await doctor.visit.sendFile(own, WORDS, placed).expect(303);
    const page = await read(doctor.visit, own);
    expect(page).toContain('tells where the picture was made');
    expect(page).toContain('The file also tells where it was made.');
  });

  it('are listed for the doctor, and until the request is a case on its page for advisers', async () => {
    await sends();
    const page = await read(doctor.visit, `/my/requests/${reference}`);
    expect(page).toContain(`${CANARY} &lt;b&gt;.png`);
    expect(page).toContain('Picture (PNG)');
    const received = await read(adviser.visit, `/requests/${reference}`);
    const href = new RegExp(`href="(/requests/${reference}/files/[^"]+)"`).exec(received)![1]!;
    const file = await adviser.visit.open(href);
    expect(Buffer.from(file.body as Buffer)).toEqual(aPng());
    expect(file.headers).toMatchObject({
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="REQ-/);
    for (const { visit } of [doctor, manager]) expect((await visit.open(href)).status).toBe(403);
    expect((await stranger.visit.open(href)).status).toBe(404);
    expect((await adviser.visit.open(`/requests/${reference}/files/${newId()}`)).status).toBe(404);
    const trail = (await rowsAsOwner(test, 'audit_event')).join();
    expect(trail).toContain('request.file-sent');
    expect(trail).toContain('request.file-downloaded');
  });

  it('are opened and taken back by the doctor who sent them, and by nobody else', async () => {
    await sends();
    const page = await read(doctor.visit, `/my/requests/${reference}`);
    const href = new RegExp(`href="(${own}/[^"/]+)"`).exec(page)![1]!;
    const api = `/api/v1${href.replace('/my', '')}`;
    await request(test.app.getHttpServer()).get(api).expect(401);
    await request(test.app.getHttpServer()).delete(api).expect(401);
    for (const [{ visit }, status] of [
      [adviser, 403],
      [manager, 403],
      [colleague, 404],
    ] as const) {
      expect((await visit.open(href)).status).toBe(status);
      expect((await visit.open(`${href}/removal`)).status).toBe(status);
      expect((await visit.send(`${href}/removal`, {})).status).toBe(status);
    }
    expect((await doctor.visit.open(`${own}/${newId()}`)).status).toBe(404);
    const file = await doctor.visit.open(href);
    expect(Buffer.from(file.body as Buffer)).toEqual(aPng());
    expect(file.headers).toMatchObject({
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="REQ-/);
    expect(await read(doctor.visit, `${href}/removal`)).toContain('We delete it for good');
    await doctor.visit.send(`${href}/removal`, {}).expect(303);
    expect(await read(doctor.visit, own)).toContain('No picture or file yet.');
    expect((await doctor.visit.open(href)).status).toBe(404);
    expect(await read(adviser.visit, `/requests/${reference}`)).not.toContain(CANARY);
    const trail = (await rowsAsOwner(test, 'audit_event')).join();
    expect(trail).toContain('request.own-file-downloaded');
    expect(trail).toContain('request.file-taken-back');
    expect((await rowsAsOwner(test, 'outbox')).join()).toContain('remove-sent-content');
  });

  it('are not taken once the request is over', async () => {
    const reason = 'Your union can help better.';
    await test.app.get(RequestDecidingService).decline(adviser.actor, reference, { reason });
    await read(doctor.visit, own);
    const refused = await doctor.visit.sendFile(own, WORDS, PICTURE);
    expect([refused.status, refused.text.includes('This request is over')]).toEqual([409, true]);
    expect(await read(doctor.visit, `/my/requests/${reference}`)).not.toContain('Send a picture');
  });

  it('are added before a request is sent, unseen by others, and go when it is begun anew', async () => {
    await read(colleague.visit, '/requests/new');
    for (const [question, answer] of ANSWERS) {
      await read(colleague.visit, `/requests/new/${question}`);
      await colleague.visit.send(`/requests/new/${question}`, answer).expect(303);
    }
    const check = await read(colleague.visit, '/requests/new/check');
    const files = /href="(\/my\/requests\/[^"]+\/files)"/.exec(check)![1]!;
    await read(colleague.visit, files);
    const told = async () =>
      (await rowsAsOwner(test, 'outbox')).filter((row) => row.includes('tell-of-sent-file')).length;
    const before = await told();
    await colleague.visit.sendFile(files, WORDS, PICTURE).expect(303);
    expect(await told()).toBe(before);
    expect(await read(colleague.visit, files)).toContain('Your request itself is not sent yet');
    expect(await read(colleague.visit, '/requests/new/check')).toContain(CANARY);
    const page = files.replace('/my', '').replace('/files', '');
    expect((await adviser.visit.open(page)).status).toBe(404);
    await colleague.visit.send('/requests/new/start-again', {}).expect(303);
    expect(await read(colleague.visit, files)).toContain('No picture or file yet.');
  });

  it('go the same way for programs', async () => {
    const given = new Given(test.app);
    const tokenOf = ({ actor, ...person }: SignedIn) => {
      const permissions = new Set([...actor.permissions, 'token:manage' as const]);
      return given.aToken({ ...person, actor: { ...actor, permissions } }, ['request:send']);
    };
    const token = await tokenOf(doctor);
    const server = () => request(test.app.getHttpServer());
    const url = `/api/v1/requests/${reference}/files`;
    const sent = await server()
      .post(url)
      .auth(token, { type: 'bearer' })
      .field(WORDS)
      .attach('file', PICTURE.content, PICTURE.name)
      .expect(201);
    expect(sent.body).toMatchObject({ mediaType: 'image/png', evidenceId: null });
    const other = await tokenOf(colleague);
    await server().get(url).auth(other, { type: 'bearer' }).expect(404);
    const advisers = await given.aToken(adviser, ['request:decide', 'case:read']);
    const list = await server().get(url).auth(advisers, { type: 'bearer' });
    expect(list.body).toMatchObject({ next: null });
    expect(list.body.items).toHaveLength(1);
    const id = (list.body.items as { id: string }[])[0]!.id;
    for (const [by, status] of [
      [other, 404],
      [advisers, 200],
      [token, 200],
    ] as const) {
      await server().get(`${url}/${id}`).auth(by, { type: 'bearer' }).expect(status);
    }
    await server().delete(`${url}/${id}`).auth(advisers, { type: 'bearer' }).expect(403);
    await server().delete(`${url}/${id}`).auth(other, { type: 'bearer' }).expect(404);
    await server().delete(`${url}/${id}`).auth(token, { type: 'bearer' }).expect(204);
    await server().delete(`${url}/${id}`).auth(token, { type: 'bearer' }).expect(404);
  });
});
