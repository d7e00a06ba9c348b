import { type Actor } from '#identity';
import {
  type RulePackDocument,
  RulePackPublishingService,
  RulePackReadingService,
} from '#knowledge';
import { newId } from '#kernel';
import { SHIPPED_RULES } from '#triage';
import { anIncident } from '../../../../test/support/an-incident.js';
import { Given } from '../../../../test/support/given.js';
import { startTestServices, type TestServices } from '../../../../test/support/test-services.js';
import { CaseOpeningService } from '../case-opening.service.js';
import { WallsService } from '../walls.service.js';
import { AssessmentService } from './assessment.service.js';
import { CompareOnOpenCases } from './compare-on-open-cases.handler.js';
import { MovedCasesService } from './moved-cases.service.js';
import { TriageAnswersService } from './triage-answers.service.js';

let test: TestServices;
let admin: Actor;
let approver: Actor;
let adviser: Actor;
let stranger: Actor;

beforeAll(async () => {
  test = await startTestServices();
});
afterAll(() => test.close());

beforeEach(async () => {
  const given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation()];
  admin = (await given.aPerson(own, 'admin')).actor;
  approver = (await given.aPerson(own, 'approver')).actor;
  adviser = (await given.aPerson(own, 'adviser')).actor;
  stranger = (await given.aPerson(other, 'approver')).actor;
});

/** A case about somebody in danger, with advice. */
async function anAssessedCase(): Promise<string> {
  const { reference } = await test.app.get(CaseOpeningService).open(adviser, anIncident());
  await test.app
    .get(TriageAnswersService)
    .answer(adviser, reference, { facts: { immediate_danger: true }, unsure: [] });
  await test.app.get(AssessmentService).assess(adviser, reference);
  return reference;
}

/** Rules by which danger comes to the safeguarding lead and not to the police. */
async function proposal(): Promise<RulePackDocument> {
  const rules = SHIPPED_RULES.rules.map((rule) =>
    rule.id === 'R01' ? { ...rule, primary: 'safeguarding' as const } : rule,
  );
  const content = { rules, derived: SHIPPED_RULES.derived, off: [] };
  return test.app.get(RulePackPublishingService).proposeRules(admin, content, 'Try it.');
}

const compare = (rulePackId: string) =>
  test.app
    .get(CompareOnOpenCases)
    .handle({ rulePackId }, { outboxId: newId(), organisationId: admin.organisationId });
const moved = (actor: Actor, id: string) => test.app.get(MovedCasesService).of(actor, id);

describe('the open cases that proposed rules would move', () => {
  it('are hidden from advisers, and there are none of another organisation', async () => {
    const { id } = await proposal();
    await anAssessedCase();
    await compare(id);
    await expect(async () => moved(adviser, id)).rejects.toMatchObject({
      code: 'permission-missing',
    });
    expect(await moved(stranger, id)).toEqual({ moves: [], cases: [] });
  });

  it('are counted by route, and named to those who read cases only, however often it is done', async () => {
    const { id } = await proposal();
    const reference = await anAssessedCase();
    await test.app.get(CaseOpeningService).open(adviser, anIncident());
    await Promise.all([compare(id), compare(id)]);
    const moves = [{ from: 'police_report', to: 'safeguarding', count: 1 }];
    expect(await moved(admin, id)).toEqual({ moves, cases: [] });
    expect(await moved(approver, id)).toEqual({
      moves,
      cases: [{ reference, from: 'police_report', to: 'safeguarding' }],
    });
    const { found } = await test.app.get(RulePackReadingService).review(admin, id);
    expect(found).toMatchObject({ compared: 1, toCompare: 1, comparedAt: expect.any(Date) });
  });

  it('are neither counted nor named behind a wall to those outside it', async () => {
    const { id } = await proposal();
    const reference = await anAssessedCase();
    await test.app.get(WallsService).raise(approver, reference, [approver.personId]);
    await compare(id);
    expect((await moved(admin, id)).moves).toEqual([]);
    expect((await moved(approver, id)).cases).toHaveLength(1);
    const { found } = await test.app.get(RulePackReadingService).review(admin, id);
    expect(found).toMatchObject({ compared: 0, toCompare: 0 });
  });

  it('are not looked for once the proposal is withdrawn', async () => {
    const made = await proposal();
    await anAssessedCase();
    await test.app.get(RulePackPublishingService).withdraw(admin, made);
    await compare(made.id);
    expect(await moved(approver, made.id)).toEqual({ moves: [], cases: [] });
  });
});
