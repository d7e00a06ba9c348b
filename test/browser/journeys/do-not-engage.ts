import type { Journey, Stage } from '../journey.js';
import type { Screen } from '../screen.js';
import { beginDraft, haveReleased } from './drafting.js';
import { fillIn, openWorksheet, readWhole, signOff, takeStep } from './filling-in.js';
import { today } from './log-an-incident.js';
import { pressRefusedAt } from './refusals.js';
import { acceptRequest, sendRequest } from './requests.js';
import { adoptAdvice, askForAdvice } from './triage.js';

const POST = 'Quack quack quack. Come on, doctor, answer me if you dare.';
const WATCH =
  'We keep a record and watch whether the post spreads. We will tell you if our advice changes.';

/** Not answering as a decision: its reasons, the letter that the doctor reads, and the second look. */
export const doNotEngage: readonly Journey[] = [
  {
    name: 'do not engage: a troll is left alone, the doctor reads why, and somebody looks again',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const doctor = await stage.as('doctor@mdo.example');
      const request = await sendRequest(doctor, {
        link: { url: 'https://maps.example/r/troll', account: 'Quacker', postText: POST },
      });
      const reference = await acceptRequest(adviser, request, {
        title: 'A troll wants an answer',
        kind: 'trolling',
      });
      await askForAdvice(adviser, reference, { content: { yes: 'is_troll' } });
      await adviser.requireWords(/Don.t engage/);
      await adoptAdvice(adviser);
      await writeDownWhy(adviser, reference);
      await explain(stage, adviser, reference);
      await doctor.visit(`/my/requests/${request}`);
      await doctor.requireWords('From your adviser', 'Our advice is not to reply in public', WATCH);
      await lookAgain(adviser, reference);
    },
  },
];

async function writeDownWhy(adviser: Screen, reference: string): Promise<void> {
  await adviser.visit(`/cases/${reference}`);
  await adviser.press('Go to its worksheets');
  await openWorksheet(adviser, reference, 'Do not engage');
  const why = 'It wants a reaction, and a reply would bring it more readers.';
  const reasons = ['provocation', 'opinion'];
  await fillIn(adviser, { reasons, why, relookOn: '2199-01-07', advice: ['no-reply', 'block'] });
  await adviser.requireWords('the doctor has to keep a copy first');
  await fillIn(adviser, { advice: 'capture' });
  await adviser.requireWords('Nothing is missing');
  await signOff(adviser, reference, 'no-engagement');
  await adviser.visit(`/cases/${reference}/tasks`);
  await adviser.requireWords('Send the doctor the advice sheet', 'Look at the post again', /2199/);
}

async function explain(stage: Stage, adviser: Screen, reference: string): Promise<void> {
  await beginDraft(adviser, reference, 'T-DOC-EXPLAIN');
  await pressRefusedAt(adviser, 'Make the draft', 'inputs-nextStep');
  await adviser.enter({ 'inputs-nextStep': WATCH });
  await adviser.press('Make the draft');
  await haveReleased(adviser, await stage.as('approver@mdo.example'));
}

async function lookAgain(adviser: Screen, reference: string): Promise<void> {
  await adviser.visit(`/cases/${reference}/worksheets/no-engagement`);
  await pressRefusedAt(adviser, 'Record the second look', 'lookedOn');
  await takeStep(adviser, 'Record the second look', { lookedOn: today(), found: 'quiet' });
  await adviser.requireWords('Looked at again');
  await readWhole(adviser, 'It is quiet, or gone');
}
