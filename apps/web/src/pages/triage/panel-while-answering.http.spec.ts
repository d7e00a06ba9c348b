import { Visit } from '../../../../../test/support/browsing.js';
import { read, send } from '../../../../../test/support/steps/forms.js';
import { peopleOf, type SignedIn } from '../../../../../test/support/steps/people.js';
import { logsIncident } from '../../../../../test/support/steps/triage.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

const THREAT = {
  immediate_danger: 'false',
  contains_threat: 'explicit',
  doctor_risk_to_self: 'false',
  self_harm_risk_author: 'false',
  safeguarding_concern: 'false',
  intimate_image_abuse: 'false',
};

describe('the panel beside the questions, while they are answered', () => {
  let test: TestApp;
  let adviser: SignedIn;
  let manager: SignedIn;
  let stranger: SignedIn;
  let page: string;

  beforeAll(async () => {
    test = await startTestApp();
    [adviser, manager] = await peopleOf(test, 'mdo', ['adviser', 'manager']);
    [stranger] = await peopleOf(test, 'trust', ['adviser']);
    page = `/cases/${await logsIncident(adviser)}/triage/questions/safety`;
  });
  afterAll(() => test.close());

  async function panel(visit: Visit, answers: object = THREAT, version = '0') {
    return visit.send(`${page}/panel`, { ...answers, version });
  }

  it('is refused to those who may not read the case', async () => {
    expect((await panel(new Visit(test.app))).status).toBe(403);
    expect((await panel(manager.visit)).status).toBe(403);
    expect((await panel(stranger.visit)).status).toBe(404);
  });

  it('says nothing of answers that cannot be read', async () => {
    await adviser.visit.open(page);
    expect((await panel(adviser.visit, { contains_threat: 'enormous' })).status).toBe(422);
    expect((await panel(adviser.visit, { never_heard_of: 'true' })).status).toBe(422);
  });

  it('says what the answers would come to, and keeps none of them', async () => {
    const before = await read(adviser.visit, page);
    expect(before).not.toContain('<strong>Police report</strong> leads');
    const supposed = await panel(adviser.visit);
    expect(supposed.status).toBe(200);
    expect(supposed.body.leading).toBe('Police report');
    const after = await read(adviser.visit, page);
    expect(after).not.toContain('<strong>Police report</strong> leads');
    expect(/name="version" value="(\d+)"/.exec(after)![1]).toBe('0');
  });

  it('says the same as the page does once they are saved', async () => {
    const supposed = await panel(adviser.visit);
    await send(adviser.visit, [page, page], { ...THREAT, go: 'stay' });
    const saved = (await read(adviser.visit, page)).replaceAll('&#39;', "'");
    expect(saved).toContain(`<strong>${supposed.body.leading}</strong> leads`);
    for (const name of supposed.body.also) expect(saved).toContain(`<li>${name}</li>`);
  });
});
