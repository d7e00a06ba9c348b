import { aPng } from '../../support/evidence.js';
import type { Journey } from '../journey.js';
import type { Screen } from '../screen.js';
import { acceptRequest, sendRequest } from './requests.js';

const SHOWS = 'The review as I saw it on my telephone';

/** What a doctor sends with a request is evidence of its case, sealed as it came. */
export const doctorsFiles: readonly Journey[] = [
  {
    name: 'files: a doctor’s picture is read by the adviser and becomes evidence of the case',
    run: async (stage) => {
      const doctor = await stage.as('doctor@mdo.example');
      const adviser = await stage.as('adviser@mdo.example');
      const request = await sendRequest(doctor);
      await sendPicture(doctor, request);
      await takeOneBack(doctor, request);
      await adviser.visit(`/requests/${request}`);
      await adviser.requireWords('Pictures and files of the doctor', SHOWS);
      const named = { title: 'Review with a picture', kind: 'negative_review' };
      const reference = await acceptRequest(adviser, request, named);
      await untilEvidence(adviser, reference);
      await adviser.follow(/^E1/);
      await adviser.requireWords('Custody', SHOWS);
      const picture = adviser.page.getByRole('img', { name: SHOWS });
      const width = await picture.evaluate((shown) => (shown as HTMLImageElement).naturalWidth);
      if (width < 1) throw new Error('The picture of the doctor is not shown.');
      await doctor.visit(`/my/requests/${request}`);
      await doctor.requireWords('screenshot.png');
      await doctor.follow('Why it stays');
      await doctor.requireWords('This file stays', 'evidence of your case');
    },
  },
];

/** A second picture is sent only once there is a connection, and taken back for good. */
async function takeOneBack(doctor: Screen, request: string): Promise<void> {
  const { page } = doctor;
  await doctor.enter({ seenAt: '2026-01-05T09:30' });
  const file = { name: 'by-mistake.png', mimeType: 'image/png', buffer: aPng() };
  await page.locator('[name="file"]').setInputFiles(file);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Send it' }).click();
  await page.getByText('nothing was sent').waitFor();
  await page.context().setOffline(false);
  await page.waitForTimeout(1_000);
  await doctor.press('Send it');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'by-mistake.png' })
    .getByRole('link', { name: /^Take it back/ })
    .click();
  await page.waitForLoadState('load');
  await doctor.requireWords('We delete it for good', 'by-mistake.png');
  await doctor.press('Take it back');
  await doctor.requireWords('You have taken the file back');
  await doctor.visit(`/my/requests/${request}/files`);
  if ((await doctor.words()).includes('by-mistake.png'))
    throw new Error('The file is there still.');
}

async function sendPicture(doctor: Screen, request: string): Promise<void> {
  await doctor.visit(`/my/requests/${request}/files`);
  await doctor.requireWords('Do not send patient records', 'No picture or file yet.');
  await doctor.enter({ shows: SHOWS, seenAt: '2026-01-05T09:30' });
  const status = await doctor.pressRefused('Send it');
  if (status !== 422) throw new Error(`A form without a file was answered ${status}.`);
  await doctor.requireWords('Choose a file', 'The file has to be chosen again');
  const file = { name: 'screenshot.png', mimeType: 'image/png', buffer: aPng() };
  await doctor.page.locator('[name="file"]').setInputFiles(file);
  await doctor.press('Send it');
  await doctor.requireWords('What you have sent', 'screenshot.png');
}

/** The worker takes the files of an accepted request to the case. */
async function untilEvidence(adviser: Screen, reference: string): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    await adviser.visit(`/cases/${reference}/evidence`);
    if ((await adviser.words()).includes('E1')) return;
    await adviser.page.waitForTimeout(500);
  }
  throw new Error('The picture of the doctor is no evidence after twenty seconds.');
}
