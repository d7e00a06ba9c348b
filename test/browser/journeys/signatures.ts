import type { Journey } from '../journey.js';
import type { Screen } from '../screen.js';
import { logAnIncident, today } from './log-an-incident.js';
import { askForAdvice } from './triage.js';
import { THRESHOLD } from './worksheets.js';

/** What waits for a signature. */
export const signatures: readonly Journey[] = [
  {
    name: 'signatures: a worksheet waits for whoever may sign it, is signed and waits no more',
    run: async (stage) => {
      const [adviser, approver] = [
        await stage.as('adviser@trust.example'),
        await stage.as('approver@trust.example'),
      ];
      const sheet = await fillInThreshold(adviser);
      const reference = sheet.split('/')[2]!;
      await adviser.visit('/signatures');
      if ((await adviser.words()).includes(reference)) throw new Error('An author may sign.');
      await approver.visit('/signatures');
      await approver.requireWords(reference);
      await approver.visit(`${sheet}/sign-off`);
      await approver.enter({ decision: 'no-referral', reason: 'It was put right at once.' });
      await approver.press('Sign off');
      await approver.visit('/signatures');
      if ((await approver.words()).includes(reference)) throw new Error('It waits still.');
    },
  },
];

async function fillInThreshold(adviser: Screen): Promise<string> {
  const own = { direction: 'by_doctor', kind: 'colleague_comment', setting: 'private_practice' };
  const reference = await logAnIncident(adviser, 'Post that waits for a name', 'Useless.', {
    ...own,
    seenOn: today(),
  });
  await askForAdvice(adviser, reference, {
    'patient-information': {
      patient_info_disclosed: 'false',
      patient_identifiable: 'no',
      post_still_live: 'true',
      wrong_recipient_or_outsider: 'false',
    },
  });
  await adviser.visit(`/cases/${reference}/triage/override`);
  await adviser.enter({ route: 'regulator_advice', reason: 'The employer asks for it.' });
  await adviser.press('Record this decision');
  const sheet = `/cases/${reference}/worksheets/regulator-threshold`;
  await adviser.visit(sheet);
  await adviser.press('Open this worksheet');
  await adviser.enter(THRESHOLD);
  await adviser.press('Save');
  await adviser.enter({ insightHow: 'The post is gone.', viewWhyNot: 'It was put right.' });
  await adviser.press('Save');
  return sheet;
}
