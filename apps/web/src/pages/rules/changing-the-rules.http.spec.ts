import request from 'supertest';
import { AssessmentService, CaseOpeningService, TriageAnswersService } from '#cases';
import type { Permission } from '#identity';
import { RulePackReadingService } from '#knowledge';
import { RULE_PACK } from '#triage';
import { anIncident } from '../../../../../test/support/an-incident.js';
import { Visit } from '../../../../../test/support/browsing.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import {
  startTestInstallation,
  type TestInstallation,
  until,
} from '../../../../../test/support/test-installation.js';

let test: TestInstallation;
let given: Given;
let admin: TestPerson;
let approver: TestPerson;
let adviser: TestPerson;
let manager: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestInstallation();
});
afterAll(() => test?.close());

beforeEach(async () => {
  given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation()];
  admin = await given.aPerson(own, 'admin');
  approver = await given.aPerson(own, 'approver');
  adviser = await given.aPerson(own, 'adviser');
  manager = await given.aPerson(own, 'manager');
  stranger = await given.aPerson(other, 'admin');
});

const visitOf = (person: TestPerson) => new Visit(test.app).signIn(person);
const api = () => request(test.app.getHttpServer());
const bearer = async (person: TestPerson, ...scopes: Permission[]) =>
  ({ Authorization: `Bearer ${await given.aToken(person, scopes)}` }) as const;

const RULE = {
  id: 'R200',
  when: 'immediate_danger',
  why: 'Somebody has to look at the scope, too.',
  cites: 'A14',
  primary: '',
  priority: '',
  also: 'indemnity_scope_check',
};

const versionOn = (page: { text: string }) => /name="version" value="(\d+)"/.exec(page.text)![1]!;

/** A version with one more rule, proposed by the administrator on the pages. */
async function proposedOnPages(rule: Record<string, string> = RULE) {
  const visit = await visitOf(admin);
  const begun = await visit.send('/admin/rules/packs', {});
  const path = begun.headers['location'] as string;
  const version = versionOn(await visit.open(`${path}/rules/new`));
  await visit.send(`${path}/rules/new`, { ...rule, version }).expect(303);
  const next = versionOn(await visit.open(path));
  await visit.send(`${path}/proposal`, { version: next, note: 'Agreed on Monday.' }).expect(303);
  return { visit, path, id: path.split('/').at(-1)! };
}

async function compared(id: string) {
  return until('the open cases were looked at', async () => {
    const { found } = await test.app.get(RulePackReadingService).review(admin.actor, id);
    return found.comparedAt !== null && found;
  });
}

/** An open case on which advice was given. */
async function anAssessedCase(): Promise<string> {
  const { reference } = await test.app.get(CaseOpeningService).open(adviser.actor, anIncident());
  await test.app
    .get(TriageAnswersService)
    .answer(adviser.actor, reference, { facts: { immediate_danger: true }, unsure: [] });
  await test.app.get(AssessmentService).assess(adviser.actor, reference);
  return reference;
}

describe('the rules in force', () => {
  it('are for those who work on cases, and for nobody without a session', async () => {
    expect((await new Visit(test.app).open('/guidance/rules')).status).toBe(303);
    expect((await (await visitOf(manager)).open('/guidance/rules')).status).toBe(403);
  });

  it('are read as sentences with why and sources, by route and by fact', async () => {
    const visit = await visitOf(adviser);
    const overview = await visit.open('/guidance/rules');
    expect(overview.text).toContain('102 rules');
    expect(overview.text).toContain('href="/guidance/rules?route=police_report"');
    const page = await visit.open('/guidance/rules?route=all');
    expect(page.text).toContain('Content about the doctor exists');
    expect(page.text).toContain('102 rules');
    const tables = page.text.slice(page.text.indexOf('<table'));
    expect(tables).not.toContain('self_harm_risk_author');
    const some = await visit.open('/guidance/rules?route=police_report&fact=immediate_danger');
    expect(some.text).toContain('Someone may be hurt now');
    expect(some.text).not.toContain('102 rules');
    expect((await visit.open('/guidance/rules?fact=no_such')).text).toContain('No rule fits');
  });
});

describe('changing the rules', () => {
  it('is refused to advisers, and hidden from other organisations', async () => {
    const visit = await visitOf(adviser);
    expect((await visit.open('/admin/rules')).status).toBe(403);
    expect((await visit.send('/admin/rules/packs', {})).status).toBe(403);
    const { path } = await proposedOnPages();
    expect((await (await visitOf(stranger)).open(path)).status).toBe(404);
  });

  it('says where a condition cannot be read, beside the field, and keeps what was typed', async () => {
    const visit = await visitOf(admin);
    const path = (await visit.send('/admin/rules/packs', {})).headers['location'] as string;
    const version = versionOn(await visit.open(`${path}/rules/new`));
    const typed = { ...RULE, version, when: 'about and reech', cites: 'A999' };
    const answer = await visit.send(`${path}/rules/new`, typed);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('After “about and” (character 11): unknown name reech');
    expect(answer.text).toContain('A999 is not known.');
    expect(answer.text).toContain('about and reech</textarea>');
    const check = await visit.send(`${path}/condition`, { when: 'about and' });
    expect(check.body).toEqual({
      fault: 'After “about and” (character 10): unexpected the end',
      words: null,
    });
  });

  it('takes a file of rules, and names every fault with its line', async () => {
    const visit = await visitOf(admin);
    const path = (await visit.send('/admin/rules/packs', {})).headers['location'] as string;
    const version = versionOn(await visit.open(`${path}/upload`));
    const { text } = await visit.open(`${path}/file`);
    const broken = text.replace('when: safeguarding_concern', 'when: safeguarding_concer');
    const answer = await visit.send(`${path}/upload`, { version, file: broken });
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(/Line \d+: when: rule R04: unknown name safeguarding_concer/);
    await visit.send(`${path}/upload`, { version, file: text }).expect(303);
    expect((await visit.open(path)).text).toContain('Nothing: these are the rules in force.');
  });

  it('switches a rule off, and refuses where every case needs it', async () => {
    const visit = await visitOf(admin);
    const path = (await visit.send('/admin/rules/packs', {})).headers['location'] as string;
    const version = versionOn(await visit.open(path));
    await visit.send(`${path}/switches`, { version, rule: 'R35', to: 'off' }).expect(303);
    const page = await visit.open(path);
    expect(page.text).toContain('Switched off');
    const needed = { version: versionOn(page), rule: 'R105', to: 'off' };
    const answer = await visit.send(`${path}/switches`, needed);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('No rule always proposes a route that nothing bars.');
  });

  it('refuses a change laid over one that the person has not seen', async () => {
    const visit = await visitOf(admin);
    const path = (await visit.send('/admin/rules/packs', {})).headers['location'] as string;
    const version = versionOn(await visit.open(path));
    await visit.send(`${path}/switches`, { version, rule: 'R35', to: 'off' }).expect(303);
    const late = await visit.send(`${path}/switches`, { version, rule: 'R30', to: 'off' });
    expect(late.status).toBe(409);
  });
});

describe('publishing rules', () => {
  it('is refused to the proposer in page and API, and to every token', async () => {
    const { visit, path, id } = await proposedOnPages();
    const { version } = await compared(id);
    expect((await visit.send(`${path}/publication`, { version })).status).toBe(403);
    const publication = `/api/v1/rule-packs/${id}/publication`;
    for (const person of [admin, approver]) {
      const token = await bearer(person, 'rule:read');
      await api().post(publication).set(token).send({ version }).expect(403);
    }
  });

  it('shows what changes, what moves, and puts the rules in force by the second person', async () => {
    const reference = await anAssessedCase();
    const { visit, path, id } = await proposedOnPages();
    const { version } = await compared(id);
    const first = await visit.open(path);
    expect(first.text).toContain('publishes it.');
    expect(first.text).toContain('1 open case looked at');
    expect(first.text).toContain('The same route; what goes with it changes');
    expect(first.text).not.toContain(reference);
    const second = await visitOf(approver);
    const page = await second.open(path);
    expect(page.text).toContain(reference);
    expect(page.text).toContain('40 of 40 worked cases come out as agreed');
    await second.send(`${path}/publication`, { version }).expect(303);
    const advice = await (await visitOf(adviser)).open(`/cases/${reference}/triage/result`);
    expect(advice.text).toContain('The rules have changed since');
    expect(advice.text).toContain(`${RULE_PACK.version}+own.1`);
    expect((await (await visitOf(adviser)).open('/guidance/rules?route=all')).text).toContain(
      'R200',
    );
  });

  it('asks a reason for each worked case that comes out otherwise', async () => {
    const content = { rules: RULE_PACK.rules, derived: RULE_PACK.derived, off: ['R62'] };
    const token = await bearer(admin, 'rule:propose');
    const made = await api()
      .post('/api/v1/rule-packs')
      .set(token)
      .send({ ...content, note: 'Try it.' })
      .expect(201);
    const { id, version } = await compared((made.body as { id: string }).id);
    const second = await visitOf(approver);
    await second.open(`/admin/rules/packs/${id}`);
    const refused = await second.send(`/admin/rules/packs/${id}/publication`, { version });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('href="#reason-G-01"');
    const reasons = { version, 'reason-G-01': 'The panel sees it so now.' };
    await second.send(`/admin/rules/packs/${id}/publication`, reasons).expect(303);
    const shown = await api().get(`/api/v1/rule-packs/${id}`).set(token).expect(200);
    expect(shown.body).toMatchObject({
      state: 'published',
      acknowledged: [{ golden: 'G-01', reason: 'The panel sees it so now.' }],
    });
  });

  it('goes back to what ships in the same way', async () => {
    const { visit, path, id } = await proposedOnPages();
    const { version } = await compared(id);
    const second = await visitOf(approver);
    await second.open(path);
    await second.send(`${path}/publication`, { version }).expect(303);
    await visit.open('/admin/rules');
    const answer = await visit.send('/admin/rules/shipped', { note: 'It was a mistake.' });
    expect(answer.status).toBe(303);
    const again = answer.headers['location'] as string;
    const back = await compared(again.split('/').at(-1)!);
    await second.open(again);
    await second.send(`${again}/publication`, { version: back.version }).expect(303);
    expect((await visit.open(path)).text).toContain('Was in force');
  });
});

describe('rule packs for programs', () => {
  it('need a token with the right', async () => {
    await api().get('/api/v1/rule-packs').expect(401);
    const token = await bearer(adviser, 'rule:read');
    await api().get('/api/v1/rule-packs').set(token).expect(403);
    const unknown = '00000000-0000-7000-8000-000000000000';
    const own = await bearer(admin, 'rule:propose', 'rule:read');
    await api().get(`/api/v1/rule-packs/${unknown}`).set(own).expect(404);
    const inForce = await api().get('/api/v1/rule-packs/in-force').set(token).expect(200);
    expect(inForce.body).toMatchObject({ packVersion: RULE_PACK.version, id: null });
  });

  it('check rules without keeping them, each fault at its place', async () => {
    const token = await bearer(admin, 'rule:propose');
    const [rule, ...rest] = RULE_PACK.rules;
    const send = (rules: object[]) =>
      api().post('/api/v1/rule-packs/checks').set(token).send({ rules });
    const refused = await send([{ ...rule, when: 'abuot' }, ...rest]).expect(422);
    expect(JSON.stringify(refused.body)).toContain('unknown name abuot');
    const { body } = await send([{ ...rule, why: 'Other words.' }, ...rest]).expect(200);
    expect(body).toMatchObject({ changes: { rules: [{ id: 'R01', fields: ['why'] }] } });
    const list = await api().get('/api/v1/rule-packs').set(token).expect(200);
    expect(list.body).toEqual({ items: [], next: null });
  });
});
