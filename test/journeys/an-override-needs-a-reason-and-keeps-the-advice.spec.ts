import { read } from '../support/steps/forms.js';
import { peopleOf, type SignedIn } from '../support/steps/people.js';
import { asksForAdvice, logsIncident, overridesAdvice } from '../support/steps/triage.js';
import { startTestInstallation, type TestInstallation } from '../support/test-installation.js';

const REASON = 'The writer has rung the practice and wants to talk.';
const ADVISED = 'Public acknowledgement';
const CHOSEN = 'Private contact';

describe('an override', () => {
  let test: TestInstallation;
  let adviser: SignedIn;
  let colleague: SignedIn;
  let reference: string;

  beforeAll(async () => {
    test = await startTestInstallation();
    [adviser, colleague] = await peopleOf(test, 'mdo', ['adviser', 'adviser'] as const);
    reference = await logsIncident(adviser);
    const advice = await asksForAdvice(adviser, reference, {
      who: { author_identity: 'anonymous', yes: 'provider_can_reply' },
      content: { yes: 'raises_care_concern' },
    });
    expect(advice).toContain(ADVISED);
  });
  afterAll(() => test.close());

  const result = () => read(colleague.visit, `/cases/${reference}/triage/result`);

  it('is refused without a reason: the choice stays in the form and nothing is decided', async () => {
    const refused = await overridesAdvice(adviser, reference, {
      route: 'private_contact',
      reason: ' \n ',
    });
    expect([refused.status, refused.text.includes('href="#reason"')]).toEqual([422, true]);
    expect(refused.text).toMatch(/value="private_contact" checked/);
    expect(await result()).not.toMatch(/Decided|Overridden/);
  });

  it('cannot take a route that the rules bar, whatever the reason', async () => {
    const form = await read(adviser.visit, `/cases/${reference}/triage/override`);
    expect(form).not.toContain('value="moderator_report"');
    const barred = { route: 'moderator_report', reason: REASON };
    const refused = await overridesAdvice(adviser, reference, barred);
    expect([refused.status, refused.text.includes('is ruled out')]).toEqual([422, true]);
  });

  it('stands with its reason and its author beside the advice, which stays', async () => {
    const choice = { route: 'private_contact', reason: REASON };
    expect((await overridesAdvice(adviser, reference, choice)).status).toBe(303);
    const page = await result();
    for (const kept of ['Overridden', REASON, adviser.actor.name, CHOSEN, ADVISED]) {
      expect(page).toContain(kept);
    }
    const history = await read(colleague.visit, `/cases/${reference}/timeline`);
    expect(history).toMatch(/overr/i);
    expect(history).not.toContain(REASON);
    expect(await read(colleague.visit, `/cases/${reference}`)).toContain(CHOSEN);
  });
});
