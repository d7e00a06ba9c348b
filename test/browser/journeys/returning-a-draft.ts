import type { Journey } from '../journey.js';
import type { Screen } from '../screen.js';
import { draftText, sendForApproval, startDraft, writeAndCheck } from './drafting.js';
import { logAnIncident } from './log-an-incident.js';

const LANTERNS = 'Lanterns hang in our garden every winter.';

/** The approver says of words what should change, sees what is new, and says of each typed sentence that all may read it. */
export const returningADraft: readonly Journey[] = [
  {
    name: 'approval: words are marked with mouse and keys, returned, mended, and ticked one by one',
    run: async (stage) => {
      const [adviser, approver] = [
        await stage.as('adviser@trust.example'),
        await stage.as('approver@trust.example'),
      ];
      const setting = { setting: 'private_practice' };
      const reference = await logAnIncident(adviser, 'Words of our own', 'Never again.', setting);
      await startDraft(adviser, reference, 'T-PUB-ACK-UK');
      const shipped = await draftText(adviser);
      await writeAndCheck(adviser, `${LANTERNS}\n\n${shipped}`);
      await adviser.requireWords('What the approver is asked about', LANTERNS);
      const path = await sendForApproval(adviser);
      await approver.visit(`${path}/approval`);
      await commentByMouse(approver);
      await commentByKeys(approver);
      await approver.enter({ comment: 'Nearly there.' });
      await approver.press('Return to the author');
      await mend(adviser, path);
      await tick(approver, path);
    },
  },
];

async function commentByMouse(approver: Screen): Promise<void> {
  const { page } = approver;
  const taking = page.getByRole('button', { name: 'Comment on the selected words' });
  await taking.click();
  await approver.requireWords('Select words of the text first.');
  await page.locator('#draft-text').scrollIntoViewIfNeeded();
  const place = await page.locator('#draft-text').evaluate((text) => {
    const range = document.createRange();
    range.setStart(text.firstChild!, 0);
    range.setEnd(text.firstChild!, 'Lanterns'.length);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { left, right, y: (top + bottom) / 2 };
  });
  await page.mouse.move(place.left + 1, place.y);
  await page.mouse.down();
  await page.mouse.move(place.right, place.y, { steps: 5 });
  await page.mouse.up();
  await taking.click();
  await requireChosen(approver, 'place1', '0-8', 'Lanterns');
  await page.keyboard.type('Say lamps.');
}

/** Without a mouse: to the text, to its second word and the one after, to the button. */
async function commentByKeys(approver: Screen): Promise<void> {
  const { page } = approver;
  await page.evaluate(() => document.getSelection()?.removeAllRanges());
  await page.locator('#draft-text').focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight']) {
    await page.keyboard.press(key);
  }
  const taking = page.getByRole('button', { name: 'Comment on the selected words' });
  for (let tabs = 0; tabs < 40; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await taking.evaluate((button) => button === document.activeElement)) break;
  }
  await page.keyboard.press('Enter');
  await requireChosen(approver, 'place2', '9-16', 'hang in');
  await page.keyboard.type('Say where.');
}

async function requireChosen(
  approver: Screen,
  field: string,
  value: string,
  words: string,
): Promise<void> {
  const select = approver.page.locator(`select[name="${field}"]`);
  const chosen = await select.evaluate((one) => {
    const { value: at, selectedOptions } = one as HTMLSelectElement;
    return `${at} ${selectedOptions[0]?.text}`;
  });
  if (chosen !== `${value} ${words}`) throw new Error(`The words “${chosen}” were taken.`);
  await requireFocus(approver, field.replace('place', 'note'));
}

/** The browser moves the focus once it has drawn the row that was opened. */
async function requireFocus({ page }: Screen, name: string): Promise<void> {
  for (let looks = 0; looks < 20; looks += 1) {
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('name'));
    if (focused === name) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`${name} has not the focus.`);
}

/** The comments are marked as done when the text is another, and not before. */
async function mend(adviser: Screen, path: string): Promise<void> {
  await adviser.visit(path);
  await adviser.requireWords(
    'Nearly there.',
    '“Lanterns”',
    'Say lamps.',
    '“hang in”',
    'Say where.',
  );
  await adviser.requireWords('Once the text has changed, you can mark each comment as done.');
  await adviser.inspectState('returned');
  const text = (await draftText(adviser)).replace('Lanterns hang', 'Lamps hang');
  await writeAndCheck(adviser, text);
  await adviser.requireWords('These words have changed');
  await adviser.inspectState('mended');
  await adviser.press(/Say lamps/);
  await adviser.press(/Say where/);
  await adviser.requireWords('Comments that are done');
  await sendForApproval(adviser);
}

async function tick(approver: Screen, path: string): Promise<void> {
  await approver.visit(`${path}/approval`);
  await approver.requireWords('What the author has changed since you read it', 'Lamps hang');
  await approver.requireWords('Comments that are done');
  await approver.inspectState('mended');
  const status = await approver.pressRefused('Approve this text');
  if (status !== 422) throw new Error(`Unread sentences were answered ${status}.`);
  for (const box of await approver.page.locator('main form [type="checkbox"]').all()) {
    await box.check();
  }
  await approver.press('Approve this text');
  await approver.visit(path);
  await approver.requireWords('Approved by');
}
