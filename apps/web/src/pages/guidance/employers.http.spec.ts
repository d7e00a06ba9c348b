import request from 'supertest';
import { AssessmentService, CaseOpeningService, TriageAnswersService } from '#cases';
import { anIncident } from '../../../../../test/support/an-incident.js';
import { Visit } from '../../../../../test/support/browsing.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

let test: TestApp;
let given: Given;
beforeAll(async () => {
  test = await startTestApp();
  given = new Given(test.app);
});
afterAll(() => test.close());

const visitOf = (person: TestPerson) => new Visit(test.app).signIn(person);
const POLICY = {
  title: 'Social media policy',
  edition: '2.1',
  inForceFrom: '2020-01-01',
  clauses: '4.2 Information about patients stays in approved systems.\n\n5 Be kind.',
};

/** Somebody who advises in a trust, and the trust's administrator. */
async function aTrust() {
  const trust = await given.anOrganisation('trust');
  return {
    admin: await given.aPerson(trust, 'admin'),
    adviser: await given.aPerson(trust, 'adviser'),
  };
}

/** The advice page of a case about messages that a doctor sent. */
async function adviceOnMessaging({ adviser }: { adviser: TestPerson }) {
  const incident = anIncident({
    direction: 'by_doctor',
    kind: 'messaging_misuse',
    platform: 'whatsapp',
  });
  const found = await test.app.get(CaseOpeningService).open(adviser.actor, incident);
  await test.app.get(AssessmentService).assess(adviser.actor, found.reference);
  return (await visitOf(adviser)).open(`/cases/${found.reference}/triage/result`);
}

describe('the policy of an employer', () => {
  it('is entered by the administrator alone, and is refused with words', async () => {
    const { admin, adviser } = await aTrust();
    expect((await (await visitOf(adviser)).open('/employers')).status).toBe(200);
    expect((await (await visitOf(adviser)).open('/employers/new')).status).toBe(403);
    const visit = await visitOf(admin);
    const answer = await visit.send('/employers/new', { ...POLICY, messaging: 'perhaps' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Be kind.');
    const bare = { ...POLICY, messaging: 'bans', clauses: '4.2' };
    expect((await visit.send('/employers/new', bare)).text).toContain('Enter the words');
  });

  it('has one edition from any one day, and the second of two changes is told', async () => {
    const { admin } = await aTrust();
    const visit = await visitOf(admin);
    await visit.send('/employers/new', { ...POLICY, messaging: 'bans' }).expect(303);
    await visit.send('/employers/new', { ...POLICY, messaging: 'allows' }).expect(409);
    const list = await visit.open('/employers');
    const [path] = /\/employers\/[0-9a-f-]{36}/.exec(list.text)!;
    const change = { ...POLICY, messaging: 'silent', version: 1 };
    await visit.send(path, change).expect(303);
    await visit.send(path, change).expect(409);
    const { admin: other } = await aTrust();
    expect((await (await visitOf(other)).open(path)).status).toBe(404);
  });

  it('comes before national guidance: the same facts are judged by what it says (seeds rows 33, 36)', async () => {
    const [banning, allowing, silent] = [await aTrust(), await aTrust(), await aTrust()];
    const pages: Record<string, string> = {};
    for (const [messaging, trust] of Object.entries({ bans: banning, allows: allowing })) {
      const visit = await visitOf(trust.admin);
      await visit.send('/employers/new', { ...POLICY, messaging }).expect(303);
      pages[messaging] = (await adviceOnMessaging(trust)).text;
    }
    pages['none'] = (await adviceOnMessaging(silent)).text;
    expect(pages['bans']).toContain('breach of policy, whatever the need was');
    expect(pages['allows']).toContain('is no breach by itself');
    expect(pages['none']).toContain('national guidance decides');
    expect(pages['bans']).toContain('Information about patients stays in approved systems.');
    expect(pages['bans']).toContain('Social media policy, edition 2.1, clause 4.2');
    expect(pages['none']).not.toContain('clause 4.2');
  });

  it('is cited by its clause beside the sources of the rule, in the edition of the day of the post (seeds row 107)', async () => {
    const trust = await aTrust();
    const visit = await visitOf(trust.admin);
    const editions = [
      { inForceFrom: '2020-01-01', clauses: '7 Use of our time is a matter for your manager.' },
      { inForceFrom: '2024-06-01', clauses: '7.1 Nothing of ours is used for posts of your own.' },
    ];
    const cited = async (postedOn: string) => {
      const incident = anIncident({ direction: 'by_doctor', postedOn, seenOn: '2026-01-05' });
      const { actor } = trust.adviser;
      const { reference } = await test.app.get(CaseOpeningService).open(actor, incident);
      const answers = { facts: { employer_time_or_kit: true }, unsure: [] };
      await test.app.get(TriageAnswersService).answer(actor, reference, answers);
      await test.app.get(AssessmentService).assess(actor, reference);
      const { text } = await (
        await visitOf(trust.adviser)
      ).open(`/cases/${reference}/triage/result`);
      const rules = [...text.matchAll(/<strong>R96<\/strong>.*?<\/li>/gs)].map(([one]) => one);
      expect(rules.length).toBeGreaterThan(1);
      return rules;
    };
    for (const rule of await cited('2024-07-01')) expect(rule).toContain('none is recorded');
    for (const edition of editions) {
      const policy = { ...POLICY, messaging: 'silent', edition: edition.inForceFrom, ...edition };
      await visit.send('/employers/new', policy).expect(303);
    }
    for (const rule of await cited('2024-05-31')) {
      expect(rule).toContain('edition 2020-01-01, clause 7: Use of our time');
      expect(rule).not.toContain('clause 7.1');
    }
    for (const rule of await cited('2024-06-01')) expect(rule).toContain('clause 7.1: Nothing');
  });

  it('of a named employer is looked at by a defence organisation on the page of the advice', async () => {
    const mdo = await given.anOrganisation();
    const people = {
      admin: await given.aPerson(mdo, 'admin'),
      adviser: await given.aPerson(mdo, 'adviser'),
    };
    const visit = await visitOf(people.admin);
    const named = { ...POLICY, employer: 'Elsewhere Trust', messaging: 'bans' };
    await visit.send('/employers/new', named).expect(303);
    const page = await adviceOnMessaging(people);
    const [, href] = /href="([^"]+\?employer=[^"]+)"/.exec(page.text)!;
    const theirs = await (await visitOf(people.adviser)).open(href!);
    expect(theirs.text).toContain('Elsewhere Trust, Social media policy, edition 2.1, clause 5');
  });

  it('is kept by programs as well', async () => {
    const { admin } = await aTrust();
    const token = await given.aToken(admin, ['guidance:read', 'organisation:manage']);
    const server = request(test.app.getHttpServer());
    const body = { ...POLICY, messaging: 'allows', clauses: [{ number: '1', words: 'Be kind.' }] };
    const made = await server
      .post('/api/v1/employer-policies')
      .set({ Authorization: `Bearer ${token}` })
      .send(body)
      .expect(201);
    const got = await server
      .get(`/api/v1/employer-policies/${made.body.id}`)
      .set({ Authorization: `Bearer ${token}` })
      .expect(200);
    expect(got.body).toMatchObject({ employer: '', clauses: body.clauses, version: 1 });
  });
});
