import { readdirSync, readFileSync } from 'node:fs';
import request from 'supertest';
import { type Case, CaseReadingService, TasksService } from '#cases';
import { type Permission, PERSON_ONLY } from '#identity';
import {
  type Answers,
  questionsOf,
  WORKSHEET_KINDS,
  type WorksheetKind,
  WorksheetSigningService,
  WorksheetsService,
} from '#referrals';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase, decideRoutes, rowsAsOwner } from '../../../../../test/support/casework.js';
import { keepText } from '../../../../../test/support/evidence.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import {
  answersAfter,
  completeAnswers,
  grantedByName,
} from '../../../../../test/support/worksheets.js';
import { SIGNERS } from '../../api/worksheets/worksheets.dto.js';

let test: TestApp;
let adviser: TestPerson;
let signer: TestPerson;
let approver: TestPerson;
let press: TestPerson;
let dpo: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  const given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  adviser = await given.aPerson(own, 'adviser');
  approver = await given.aPerson(own, 'approver');
  signer = await grantedByName(test, await given.aPerson(own, 'approver'), SIGNERS);
  press = await given.aPerson(own, 'press');
  dpo = await given.aPerson(own, 'dpo');
  stranger = await given.aPerson(other, 'approver');
});
afterAll(() => test.close());

const SCOPE = 'indemnity-scope';
const urlOf = ({ reference }: Case, kind = '') =>
  `/cases/${reference}/worksheets${kind && `/${kind}`}`;

/** The API as one person uses it. */
async function as(person: TestPerson) {
  const scopes = [...person.actor.permissions].filter(
    (right): right is Permission => !PERSON_ONLY.includes(right),
  );
  const token = await new Given(test.app).aToken(person, scopes);
  return (method: 'get' | 'post' | 'patch', path: string) => {
    const server = request(test.app.getHttpServer());
    return server[method](`/api/v1${path}`).auth(token, { type: 'bearer' });
  };
}

/** A case on which a kind may be opened, with its worksheet opened. */
async function opened(kind: string): Promise<Case> {
  const found = await aCase(test, adviser);
  const { routes } = WORKSHEET_KINDS.find(({ id }) => id === kind)!;
  await decideRoutes(test, adviser, found.reference, ['monitor', ...routes]);
  await test.app.get(WorksheetsService).open(adviser.actor, found.reference, kind);
  return found;
}

describe('a worksheet', () => {
  it('is refused without the right, on another organisation’s case and on a route nobody decided', async () => {
    const found = await aCase(test, adviser);
    const url = urlOf(found, SCOPE);
    await request(test.app.getHttpServer()).post(`/api/v1${url}`).expect(401);
    await (await as(stranger))('post', url).expect(404);
    for (const person of [press, dpo]) await (await as(person))('post', url).expect(403);
    await (await as(adviser))('post', urlOf(found, 'no-such-kind')).expect(404);
    const answer = await (await as(adviser))('post', url).expect(422);
    expect(answer.body.code).toBe('route-not-decided');
    const page = await (await new Visit(test.app).signIn(adviser)).open(url);
    expect(page.text).not.toContain('Open this worksheet');
    expect(await rowsAsOwner(test, 'worksheet')).toEqual([]);
  });

  it('is opened once, and keeps what is filled in bit by bit', async () => {
    const found = await opened(SCOPE);
    const api = await as(adviser);
    await api('post', urlOf(found, SCOPE)).expect(409);
    const one = { version: 1, answers: { facts: 'A column in a paper' } };
    await api('patch', urlOf(found, SCOPE)).send(one).expect(200);
    await api('patch', urlOf(found, SCOPE)).send(one).expect(409);
    const two = { version: 2, answers: { inMembership: 'no' } };
    const answer = await api('patch', urlOf(found, SCOPE)).send(two).expect(200);
    expect(answer.body.answers).toEqual({ facts: 'A column in a paper', inMembership: 'no' });
    expect(answer.body.asked).toContain('gapReason');
    const cleared = { version: 3, answers: { inMembership: '' } };
    const after = await api('patch', urlOf(found, SCOPE)).send(cleared).expect(200);
    expect(after.body.answers).toEqual({ facts: 'A column in a paper' });
  });

  it('says each fault beside its question, keeps what was typed, and keeps nothing of it', async () => {
    const found = await opened(SCOPE);
    const visit = await new Visit(test.app).signIn(adviser);
    const page = await visit.open(urlOf(found, SCOPE));
    expect(page.text).toContain('What is still missing');
    const typed = { version: '1', activity: 'piracy', facts: 'Typed <i>words</i>' };
    const refused = await visit.send(urlOf(found, SCOPE), typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('href="#activity"');
    expect(refused.text).toContain('Typed &lt;i&gt;words');
    const { worksheet } = await test.app
      .get(WorksheetsService)
      .get(adviser.actor, found.reference, SCOPE);
    expect(worksheet).toMatchObject({ answers: {}, version: 1 });
    await visit.send(urlOf(found, SCOPE), { version: '1', unasked: 'x' }).expect(422);
  });

  it('shows both versions to whoever comes second', async () => {
    const found = await opened(SCOPE);
    const [one, two] = [
      await new Visit(test.app).signIn(adviser),
      await new Visit(test.app).signIn(approver),
    ];
    await one.send(urlOf(found, SCOPE), { version: '1', facts: 'Hers' }).expect(303);
    const lost = await two.send(urlOf(found, SCOPE), { version: '1', facts: 'His' });
    expect(lost.status).toBe(409);
    expect(lost.text).toContain('What is there now');
    expect(lost.text).toContain('<bdi>Hers</bdi>');
    expect(lost.text).toContain('>His</textarea>');
  });

  it('is not signed off without the right of its kind, by a token, or while something is missing', async () => {
    const found = await opened(SCOPE);
    const url = `${urlOf(found, SCOPE)}/sign-off`;
    const words = { version: 1, decision: 'in-scope', reason: 'Rule 4' };
    await (await as(signer))('post', url).send(words).expect(403);
    const visit = await new Visit(test.app).signIn(adviser);
    expect((await visit.open(url)).text).not.toContain('What is decided?');
    await visit.send(url, { ...words, version: '1' }).expect(403);
    const mine = await new Visit(test.app).signIn(signer);
    const refused = await mine.send(url, { ...words, version: '1' });
    expect(refused.status).toBe(422);
    const labels = questionsOf(WORKSHEET_KINDS.find(({ id }) => id === SCOPE)!)
      .filter(({ id }) =>
        ['helpWanted', 'activity', 'facts', 'inMembership', 'ruleText'].includes(id),
      )
      .map(({ label }) => `Still missing: ${label}`);
    for (const label of labels) expect(refused.text).toContain(label);
  });

  it('is withdrawn with a reason, stays in the record, and makes room for another', async () => {
    const found = await opened(SCOPE);
    const visit = await new Visit(test.app).signIn(adviser);
    const url = urlOf(found, SCOPE);
    const refused = await visit.send(`${url}/withdrawal`, { version: '1', withdrawnReason: '' });
    expect([refused.status, refused.text.includes('Enter why it is withdrawn')]).toEqual([
      422,
      true,
    ]);
    const form = { version: '1', withdrawnReason: 'Opened on the wrong case.' };
    await visit.send(`${url}/withdrawal`, form).expect(303);
    await visit.send(`${url}/withdrawal`, form).expect(404);
    await visit.send(`${url}/opening`, {}).expect(303);
    const rows = (await rowsAsOwner(test, 'worksheet')).filter((row) => row.includes(found.id));
    expect(rows).toHaveLength(2);
    expect(rows.join()).toContain('Opened on the wrong case.');
  });

  it('vanishes with its case behind a wall, and its case closed is not filled in', async () => {
    const found = await opened(SCOPE);
    await (
      await as(adviser)
    )('post', `/cases/${found.reference}/closure`)
      .send({ outcome: 'kept', reason: 'Done.' })
      .expect(201);
    const patch = { version: 1, answers: { facts: 'Late' } };
    await (await as(adviser))('patch', urlOf(found, SCOPE)).send(patch).expect(409);
    const walled = await opened(SCOPE);
    await request(test.app.getHttpServer())
      .put(`/api/v1/cases/${walled.reference}/wall`)
      .auth(await new Given(test.app).aToken(approver, ['case:read', 'case:wall']), {
        type: 'bearer',
      })
      .send({ members: [] })
      .expect(200);
    await (await as(signer))('get', urlOf(walled, SCOPE)).expect(404);
  });
});

describe.each(WORKSHEET_KINDS.map((kind) => [kind.id, kind] as const))(
  'the worksheet %s',
  (id, kind) => {
    it('is opened, filled in, read, signed off and followed up on its pages', async () => {
      const found = await aCase(test, adviser);
      await keepText(test, adviser, found.reference);
      await decideRoutes(test, adviser, found.reference, ['monitor', ...kind.routes]);
      const visit = await new Visit(test.app).signIn(adviser);
      expect((await visit.open(urlOf(found))).text).toContain(escaped(kind.title));
      await visit.open(urlOf(found, id));
      await visit.send(`${urlOf(found, id)}/opening`, {}).expect(303);
      const answers = completeAnswers(kind, adviser.actor.personId);
      await fillIn(visit, found, kind, answers);
      const filled = await visit.open(urlOf(found, id));
      expect(filled.text).toContain('Nothing is missing');
      for (const { label } of questionsOf(kind).filter((one) => answers[one.id] !== undefined)) {
        expect(filled.text).toContain(escaped(label));
      }
      await sign(found, kind);
      const signed = await visit.open(urlOf(found, id));
      expect(signed.text).toContain('Signed off');
      expect(signed.text).not.toContain('<b>words</b>');
      await expectTasks(found, kind);
      await followUp(found, kind, answers);
      const { items } = await test.app
        .get(CaseReadingService)
        .timeline(adviser.actor, found.reference, { limit: 100 });
      const actions = items.map(({ action }) => action);
      expect(actions).toEqual(expect.arrayContaining(['worksheet.opened', 'worksheet.signed']));
    });

    it('keeps sensitive answers sealed, and their reading is recorded', async () => {
      const secrets = questionsOf(kind).filter(
        ({ isSensitive, type }) => isSensitive && (type === 'line' || type === 'text'),
      );
      const found = await opened(id);
      const canary = 'Nightjar Underhill';
      const shown = secrets.filter(({ shownIf }) => !shownIf);
      const answers = Object.fromEntries(shown.map((question) => [question.id, canary]));
      const service = test.app.get(WorksheetsService);
      const stages = new Set(
        kind.sections.filter(({ stage }) => stage === 'after').flatMap((s) => s.questions),
      );
      const before = Object.fromEntries(
        shown.filter((question) => !stages.has(question)).map(({ id: q }) => [q, answers[q]!]),
      );
      await service.save(adviser.actor, found.reference, id, { version: 1, answers: before });
      const { worksheet } = await service.get(adviser.actor, found.reference, id);
      expect(worksheet.answers).toEqual(before);
      const rows = await rowsAsOwner(test, 'worksheet');
      expect(rows.filter((row) => row.includes(canary))).toEqual([]);
      const events = await rowsAsOwner(test, 'audit_event');
      expect(events.filter((row) => row.includes(canary))).toEqual([]);
      const { items } = await test.app
        .get(CaseReadingService)
        .timeline(adviser.actor, found.reference, { limit: 100 });
      const viewed = items.filter(({ action }) => action === 'worksheet.viewed');
      expect(viewed.length > 0).toBe(Object.keys(before).length > 0);
    });

    it('names templates that there are', () => {
      const folder = 'templates/responses';
      const ids = readdirSync(folder).map(
        (file) => /^id: (\S+)$/m.exec(readFileSync(`${folder}/${file}`, 'utf8'))?.[1],
      );
      for (const template of kind.templates ?? []) expect(ids).toContain(template);
    });
  },
);

/** Fills in round by round: an answer may bring up further questions. */
async function fillIn(visit: Visit, found: Case, kind: WorksheetKind, answers: Answers) {
  for (let round = 0; round < 6; round += 1) {
    const file = await test.app.get(WorksheetsService).get(adviser.actor, found.reference, kind.id);
    if (file.missing.length === 0) return;
    const page = await visit.open(urlOf(found, kind.id));
    const shown = Object.entries(answers).filter(([id]) => page.text.includes(`name="${id}"`));
    const form = { ...Object.fromEntries(shown), version: file.worksheet.version };
    const answer = await visit.send(urlOf(found, kind.id), form);
    if (answer.status !== 303) throw new Error(answer.text.slice(0, 3000));
  }
}

async function sign(found: Case, kind: WorksheetKind) {
  const url = `${urlOf(found, kind.id)}/sign-off`;
  const { worksheet } = await test.app
    .get(WorksheetsService)
    .get(adviser.actor, found.reference, kind.id);
  const decision = kind.signOff.decisions?.[0].value;
  const words = { version: worksheet.version, ...(decision ? { decision, reason: 'So' } : {}) };
  if (kind.signOff.needsOther) {
    const author = { ...adviser.actor, permissions: signer.actor.permissions };
    const given = { decision: decision ?? '', reason: 'So', dissent: '', version: words.version };
    await expect(
      test.app.get(WorksheetSigningService).signOff(author, found.reference, kind.id, given),
    ).rejects.toMatchObject({ code: 'signer-is-author' });
  }
  const visit = await new Visit(test.app).signIn(signer);
  const { text } = await visit.open(url);
  const asksForWords = Object.values(worksheet.answers).some((one) => one.includes('<b>words'));
  expect(text.includes('Some &lt;b&gt;words')).toBe(asksForWords);
  if (decision) await visit.send(url, { version: words.version }).expect(422);
  await visit.send(url, words).expect(303);
  await visit.send(url, words).expect(409);
}

async function expectTasks(found: Case, kind: WorksheetKind) {
  const titles = (await test.app.get(TasksService).list(adviser.actor, found.reference)).map(
    ({ title }) => title,
  );
  const always = (kind.signOff.brings?.tasks ?? []).filter(({ when }) => !when);
  expect(titles).toEqual(expect.arrayContaining(always.map(({ title }) => title)));
}

/** Takes every step once, in the order in which they are listed; the ways back too. */
async function followUp(found: Case, kind: WorksheetKind, answers: Answers) {
  const [service, signing] = [
    test.app.get(WorksheetsService),
    test.app.get(WorksheetSigningService),
  ];
  const at = [adviser.actor, found.reference, kind.id] as const;
  for (const step of kind.steps ?? []) {
    const { worksheet } = await service.get(...at);
    if (!step.from.includes(worksheet.state)) continue;
    const after = answersAfter(kind, answers, adviser.actor.personId);
    const saved =
      Object.keys(after).length > 0
        ? await service.save(...at, { version: worksheet.version, answers: after })
        : worksheet;
    const taken = await signing.step(...at, { step: step.id, version: saved.version });
    expect(taken.state).toBe(step.to);
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;');
}
