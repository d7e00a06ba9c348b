import request from 'supertest';
import { type Case, PrivilegeService } from '#cases';
import { EvidenceDestruction, EvidenceKeeping, EvidenceReading } from '#evidence';
import type { Permission } from '#identity';
import { WORKSHEET_KINDS, WorksheetSigningService, WorksheetsService } from '#referrals';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase, decideRoutes } from '../../../../../test/support/casework.js';
import { aPng, keepText, SEEN } from '../../../../../test/support/evidence.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { completeAnswers } from '../../../../../test/support/worksheets.js';
import { filesOf } from '../../../../../test/support/zip-reading.js';

let test: TestApp;
let adviser: TestPerson;
let approver: TestPerson;
let found: Case;

beforeAll(async () => {
  test = await startTestApp();
  const given = new Given(test.app);
  const own = await given.anOrganisation();
  adviser = await given.aPerson(own, 'adviser');
  approver = await given.aPerson(own, 'approver');
});
afterAll(() => test.close());
beforeEach(async () => {
  found = await aCase(test, adviser);
  await decideRoutes(test, adviser, found.reference, ['police_report']);
});

const urlOf = () => `/cases/${found.reference}/police-bundle`;
const POLICE = WORKSHEET_KINDS.find(({ id }) => id === 'police')!;

/** The threat log, filled in; and signed where that is wanted. */
async function threatLog(isSigned: boolean): Promise<void> {
  const [service, at] = [test.app.get(WorksheetsService), [found.reference, 'police'] as const];
  await service.open(adviser.actor, ...at);
  const answers = { ...completeAnswers(POLICE, adviser.actor.personId), words: 'I know your car.' };
  const saved = await service.save(adviser.actor, ...at, { version: 1, answers });
  if (!isSigned) return;
  const words = { version: saved.version, decision: 'report', reason: 'A threat', dissent: '' };
  await test.app.get(WorksheetSigningService).signOff(approver.actor, ...at, words);
}

function download(token: string) {
  return request(test.app.getHttpServer())
    .get(`/api/v1${urlOf()}`)
    .auth(token, { type: 'bearer' })
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
}

function tokenOf(person: TestPerson, scopes: Permission[]): Promise<string> {
  return new Given(test.app).aToken(person, scopes);
}

describe('the bundle for the police', () => {
  it('is refused without the right for it, and before somebody has signed the worksheet', async () => {
    await keepText(test, adviser, found.reference);
    const visit = await new Visit(test.app).signIn(adviser);
    expect((await visit.open(urlOf())).status).toBe(403);
    const lead = await new Visit(test.app).signIn(approver);
    expect((await lead.open(urlOf())).status).toBe(404);
    await threatLog(false);
    const early = await lead.open(urlOf());
    expect([
      early.status,
      early.text.includes('Have the police worksheet signed off first'),
    ]).toEqual([409, true]);
    const token = await tokenOf(approver, ['case:read']);
    await download(token).expect(403);
  });

  it('is refused while its worksheet is marked as privileged', async () => {
    await threatLog(true);
    const at = [adviser.actor, found.reference, 'police'] as const;
    const { worksheet } = await test.app.get(WorksheetsService).get(...at);
    const item = { kind: 'worksheet', subjectId: worksheet.id, reason: 'For counsel' } as const;
    await test.app.get(PrivilegeService).mark(adviser.actor, found.reference, item);
    const token = await tokenOf(approver, ['case:read', 'evidence:bundle']);
    await download(token).expect(409);
  });

  it('holds the list with hashes, the threat log, every file, and altered pages side by side (seeds row 10, seeds row 63)', async () => {
    const picture = { name: 'threat.png', content: aPng() };
    const keeping = test.app.get(EvidenceKeeping);
    const first = await keeping.keepFile(adviser.actor, found.reference, picture, SEEN);
    const altered = { alteredFrom: first.id, shows: 'The same <post>, softened' };
    await keepText(test, adviser, found.reference, 'I did not mean it.', altered);
    const gone = await keepText(test, adviser, found.reference, 'Must not be kept');
    const destruction = test.app.get(EvidenceDestruction);
    await destruction.destroy(approver.actor, found.reference, gone.id, 'Nobody may hold it.');
    await threatLog(true);
    const token = await tokenOf(approver, ['case:read', 'evidence:bundle']);
    const response = await download(token).expect(200);
    expect(response.headers['content-disposition']).toBe(
      `attachment; filename="police-bundle-${found.reference}.zip"`,
    );
    const files = filesOf(response.body as Buffer);
    expect(Object.keys(files).sort()).toEqual([
      'SHA256SUMS',
      'evidence.txt',
      'evidence/E1.png',
      'evidence/E2.txt',
      'threat-log.txt',
      'versions.html',
    ]);
    expect(files['evidence/E2.txt']).toBe('I did not mean it.');
    expect((response.body as Buffer).includes(picture.content)).toBe(true);
    expect(files['SHA256SUMS']).toContain(`${first.sha256}  evidence/E1.png`);
    expect(files['evidence.txt']).toContain(first.sha256);
    expect(files['evidence.txt']).toContain('its content was destroyed');
    expect(files['threat-log.txt']).toContain('I know your car.');
    expect(files['threat-log.txt']).toContain(`Signed off by ${approver.actor.name}`);
    const page = files['versions.html']!;
    expect(page.indexOf('Original: E1')).toBeLessThan(page.indexOf('Altered: E2'));
    expect(page).toContain('src="evidence/E1.png"');
    expect(page).toContain('The same &lt;post&gt;, softened');
  });

  it('leaves in the custody of each item that it was taken out', async () => {
    const item = await keepText(test, adviser, found.reference);
    await threatLog(true);
    const lead = await new Visit(test.app).signIn(approver);
    const list = await lead.open(`/cases/${found.reference}/evidence`);
    expect(list.text).toContain(urlOf());
    expect((await lead.open(urlOf())).status).toBe(200);
    const { custody } = await test.app
      .get(EvidenceReading)
      .get(adviser.actor, found.reference, item.id);
    expect(custody.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['evidence.kept', adviser.actor.name],
      ['evidence.bundled', approver.actor.name],
    ]);
  });
});
