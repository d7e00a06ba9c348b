import type { Screen } from '../screen.js';
import { haveReleased } from './drafting.js';
import { today } from './log-an-incident.js';
import { pressRefusedAt } from './refusals.js';

/**
 * Writes a report by the form of a case, after an unfinished one was refused.
 *
 * @param page where the form is.
 * @param report kind of thing, rule and quotation, by the names of their fields.
 * @returns the path of the report
 */
export async function writeReport(
  screen: Screen,
  page: string,
  { ground, ...rest }: Readonly<Record<string, string>> & { readonly ground: string },
): Promise<string> {
  await screen.visit(page);
  await screen.enter(rest);
  await pressRefusedAt(screen, 'Write the report', 'ground', rest);
  await screen.enter({ ground });
  await screen.press('Write the report');
  return screen.path;
}

/** Has the text of a report approved and released, and leaves the screen on the report. */
export async function releaseReport(screen: Screen, approver: Screen, report: string) {
  await screen.visit(report);
  await screen.follow('Open the draft');
  await haveReleased(screen, approver);
  await screen.visit(report);
}

/** Records that the report or referral that the screen shows was sent today. */
export async function recordSent(screen: Screen, theirReference: string): Promise<void> {
  await screen.type('Day it was sent', today());
  await screen.type('Their reference', theirReference);
  await screen.press('Record as sent');
}
