import type { Journey, Stage } from '../journey.js';
import type { Screen } from '../screen.js';
import { fillIn, openWorksheet, readWhole, signOff, takeStep } from './filling-in.js';
import { logAnIncident, today } from './log-an-incident.js';
import { pressRefusedAt } from './refusals.js';
import { releaseReport, writeReport } from './reporting-a-post.js';
import { adoptAdvice, askForAdvice, NOBODY_IN_DANGER } from './triage.js';

const POST = 'You will pay for this. I know which door you use at night.';

const LOG = {
  words: POST,
  forms: 'threat',
  immediacy: 'possible',
  knowsPlace: 'yes',
  captured: 'no',
  plan: 'Reception lets nobody through; a colleague walks with the doctor.',
  employerTold: 'yes',
  doctorAgrees: 'yes',
} as const;

/** A threat: out of sight, in the log, and with the police by a lead adviser's decision. */
export const police: readonly Journey[] = [
  {
    name: 'police: a threat is reported to the site, logged, decided on by the lead adviser and reported',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const reference = await logAnIncident(adviser, 'A threat at the door', POST, {
        kind: 'threat',
        url: 'https://maps.example/r/door',
      });
      await askForAdvice(adviser, reference, {
        safety: { ...NOBODY_IN_DANGER, contains_threat: 'explicit' },
      });
      await adviser.requireWords('Police', 'Moderator');
      await adoptAdvice(adviser);
      await reportToSite(stage, adviser, reference);
      await logThreat(adviser, reference);
      await decide(stage, reference);
      await recordReport(adviser, reference);
    },
  },
];

async function reportToSite(stage: Stage, adviser: Screen, reference: string): Promise<void> {
  const report = await writeReport(adviser, `/cases/${reference}/moderator-reports`, {
    surface: 'review',
    ground: 'bullying_harassment',
    quotes: 'I know which door you use at night.',
  });
  await releaseReport(adviser, await stage.as('approver@mdo.example'), report);
  await adviser.requireWords('Released.');
}

async function logThreat(adviser: Screen, reference: string): Promise<void> {
  await openWorksheet(adviser, reference, 'Threat log and police report');
  await fillIn(adviser, LOG);
  await adviser.requireWords('Keep the evidence first');
  await fillIn(adviser, { captured: 'yes' });
  await adviser.requireWords('Nothing is missing');
  await adviser.follow('Read, print or sign off');
  await adviser.requireWords('A lead adviser signs it off.');
}

async function decide(stage: Stage, reference: string): Promise<void> {
  const approver = await stage.as('approver@mdo.example');
  await approver.visit(`/cases/${reference}/worksheets/police/sign-off`);
  await approver.enter({ decision: 'report' });
  await pressRefusedAt(approver, 'Sign off', 'reason', { decision: 'report' });
  await signOff(approver, reference, 'police', {
    decision: 'report',
    reason: 'The words name a place and a time of day.',
  });
}

async function recordReport(adviser: Screen, reference: string): Promise<void> {
  const task = 'Report it to the police and write down the reference';
  await adviser.visit(`/cases/${reference}/tasks`);
  await adviser.requireWords(task, 'Call the doctor about the safety plan');
  await adviser.visit(`/cases/${reference}/worksheets/police`);
  await adviser.enter({ force: 'Example Police' });
  await pressRefusedAt(adviser, 'Record the report', 'reference');
  const reported = {
    reportedOn: `${today()}T00:00`,
    force: 'Example Police',
    reference: 'EX/77/26',
  };
  await takeStep(adviser, 'Record the report', reported);
  await adviser.requireWords('Reported to the police');
  await readWhole(adviser, 'Example Police', 'EX/77/26');
  await adviser.visit(`/cases/${reference}/referrals`);
  await adviser.requireWords('Police');
  await adviser.visit(`/cases/${reference}/tasks`);
  await adviser.requireWords('Ask the police how it stands');
}
