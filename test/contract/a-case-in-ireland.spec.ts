import request from 'supertest';
import { AssessmentService, CaseOpeningService, TriageAnswersService } from '#cases';
import { DEADLINE_RULES } from '#deadlines';
import { JURISDICTION_KEYS, jurisdictionPack, SHIPPED_REGULATORS } from '#guidance';
import { TemplateCatalogue } from '#responses';
import { anIncident } from '../support/an-incident.js';
import { Visit } from '../support/browsing.js';
import { Given, type TestPerson } from '../support/given.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let test: TestApp;
let adviser: TestPerson;
beforeAll(async () => {
  test = await startTestApp();
  const given = new Given(test.app);
  adviser = await given.aPerson(await given.anOrganisation(), 'adviser');
});
afterAll(() => test.close());

/** Words of the law of the United Kingdom that nobody in Ireland is offered. */
const UNITED_KINGDOM =
  /section 5|s\.? ?5 notice|KO41a|T-S5-NOTICE|Defamation Act 2013|DPA 2018|GMC,/i;

/** Facts that would draw in as much law as one case can. */
const FACTS = {
  contains_false_fact: true,
  author_identity: 'anonymous',
  moderator_outcome: 'refused',
  patient_info_disclosed: true,
  patient_identifiable: 'yes',
};

async function aCaseInIreland(): Promise<string> {
  const incident = anIncident({
    jurisdiction: 'ireland',
    direction: 'both',
    setting: 'hse_public',
  });
  const found = await test.app.get(CaseOpeningService).open(adviser.actor, incident);
  const given = { facts: FACTS, unsure: [] };
  await test.app.get(TriageAnswersService).answer(adviser.actor, found.reference, given);
  return found.reference;
}

describe('a case in Ireland', () => {
  it('is offered no notice, return or statute of the United Kingdom (seeds row 28)', async () => {
    const reference = await aCaseInIreland();
    const assessment = await test.app.get(AssessmentService).assess(adviser.actor, reference);
    const labels = assessment.recommendation.sources.map(({ label }) => label);
    expect(labels.length).toBeGreaterThan(2);
    expect(labels.filter((label) => UNITED_KINGDOM.test(label))).toEqual([]);
    expect(assessment.recommendation.clocks.map(({ deadline }) => deadline)).not.toContain(
      's5_operator_48h',
    );
    const visit = await new Visit(test.app).signIn(adviser);
    for (const page of ['triage/result', 'deadlines', 'drafts', 'referrals']) {
      const { status, text } = await visit.open(`/cases/${reference}/${page}`);
      expect([page, status]).toEqual([page, 200]);
      const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'));
      expect([page, UNITED_KINGDOM.exec(main)?.[0]]).toEqual([page, undefined]);
    }
  });

  it('has the bodies, clocks and letters of Ireland (seeds rows 28, 112)', () => {
    const pack = jurisdictionPack('ireland');
    expect(SHIPPED_REGULATORS.selectable('ireland').map(({ key }) => key)).toEqual([
      'medical_council_ie',
    ]);
    expect(pack.courts.operatorNotice).toBeNull();
    expect(pack.forms).not.toContain('ko41a');
    expect(pack.bodies.dataProtection.name).toContain('Data Protection Commission');
  });
});

describe('the pack of each place', () => {
  it.each(JURISDICTION_KEYS)('%s names clocks and letters that are there for it', (place) => {
    const { complaints, breach, courts, publicReply, regulators } = jurisdictionPack(place);
    const ofRegulators = regulators.flatMap((key) => SHIPPED_REGULATORS.find(key)!.clocks);
    for (const id of [...complaints.clocks, breach.clock, ...ofRegulators]) {
      const rule = DEADLINE_RULES.find((one) => one.id === id);
      expect([id, rule?.jurisdictions.includes(place)]).toEqual([id, true]);
    }
    const letters = [complaints.acknowledgement, breach.notice, publicReply, courts.operatorNotice];
    for (const id of letters.filter((one) => one !== null)) {
      const template = test.app.get(TemplateCatalogue).find(id);
      expect([id, template?.jurisdictions.includes(place)]).toEqual([id, true]);
    }
  });

  it('is there for programs with the right', async () => {
    const token = await new Given(test.app).aToken(adviser, ['guidance:read']);
    const answer = await request(test.app.getHttpServer())
      .get('/api/v1/jurisdictions')
      .set({ Authorization: `Bearer ${token}` })
      .expect(200);
    expect(answer.body.items).toHaveLength(5);
  });
});
