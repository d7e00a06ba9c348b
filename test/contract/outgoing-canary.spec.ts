import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { PartiesService, PatientFactsService } from '#cases';
import { AUDIENCES, CHANNELS } from '#confidentiality';
import { EvidenceKeeping } from '#evidence';
import { NOTICE_KINDS } from '#notifications';
import { DraftCheckService, TemplateCatalogue } from '#responses';
import { aCase } from '../support/casework.js';
import { aPng, SEEN } from '../support/evidence.js';
import { Given, type TestPerson } from '../support/given.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const CANARY = { relative: 'Wrenna Quillfeather', patient: 'Dunnock', file: 'kittiwake' };
const EMAILS = join(import.meta.dirname, '../../../templates/emails');

let test: TestApp;
let adviser: TestPerson;
let reference: string;
let token: string;

beforeAll(async () => {
  test = await startTestApp();
  const given = new Given(test.app);
  const own = await given.anOrganisation();
  adviser = await given.aPerson(own, 'adviser');
  ({ reference } = await aCase(test, adviser, { title: `About ${CANARY.patient}` }));
  const facts = test.app.get(PatientFactsService);
  const name = { kind: 'name', value: `Ada ${CANARY.patient}` } as const;
  await facts.add(adviser.actor, reference, name);
  await test.app.get(PartiesService).add(adviser.actor, reference, {
    role: 'relative',
    name: CANARY.relative,
    relation: 'daughter',
    contact: '',
    isPatient: false,
    hasAuthority: false,
  });
  token = await given.aToken(adviser, ['case:read']);
});
afterAll(() => test?.close());

const check = (channel: (typeof CHANNELS)[number], audience: (typeof AUDIENCES)[number]) => {
  const text = `${CANARY.relative} rang us about Ada ${CANARY.patient} and the warfarin.`;
  const checks = test.app.get(DraftCheckService);
  return checks.checkText(adviser.actor, { text, channel, audience }, reference);
};

describe('whatever goes out', () => {
  it.each(CHANNELS)(
    'passes through the guard with what the case knows: %s (seeds row 81)',
    async (channel) => {
      for (const audience of AUDIENCES) {
        const { verdict, findings } = await check(channel, audience);
        expect([audience, verdict, findings.length > 0]).toEqual([audience, 'block', true]);
      }
    },
  );

  it('is a template with a channel that the guard knows (seeds row 81)', () => {
    const templates = test.app.get(TemplateCatalogue).templates;
    expect(templates.length).toBeGreaterThan(40);
    for (const { id, channel } of templates) {
      expect([id, CHANNELS.includes(channel)]).toEqual([id, true]);
    }
  });

  it('by mail says the reference and an address, in subject and text (seeds row 81)', () => {
    const files = readdirSync(EMAILS);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const source = readFileSync(join(EMAILS, file), 'utf8');
      const said = [...source.matchAll(/\{\{([^}]*)\}\}/g)].map(([, name]) => name);
      expect([...new Set(said)].sort()).toEqual(['address', 'reference']);
    }
  });

  it('to a doctor or a colleague is a notice of a kind, without words of anybody (seeds row 81)', () => {
    for (const kind of NOTICE_KINDS) expect(kind).toMatch(/^[a-z0-9-]+$/);
  });

  it('as a download is named after the case, whatever its file was called (seeds row 81)', async () => {
    const file = { name: `${CANARY.file} ${CANARY.patient}.png`, content: aPng(CANARY.file) };
    const words = { ...SEEN, shows: CANARY.patient };
    const keeping = test.app.get(EvidenceKeeping);
    const { id } = await keeping.keepFile(adviser.actor, reference, file, words);
    for (const path of [`evidence/${id}/file`, `evidence/${id}/picture`]) {
      const answer = await request(test.app.getHttpServer())
        .get(`/api/v1/cases/${reference}/${path}`)
        .auth(token, { type: 'bearer' })
        .expect(200);
      expect(answer.headers['content-disposition']).toMatch(
        new RegExp(`^(?:inline|attachment; filename="${reference}[\\w.-]+")$`),
      );
      const heads = JSON.stringify(answer.headers);
      for (const canary of [CANARY.file, CANARY.patient]) expect(heads).not.toContain(canary);
    }
  });
});
