import request from 'supertest';
import { PrivilegeService } from '#cases';
import { questionsOf, WORKSHEET_KINDS, WorksheetsService } from '#referrals';
import { type ResponseTemplate, TemplateOffersService } from '#responses';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase, decideRoutes } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

const CANARY = 'stonechat';

let test: TestApp;
let given: Given;
let adviser: TestPerson;
let press: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  adviser = await given.aPerson(own, 'adviser');
  press = await given.aPerson(own, 'press');
  stranger = await given.aPerson(other, 'adviser');
});
afterAll(() => test.close());

/** A case whose complaint came on a day. */
async function aComplaint(receivedOn = '2026-01-02') {
  const found = await aCase(test, adviser);
  await decideRoutes(test, adviser, found.reference, ['private_contact']);
  const worksheets = test.app.get(WorksheetsService);
  const opened = await worksheets.open(adviser.actor, found.reference, 'formal-complaint');
  const answers = { receivedOn, grievance: CANARY };
  await worksheets.save(adviser.actor, found.reference, 'formal-complaint', {
    version: 1,
    answers,
  });
  return { ...found, worksheetId: opened.id };
}

const formOf = (reference: string, template = 'T-CMP-ACK-ENG') =>
  `/cases/${reference}/drafts/new?template=${template}`;
const pageOf = async (reference: string, template?: string) =>
  (await (await new Visit(test.app).signIn(adviser)).open(formOf(reference, template))).text;

async function fromApi(person: TestPerson, reference: string) {
  const scopes = ['case:read', 'draft:write', 'case:read-press'] as const;
  const held = scopes.filter((scope) => person.actor.permissions.has(scope));
  const token = await given.aToken(person, held);
  return request(test.app.getHttpServer())
    .get(`/api/v1/cases/${reference}/drafts/prefills?template=T-CMP-ACK-ENG`)
    .auth(token, { type: 'bearer' });
}

describe('what a worksheet fills in a draft', () => {
  it('is told to nobody without the right, nor of another organisation’s case', async () => {
    const { reference } = await aComplaint();
    const path = `/api/v1/cases/${reference}/drafts/prefills?template=T-CMP-ACK-ENG`;
    await request(test.app.getHttpServer()).get(path).expect(401);
    expect((await fromApi(press, reference)).status).toBe(403);
    expect((await fromApi(stranger, reference)).status).toBe(404);
  });

  it('is nothing while there is no worksheet', async () => {
    const { reference } = await aCase(test, adviser);
    expect(await pageOf(reference)).not.toContain('From the worksheet');
    expect((await fromApi(adviser, reference)).body).toEqual({ items: [], next: null });
  });

  it('is the day on which the complaint came, with where it is from, and stands in the text', async () => {
    const { reference } = await aComplaint();
    const page = await pageOf(reference);
    expect(page).toMatch(/name="facts-complaint-receivedOn"[^>]*value="2026-01-02"/);
    expect(page).toContain('From the worksheet of “Formal complaint”');
    expect(page).toContain('which reached us on 2 January 2026');
    expect(page).not.toContain(CANARY);
    expect((await fromApi(adviser, reference)).body.items).toEqual([
      {
        field: 'facts.complaint.receivedOn',
        value: '2026-01-02',
        kind: 'formal-complaint',
        title: 'Formal complaint',
        question: 'On which day did it come?',
      },
    ]);
  });

  it('gives way to what the author typed, also where that is nothing', async () => {
    const { reference } = await aComplaint();
    const visit = await new Visit(test.app).signIn(adviser);
    await visit.open(formOf(reference));
    const typed = { 'facts-complaint-receivedOn': '', 'inputs-handler': 'Jo', body: 'own' };
    const chosen = await visit.send(`/cases/${reference}/drafts/new?template=T-CMP-ACK-ENG`, {
      ...typed,
      template: 'T-CMP-ACK-ENG',
    });
    expect(chosen.text).not.toContain('value="2026-01-02"');
    expect(chosen.text).toContain('value="Jo"');
    const path = `/cases/${reference}/drafts/new/T-CMP-ACK-ENG/own`;
    const refused = await visit.send(path, {
      'facts-complaint-receivedOn': '2026-01-31',
      template: 'T-CMP-ACK-ENG',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(/name="facts-complaint-receivedOn"[^>]*value="2026-01-31"/);
  });

  it('is nothing of a worksheet that is privileged', async () => {
    const { reference, worksheetId } = await aComplaint();
    await test.app.get(PrivilegeService).mark(adviser.actor, reference, {
      kind: 'worksheet',
      subjectId: worksheetId,
      reason: 'Advice of a solicitor',
    });
    expect(await pageOf(reference)).not.toContain('From the worksheet');
  });

  const FILLS = WORKSHEET_KINDS.flatMap((kind) =>
    (kind.fills ?? []).flatMap(({ templates, field, question }) =>
      templates.map((template) => ({ kind, template, field, question })),
    ),
  );

  it.each(FILLS)(
    '$field of $template from the open question $question',
    async ({ kind, template, field, question }) => {
      const asked = questionsOf(kind).find(({ id }) => id === question)!;
      expect(asked.isSensitive ?? false).toBe(false);
      const found = await templateOf(template);
      expect(found.variables).toContain(field.replace(/^facts\./, ''));
      expect(['public', 'press', 'platform']).not.toContain(found.audience);
      const input = found.inputs[field.replace(/^inputs\./, '')];
      expect(input?.type).not.toBe('choice');
      if (input?.type === 'date') expect(asked.type).toMatch(/^date/);
    },
  );

  async function templateOf(id: string): Promise<ResponseTemplate> {
    const all = await test.app.get(TemplateOffersService).listTemplates(adviser.actor);
    return all.find((template) => template.id === id)!;
  }
});
