import type { Journey } from '../journey.js';
import { logAnIncident, today } from './log-an-incident.js';
import { askForAdvice } from './triage.js';

/** What is answered of a post that is below the threshold of the regulator. */
export const THRESHOLD = {
  facts: 'The doctor posted twice about a colleague.',
  disputed: 'Whether the colleague can be made out.',
  reportable: 'no',
  standards: 'A1.p14',
  seriousness: 'below',
  seriousnessWhy: 'No patient was at risk.',
  pattern: 'once',
  insight: 'full',
  expression: 'Opinion on staffing is protected; the names are not.',
  restraint: 'no',
  local: 'worked',
  localWhat: 'An apology was made and taken.',
  view: 'nobody',
  doctorTold: 'no',
  recommendation: 'No referral.',
} as const;

/** Tasks of a case, and worksheets from the first question to the signature. */
export const worksheetJourneys: readonly Journey[] = [
  {
    name: 'worksheets: adds a task, is asked about it on closing, and finishes it',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const reference = await logAnIncident(adviser, 'Case with a task', 'Never again.');
      await adviser.visit(`/cases/${reference}/tasks`);
      const status = await adviser.pressRefused('Add task');
      if (status < 400) throw new Error(`A task without words was answered ${status}.`);
      await adviser.enter({ title: 'Ring the practice manager', dueOn: today() });
      await adviser.press('Add task');
      await adviser.visit(`/cases/${reference}`);
      await adviser.requireWords('Tasks (1)', 'Ring the practice manager');
      await adviser.visit(`/cases/${reference}/closing`);
      await adviser.requireWords('Tasks that are not done', 'Cancel them with this case');
      await adviser.visit(`/cases/${reference}/tasks`);
      await adviser.follow('Ring the practice manager');
      await adviser.press('Mark as done');
      await adviser.requireWords('Task done', 'There is nothing to do on this case');
    },
  },
  {
    name: 'worksheets: records the support that a doctor was given on a worksheet, and calls again',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const reference = await logAnIncident(adviser, 'A doctor who is shaken', 'Vile.');
      await adviser.visit(`/cases/${reference}/worksheets`);
      await adviser.follow('Support for the doctor');
      await adviser.press('Open this worksheet');
      await adviser.requireWords('What is still missing', 'How are they?');
      await adviser.enter({ spokenOn: '2199-01-07T09:30', howTheyAre: 'Shaken' });
      const status = await adviser.pressRefused('Save');
      if (status < 400) throw new Error(`A call in the future was answered ${status}.`);
      await adviser.enter({ spokenOn: `${today()}T00:00`, risk: 'no', support: 'counselling' });
      await adviser.enter({ callBackOn: '2199-01-07' });
      await adviser.press('Save');
      await adviser.requireWords('Nothing is missing');
      await adviser.follow('Read, print or sign off');
      await adviser.press('Sign off');
      await adviser.requireWords('Signed off', 'T-SUPPORT');
      await adviser.visit(`/cases/${reference}/tasks`);
      await adviser.requireWords('Call the doctor again');
    },
  },
  {
    name: 'worksheets: adviser and approver weigh the regulator’s threshold, and decide against a referral',
    run: async (stage) => {
      const [adviser, approver] = [
        await stage.as('adviser@mdo.example'),
        await stage.as('approver@mdo.example'),
      ];
      const own = { direction: 'by_doctor', kind: 'colleague_comment' };
      const reference = await logAnIncident(adviser, 'Post on a colleague', 'Useless.', own);
      await askForAdvice(adviser, reference, {
        'patient-information': {
          patient_info_disclosed: 'false',
          patient_identifiable: 'no',
          post_still_live: 'true',
          wrong_recipient_or_outsider: 'false',
        },
      });
      await adviser.visit(`/cases/${reference}/triage/override`);
      await adviser.enter({
        route: 'regulator_advice',
        reason: 'The employer asks whether to refer.',
      });
      await adviser.press('Record this decision');
      await adviser.visit(`/cases/${reference}/worksheets/regulator-threshold`);
      await adviser.press('Open this worksheet');
      await adviser.enter(THRESHOLD);
      await adviser.press('Save');
      await adviser.enter({ insightHow: 'The post is gone.', viewWhyNot: 'It was put right.' });
      await adviser.press('Save');
      await adviser.visit(`/cases/${reference}/worksheets/regulator-threshold/sign-off`);
      await adviser.requireWords('signs it off');
      await approver.visit(`/cases/${reference}/worksheets/regulator-threshold/sign-off`);
      const status = await approver.pressRefused('Sign off');
      if (status < 400) throw new Error(`A decision without a reason was answered ${status}.`);
      await approver.enter({ decision: 'no-referral', reason: 'It was put right at once.' });
      await approver.press('Sign off');
      await approver.requireWords('Signed off', 'No referral', 'It was put right at once.');
    },
  },
];
