import type { Journey } from '../journey.js';
import type { Screen } from '../screen.js';
import { fillIn, openWorksheet, readWhole, signOff, takeStep } from './filling-in.js';
import { logAnIncident, today } from './log-an-incident.js';
import { pressRefusedAt } from './refusals.js';
import { adoptAdvice, askForAdvice } from './triage.js';

/** What is known before anything changes: no copy yet, and somebody has asked that the post is kept. */
const FIRST = { captured: 'no', held: 'yes', copied: 'unknown' } as const;

/** The same once a copy is kept and nobody holds the post. */
const FREE = { captured: 'yes', held: 'no' } as const;

const POST = {
  context: 'Written late after a long shift.',
  asDoctor: 'named',
  wrong: 'misleading',
  steps: 'take-down',
  insight: 'They see that it misleads, and want it gone.',
} as const;

/** The doctor's own post: kept first, then put right. */
export const ownPost: readonly Journey[] = [
  {
    name: 'own post: it is kept first and not held, then taken down, and what remains is written down',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const reference = await logAnIncident(adviser, 'Own post that misleads', 'Cures all.', {
        direction: 'by_doctor',
        kind: 'misinformation',
        platform: 'x',
      });
      await askForAdvice(adviser, reference, {
        'patient-information': {
          patient_info_disclosed: 'false',
          patient_identifiable: 'no',
          post_still_live: 'true',
          wrong_recipient_or_outsider: 'false',
        },
        conduct: { yes: 'health_misinformation' },
      });
      await adoptAdvice(adviser);
      await putRight(adviser, reference);
      await recordWhatWasDone(adviser, reference);
    },
  },
];

async function putRight(adviser: Screen, reference: string): Promise<void> {
  await openWorksheet(adviser, reference, 'Put an own post right');
  await fillIn(adviser, { ...FIRST, ...POST }, { evidence: 'None; outside their field.' });
  await adviser.requireWords('Keep a full copy first', 'Stop: it has to be kept as it is.');
  await fillIn(adviser, FREE, { capturedBy: 'The adviser; in the evidence of the case' });
  await adviser.requireWords('no copy is sealed on this case');
  await keepWhole(adviser, reference);
  await adviser.visit(`/cases/${reference}/worksheets/own-post`);
  await adviser.requireWords('Nothing is missing');
  await signOff(adviser, reference, 'own-post');
}

async function keepWhole(adviser: Screen, reference: string): Promise<void> {
  await adviser.visit(`/cases/${reference}/evidence/new/words`);
  await adviser.enter({ text: 'Cures all.' });
  await adviser.press('Keep it');
}

async function recordWhatWasDone(adviser: Screen, reference: string): Promise<void> {
  await adviser.visit(`/cases/${reference}/tasks`);
  await adviser.requireWords(
    'See that the doctor has put the post right',
    'Look for copies of the post elsewhere',
  );
  await adviser.visit(`/cases/${reference}/worksheets/own-post`);
  await pressRefusedAt(adviser, 'Record what was done', 'doneOn');
  const doneWords = 'Taken down. One copy remains on another account.';
  await takeStep(adviser, 'Record what was done', { doneOn: today(), doneWords });
  await adviser.requireWords('Put right');
  await readWhole(adviser, doneWords);
}
