import type { Journey, Stage } from '../journey.js';
import type { Screen } from '../screen.js';
import { approve, copyReleased, draftText, sendForApproval, startDraft } from './drafting.js';
import { today } from './log-an-incident.js';
import { acceptRequest, sendRequest } from './requests.js';
import { adoptAdvice, askForAdvice } from './triage.js';

const POST = {
  url: 'https://maps.example/r/7',
  account: 'Angry Reader',
  postText: 'I waited two hours and nobody listened to me.',
};

/** The main way through Parapet, from a doctor's first words to the figures of the month. */
export const doctorRequestToReleasedReply: readonly Journey[] = [
  {
    name: 'from a doctor’s request to a released reply, its posting and the figures',
    run: async (stage) => {
      const doctor = await stage.as('doctor@mdo.example');
      const adviser = await stage.as('adviser@mdo.example');
      const request = await sendRequest(doctor, { link: POST });
      const reference = await acceptRequest(adviser, request, {
        title: 'One-star review of the clinic',
        kind: 'negative_review',
      });
      await askForAdvice(adviser, reference, {
        who: { author_identity: 'anonymous', yes: 'provider_can_reply' },
        content: { yes: 'raises_care_concern' },
      });
      await adoptAdvice(adviser);
      const path = await releaseReply(stage, adviser, reference);
      await recordPosting(adviser, path);
      await adviser.visit(`/cases/${reference}/timeline`);
      await doctor.visit(`/my/requests/${request}`);
      await readFigures(stage);
    },
  },
];

async function releaseReply(stage: Stage, adviser: Screen, reference: string): Promise<string> {
  await startDraft(adviser, reference, 'T-PUB-ACK-UK');
  const words = await draftText(adviser);
  const path = await sendForApproval(adviser);
  await approve(await stage.as('approver@mdo.example'), path);
  await adviser.visit(path);
  const copies = await adviser.page.getByRole('button', { name: 'Copy text' }).count();
  if (copies > 0) throw new Error('The text can be copied before it is released.');
  await adviser.press('Release this text');
  const released = await adviser.page.locator('#released-text').innerText();
  if (released.trim() !== words.trim()) throw new Error(`Another text was released: ${released}`);
  await copyReleased(adviser, released);
  return path;
}

async function recordPosting(adviser: Screen, path: string): Promise<void> {
  await adviser.visit(path);
  await adviser.enter({ way: 'posted', happenedOn: today(), place: 'https://maps.example/r/7' });
  await adviser.press('Record it');
  await adviser.requireWords('Posted');
}

async function readFigures(stage: Stage): Promise<void> {
  const manager = await stage.as('manager@mdo.example');
  await manager.visit('/reports');
  await manager.visit('/exports');
  await manager.press('Create export');
  const address = manager.page.url();
  for (let tries = 0; tries < 60; tries += 1) {
    if (/ready|download/i.test(await manager.words())) return;
    await manager.page.waitForTimeout(500);
    await manager.visit(address);
  }
  throw new Error(`The export is not ready after half a minute: ${await manager.words()}`);
}
