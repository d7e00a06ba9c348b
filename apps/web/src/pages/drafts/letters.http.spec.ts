import request from 'supertest';
import { type Case, CaseReadingService, WallsService } from '#cases';
import type { Permission } from '#identity';
import { MEDIA_TYPES } from '#platform';
import {
  type Draft,
  DraftApprovalService,
  DraftCheckService,
  DraftCompositionService,
  DraftReleaseService,
  type Release,
} from '#responses';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase } from '../../../../../test/support/casework.js';
import { readDocx } from '../../../../../test/support/docx-reading.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { accessibilityFaults } from '../../../../../test/support/pdf-accessibility.js';
import { readPdf } from '../../../../../test/support/pdf-reading.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { trailOf } from '../../../../../test/support/trail.js';

const APOLOGY = {
  template: 'T-APOLOGY',
  bodyId: null,
  given: {
    inputs: {
      addressee: 'Somebody',
      signatory: 'The practice manager',
      reason: 'I am sorry that you are unhappy, and that you felt you were not listened to.',
    },
    facts: {},
  },
};
const REPLY = { template: 'T-PUB-ACK-UK', bodyId: null, given: { inputs: {}, facts: {} } };
const FORMATS = ['pdf', 'docx'] as const;

let test: TestApp;
let given: Given;
let adviser: TestPerson;
let colleague: TestPerson;
let approver: TestPerson;
let manager: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  adviser = await given.aPerson(own, 'adviser');
  colleague = await given.aPerson(own, 'adviser');
  approver = await given.aPerson(own, 'approver');
  manager = await given.aPerson(own, 'manager');
  stranger = await given.aPerson(other, 'approver');
});
afterAll(() => test.close());

interface Letter {
  found: Case;
  draft: Draft;
}

async function aLetter(wanted: typeof APOLOGY | typeof REPLY = APOLOGY): Promise<Letter> {
  const found = await aCase(test, adviser);
  const composition = test.app.get(DraftCompositionService);
  const draft = await composition.createFromTemplate(adviser.actor, found.reference, wanted);
  return { found, draft };
}

async function aReleased(
  wanted?: typeof APOLOGY | typeof REPLY,
): Promise<Letter & { release: Release }> {
  const { found, draft } = await aLetter(wanted);
  const reason = draft.verdict === 'warn' ? 'Read and meant so' : '';
  const sent = await test.app.get(DraftCheckService).submit(adviser.actor, draft.id, reason);
  await test.app.get(DraftApprovalService).approve(approver.actor, sent.id, sent.textHash);
  const release = await test.app.get(DraftReleaseService).release(adviser.actor, sent.id);
  return { found, draft, release };
}

function fetchFile({ draft }: Letter, format: string, token: string) {
  return request(test.app.getHttpServer())
    .get(`/api/v1/drafts/${draft.id}/letter.${format}`)
    .auth(token, { type: 'bearer' })
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
}

const tokenOf = (person: TestPerson, rights: Permission[] = ['case:read']) =>
  given.aToken(person, rights);
const pageOf = ({ found, draft }: Letter) => `/cases/${found.reference}/drafts/${draft.id}`;
const downloadsOf = async ({ found }: Letter) => {
  const trail = await trailOf(test, adviser.actor, found.id);
  return trail.filter(({ action }) => action === 'draft.letter-downloaded');
};
const withoutSpaces = (text: string) => text.replaceAll(/\s/g, '');

describe('a letter as a file', () => {
  it('is refused to those who are not signed in, and to those without the right', async () => {
    const letter = await aReleased();
    const visit = await new Visit(test.app).signIn(manager);
    const token = await tokenOf(adviser, ['draft:write']);
    for (const format of FORMATS) {
      const page = `${pageOf(letter)}/letter.${format}`;
      expect((await new Visit(test.app).open(page)).status).toBe(303);
      expect((await visit.open(page)).status).toBe(403);
      await request(test.app.getHttpServer())
        .get(`/api/v1/drafts/${letter.draft.id}/letter.${format}`)
        .expect(401);
      await fetchFile(letter, format, token).expect(403);
    }
    expect(await downloadsOf(letter)).toEqual([]);
  });

  it('is not there for another organisation, under the address of another case, and in another form', async () => {
    const [letter, other] = [await aReleased(), await aLetter()];
    const [theirs, ours] = [await tokenOf(stranger), await tokenOf(adviser)];
    await fetchFile(letter, 'pdf', theirs).expect(404);
    await fetchFile(letter, 'html', ours).expect(404);
    const visit = await new Visit(test.app).signIn(adviser);
    const astray = `/cases/${other.found.reference}/drafts/${letter.draft.id}/letter.pdf`;
    expect((await visit.open(astray)).status).toBe(404);
  });

  it('is not there for whoever stands outside the wall of its case', async () => {
    const letter = await aReleased();
    await test.app.get(WallsService).raise(approver.actor, letter.found.reference, []);
    await fetchFile(letter, 'docx', await tokenOf(colleague)).expect(404);
  });

  it('is refused before the release, and of a text that is no letter', async () => {
    const token = await tokenOf(adviser);
    for (const format of FORMATS) {
      const early = await fetchFile(await aLetter(), format, token).expect(409);
      expect(JSON.parse(String(early.body))).toMatchObject({ code: 'draft-not-released' });
      const reply = await fetchFile(await aReleased(REPLY), format, token).expect(409);
      expect(JSON.parse(String(reply.body))).toMatchObject({ code: 'draft-is-no-letter' });
    }
  });

  it('holds the released words and their hash, tagged for a screen reader', async () => {
    const letter = await aReleased();
    const { body, headers } = await fetchFile(letter, 'pdf', await tokenOf(approver)).expect(200);
    const pdf = readPdf(body as Buffer);
    const [sender, ...rest] = pdf.elements;
    expect(rest.find(({ role }) => role === 'H1')?.text).toBe(`Letter from ${sender!.text}`);
    const words = rest.slice(rest.findIndex(({ text }) => text.startsWith('Dear')));
    expect(words.every(({ role }) => role === 'P')).toBe(true);
    expect(withoutSpaces(words.map(({ text }) => text).join(''))).toBe(
      withoutSpaces(letter.release.text),
    );
    const facts = rest.find(({ text }) => text.startsWith('Date:'))?.text.replaceAll('\n', '');
    expect(facts).toContain(`Reference: ${letter.found.reference}To: The person addressed below`);
    expect(accessibilityFaults(body as Buffer)).toEqual([]);
    expect(pdf.artefacts).toContain(letter.release.textHash);
    expect(pdf.artefacts).toContain('Page 1 of 1');
    expect(headers['content-type']).toBe('application/pdf');
  });

  it('holds the same words for Word, byte for byte', async () => {
    const letter = await aReleased();
    const { body, headers } = await fetchFile(letter, 'docx', await tokenOf(adviser)).expect(200);
    const { paragraphs, footer } = readDocx(body as Buffer);
    const from = paragraphs.findIndex(({ text }) => text.startsWith('Dear'));
    const words = paragraphs.slice(from).map(({ text }) => text);
    expect(words.join('\n\n')).toBe(letter.release.text);
    expect(footer).toContain(letter.release.textHash);
    expect(headers['content-type']).toBe(MEDIA_TYPES.docx);
  });

  it('is named by the reference and nobody’s name, and each download is recorded', async () => {
    const letter = await aReleased();
    const visit = await new Visit(test.app).signIn(adviser);
    expect((await visit.open(pageOf(letter))).text).toContain(
      `href="${pageOf(letter)}/letter.pdf"`,
    );
    for (const format of FORMATS) {
      const { status, headers } = await visit.open(`${pageOf(letter)}/letter.${format}`);
      expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
        200,
        MEDIA_TYPES[format],
        `attachment; filename="letter-${letter.found.reference}.${format}"`,
      ]);
    }
    const { textHash } = letter.release;
    const recorded = await downloadsOf(letter);
    expect(recorded.map(({ detail, actorId }) => ({ ...detail, actorId }))).toEqual(
      FORMATS.map((format) =>
        expect.objectContaining({ format, textHash, actorId: adviser.actor.personId }),
      ),
    );
    const found = await test.app.get(CaseReadingService).get(adviser.actor, letter.found.reference);
    expect(found.version).toBe(letter.found.version);
  });
});
