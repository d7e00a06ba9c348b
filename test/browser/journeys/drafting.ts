import type { Screen } from '../screen.js';

/** Opens the form of a draft from a template that the drafts of the case offer. */
export async function beginDraft(screen: Screen, reference: string, template: string) {
  await screen.visit(`/cases/${reference}/drafts`);
  const offer = screen.page.locator(`main a[href*="template=${template}"]`).first();
  await screen.visit((await offer.getAttribute('href'))!);
}

/** Makes a draft from a template and leaves the screen on it. */
export async function startDraft(
  screen: Screen,
  reference: string,
  template: string,
  inputs: Readonly<Record<string, string>> = {},
) {
  await beginDraft(screen, reference, template);
  await screen.enter(inputs);
  await screen.press('Make the draft');
}

/** Writes the text of the draft that the screen shows, and has it checked. */
export async function writeAndCheck(screen: Screen, text: string): Promise<void> {
  await screen.enter({ text });
  await screen.press('Check draft');
}

/** The text of the draft that the screen shows. */
export function draftText(screen: Screen): Promise<string> {
  return screen.page.locator('textarea[name="text"]').inputValue();
}

/** Sends the draft that the screen shows. @returns its path. */
export async function sendForApproval(screen: Screen): Promise<string> {
  const { path } = screen;
  await screen.press('Send for approval');
  await screen.requireWords('waits for another person');
  return path;
}

/** Approves a draft, as another person, with a tick for each sentence that was typed by hand. */
export async function approve(screen: Screen, draftPath: string): Promise<void> {
  await screen.visit('/approvals');
  await screen.visit(`${draftPath}/approval`);
  for (const box of await screen.page.locator('main [name="confirmed"]').all()) await box.check();
  await screen.press('Approve this text');
}

/** Has the draft that the screen shows approved by another person, and releases it. @returns its path */
export async function haveReleased(screen: Screen, approver: Screen): Promise<string> {
  const path = await sendForApproval(screen);
  await approve(approver, path);
  await screen.visit(path);
  await screen.press('Release this text');
  return path;
}

/** Copies the released text that the screen shows. @throws Error when something else is copied */
export async function copyReleased(screen: Screen, released: string): Promise<void> {
  await screen.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await screen.page.getByRole('button', { name: 'Copy text' }).click();
  await screen.page.waitForTimeout(300);
  const copied = await screen.page.evaluate(() => navigator.clipboard.readText());
  if (copied.trim() !== released.trim()) throw new Error(`Another text was copied: ${copied}`);
}
