import type { Entered, Screen } from '../screen.js';

/** Opens a worksheet from the list of its case. @param title as the list shows it */
export async function openWorksheet(screen: Screen, reference: string, title: string) {
  await screen.visit(`/cases/${reference}/worksheets`);
  await screen.follow(title);
  await screen.press('Open this worksheet');
  await screen.requireWords('What is still missing');
}

/**
 * Fills in the worksheet that the screen shows. What an answer brings up is asked after it is saved, so each page
 * of answers is saved by itself.
 */
export async function fillIn(screen: Screen, ...pages: readonly Entered[]): Promise<void> {
  for (const answers of pages) {
    await screen.enter(answers);
    await screen.press('Save');
  }
}

/** Signs off a worksheet that lacks nothing. @param words decision and reason, where the kind asks for them */
export async function signOff(
  screen: Screen,
  reference: string,
  kind: string,
  words: Entered = {},
): Promise<void> {
  await screen.visit(`/cases/${reference}/worksheets/${kind}/sign-off`);
  await screen.enter(words);
  await screen.press('Sign off');
  await screen.requireWords('Signed off');
}

/** Saves what came of it on a worksheet that is signed off, and takes the step. */
export async function takeStep(screen: Screen, step: string, answers: Entered): Promise<void> {
  await fillIn(screen, answers);
  await screen.press(step);
}

/** Opens the whole of the worksheet that the screen shows, as it is read and printed. */
export async function readWhole(screen: Screen, ...expected: readonly string[]): Promise<void> {
  await screen.follow('Read or print');
  await screen.requireWords(...expected);
}
