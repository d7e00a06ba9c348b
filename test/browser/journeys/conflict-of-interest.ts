import type { Journey } from '../journey.js';
import type { Screen } from '../screen.js';
import { logAnIncident } from './log-an-incident.js';

const POST = 'The doctor speaks badly of a colleague.';
const DECIDE = 'Decide before you go on';
const WHY = 'It is another doctor of the same surname.';

/** Somebody in a case bears the name of a doctor who has a case of their own. */
export const conflictOfInterest: readonly Journey[] = [
  {
    name: 'adviser: names a colleague who has a case of their own, and a lead adviser decides',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const other = await logAnIncident(adviser, 'Case of the colleague', POST, {
        doctorName: 'Dr Petra Waxwing',
      });
      const reference = await logAnIncident(adviser, 'Words about a colleague', POST, {
        doctorName: 'Dr Alba Own',
      });
      await nameAColleague(adviser, reference, 'Petra Waxwing');
      await nameAColleague(adviser, reference, 'Prof. P. Waxwing');
      await adviser.inspectState('to-look-at');
      if ((await adviser.words()).includes(other)) throw new Error('The other case is told.');
      const lead = await stage.as('approver@mdo.example');
      await decide(lead, reference, other);
      await adviser.visit(`/cases/${reference}/membership`);
      await adviser.requireWords(WHY, 'No conflict');
      if ((await adviser.words()).includes(DECIDE)) throw new Error('It is still to be decided.');
    },
  },
];

async function nameAColleague(adviser: Screen, reference: string, name: string): Promise<void> {
  await adviser.visit(`/cases/${reference}/parties`);
  await adviser.enter({ role: 'colleague', name });
  await adviser.press(/^Add$/);
  await adviser.requireWords(DECIDE, 'Say nothing of it to either side');
}

/** Decides both checks; the second one first, so that its errors are seen to be its own. */
async function decide(lead: Screen, reference: string, other: string): Promise<void> {
  await lead.visit(`/cases/${reference}/membership`);
  await lead.requireWords(other);
  const forms = lead.page.locator('main form[action*="conflict-checks"]');
  await forms.last().getByLabel('No conflict').check();
  const status = await lead.pressRefused('Record the decision', forms.last());
  if (status !== 422) throw new Error(`A decision without a reason was answered ${status}.`);
  const errors = lead.page.locator('main form .govuk-error-message');
  if ((await errors.count()) !== 1) throw new Error('The error stands beside another check too.');
  await lead.page.getByRole('link', { name: 'Enter why' }).click();
  await lead.page.locator('textarea:focus').fill(WHY);
  await lead.press('Record the decision', forms.last());
  await forms.getByLabel('No conflict').check();
  await forms.getByLabel('Why?').fill(WHY);
  await lead.press('Record the decision', forms);
}
