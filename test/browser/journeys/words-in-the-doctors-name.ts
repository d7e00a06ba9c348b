import type { Journey } from '../journey.js';
import type { Screen } from '../screen.js';
import {
  approve,
  copyReleased,
  draftText,
  sendForApproval,
  startDraft,
  writeAndCheck,
} from './drafting.js';
import { logAnIncident, today } from './log-an-incident.js';
import { acceptRequest, sendRequest } from './requests.js';

const TOO_MUCH = ', and I will not say more here';
const COMMENT = 'Please leave out that I will not say more. It sounds cold.';

/** Words go out in a doctor's own name when the doctor has agreed to exactly these. */
export const wordsInTheDoctorsName: readonly Journey[] = [
  {
    name: 'the doctor agrees to the words in their name, on a phone, after asking for a change',
    run: async (stage) => {
      const doctor = await stage.as('doctor@mdo.example');
      const adviser = await stage.as('adviser@mdo.example');
      const approver = await stage.as('approver@mdo.example');
      const request = await sendRequest(doctor);
      const named = { title: 'Words about a colleague', kind: 'misinformation' };
      await startDraft(adviser, await acceptRequest(adviser, request, named), 'T-RETRACT');
      const first = await draftText(adviser);
      const path = await sendForApproval(adviser);
      await approve(approver, path);
      await requireWaiting(adviser, path, 'on the page of their request');
      await asksForAChange(doctor, request, first);
      await adviser.visit(path);
      await adviser.requireWords('Returned for changes', COMMENT);
      await adviser.inspectState('other-words-asked');
      const second = first.replace(TOO_MUCH, '');
      await writeAndCheck(adviser, second);
      await sendForApproval(adviser);
      await approve(approver, path);
      await requireWaiting(adviser, path, 'on the page of their request');
      await agrees(doctor, request, second);
      await releaseAgreed(adviser, path, second);
    },
  },
  {
    name: 'adviser: records that a doctor agrees to the words in their name who has no page here',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const reference = await logAnIncident(adviser, 'Words by telephone', 'Never again.');
      await startDraft(adviser, reference, 'T-RETRACT');
      const text = await draftText(adviser);
      const path = await sendForApproval(adviser);
      await approve(await stage.as('approver@mdo.example'), path);
      await requireWaiting(adviser, path, 'who has no page here');
      const proof = 'Read aloud, and heard by two of us.';
      await adviser.enter({ way: 'telephone', agreedOn: '2199-01-01', proof });
      const status = await adviser.pressRefused('Record that the doctor agrees');
      if (status !== 422) throw new Error(`A day that has not come was answered ${status}.`);
      await adviser.requireWords('That day has not come yet');
      await adviser.enter({ agreedOn: today() });
      await adviser.press('Record that the doctor agrees');
      await adviser.requireWords('By telephone, recorded by', proof);
      await releaseAgreed(adviser, path, text);
    },
  },
];

/** An approved text that waits for the doctor can neither be released nor copied. */
async function requireWaiting(adviser: Screen, path: string, words: string): Promise<void> {
  await adviser.visit(path);
  await adviser.requireWords('It waits for the doctor', words);
  await adviser.inspectState(words.replaceAll(' ', '-'));
  for (const name of ['Release this text', 'Copy text']) {
    const buttons = await adviser.page.getByRole('button', { name }).count();
    if (buttons > 0) throw new Error(`“${name}” is there before the doctor has agreed.`);
  }
}

async function asksForAChange(doctor: Screen, request: string, text: string): Promise<void> {
  await readOnThePhone(doctor, request, text);
  const status = await doctor.pressRefused('Ask for a change');
  if (status !== 422) throw new Error(`A change without words was answered ${status}.`);
  await doctor.requireWords('Say what you would like to be changed');
  await doctor.enter({ comment: COMMENT });
  await doctor.press('Ask for a change');
  await doctor.requireWords('Your adviser is told what you would like to be changed.');
  await doctor.inspectState('change-asked');
  if ((await doctor.words()).includes('Words in your name')) {
    throw new Error('Words that were given back still stand on the doctor’s page.');
  }
}

async function agrees(doctor: Screen, request: string, text: string): Promise<void> {
  await readOnThePhone(doctor, request, text);
  await doctor.press('I agree to these words');
  await doctor.requireWords('You have agreed to these words.', 'You agreed to these words on');
  await doctor.inspectState('agreed');
}

/** The doctor reads the exact words on a screen of 360 px. */
async function readOnThePhone(doctor: Screen, request: string, text: string): Promise<void> {
  await doctor.visit(`/my/requests/${request}`);
  await doctor.inspectState('words-to-read');
  await doctor.page.setViewportSize({ width: 360, height: 800 });
  await doctor.requireWords('Nothing is sent until you agree.');
  const read = await doctor.page.locator('#words + article .parapet-typed').innerText();
  if (read.trim() !== text.trim()) throw new Error(`The doctor reads other words: ${read}`);
}

async function releaseAgreed(adviser: Screen, path: string, text: string): Promise<void> {
  await adviser.visit(path);
  await adviser.requireWords('The doctor agreed to exactly these words');
  await adviser.inspectState('doctor-has-agreed');
  await adviser.press('Release this text');
  const released = await adviser.page.locator('#released-text').innerText();
  if (released.trim() !== text.trim()) throw new Error(`Another text was released: ${released}`);
  await copyReleased(adviser, released);
}
