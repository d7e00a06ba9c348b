import type { Journey } from '../journey.js';
import type { Screen } from '../screen.js';
import { draftText, startDraft, writeAndCheck } from './drafting.js';
import { logAnIncident } from './log-an-incident.js';

const POST = 'Nobody rang back.';
const MINE = 'We keep the lanterns lit.';
const THEIRS = 'We keep the benches dry.';

/** Waits for words in one part of the page. */
async function awaitWords(screen: Screen, part: string, words: string | RegExp): Promise<void> {
  await screen.page.locator(part).filter({ hasText: words }).first().waitFor();
}

/** Types into the box of the draft that the screen shows, and waits until the words are kept. */
async function typeAndLeaveOff(screen: Screen, text: string): Promise<void> {
  await screen.enter({ text });
  await awaitWords(screen, '#kept-said', /^Saved at \d/);
}

async function requireText(screen: Screen, expected: string): Promise<void> {
  const text = await draftText(screen);
  if (text !== expected) throw new Error(`The box holds “${text}” and not “${expected}”.`);
}

/** What is typed is not lost: to a crash, to the network, or to another person. */
export const editingADraft: readonly Journey[] = [
  {
    name: 'adviser: words that were typed are back after a reload, and wait for the network',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const reference = await logAnIncident(adviser, 'Draft that is typed', POST);
      await startDraft(adviser, reference, 'T-PUB-ACK-UK');
      const sound = await draftText(adviser);
      await typeAndLeaveOff(adviser, `${sound}\n${MINE}`);
      await awaitWords(adviser, '#asked-now', MINE);
      await adviser.visit(adviser.path);
      await requireText(adviser, `${sound}\n${MINE}`);
      await adviser.inspectState('typed');
      await adviser.requireWords('it is not a version yet');
      const context = adviser.page.context();
      await context.setOffline(true);
      await adviser.enter({ text: MINE });
      await awaitWords(adviser, '#kept-said', 'Not saved yet; your words are still here.');
      await context.setOffline(false);
      await awaitWords(adviser, '#kept-said', /^Saved at \d/);
      await adviser.press('Go back to the saved text');
      await requireText(adviser, sound);
    },
  },
  {
    name: 'two advisers: see each other at work, and neither saves over the other',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const approver = await stage.as('approver@mdo.example');
      const reference = await logAnIncident(adviser, 'Draft of two people', POST);
      await startDraft(adviser, reference, 'T-PUB-ACK-UK');
      const { path } = adviser;
      await typeAndLeaveOff(adviser, MINE);
      await approver.visit(path);
      await awaitWords(approver, '#other-editors', /is editing this, since \d/);
      await approver.inspectState('two-at-work');
      await writeAndCheck(approver, THEIRS);
      await typeAndLeaveOff(adviser, `${MINE} And swept.`);
      await awaitWords(adviser, '#newer-version', 'Somebody else has saved another version');
      await adviser.inspectState('overtaken');
      const status = await adviser.pressRefused('Check draft');
      if (status !== 409) throw new Error(`Saving over another version was answered ${status}.`);
      await adviser.requireWords('Another version was saved meanwhile', 'benches dry');
      await requireText(adviser, `${MINE} And swept.`);
      await adviser.press('Check draft');
      await requireText(adviser, `${MINE} And swept.`);
    },
  },
];
