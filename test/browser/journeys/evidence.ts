import type { Journey } from '../journey.js';
import type { Screen } from '../screen.js';
import { aPng } from '../../support/evidence.js';
import { logAnIncident } from './log-an-incident.js';

const LATE = '2199-01-05';

/** Evidence from the first picture to a hold that a second person lifts. */
export const evidenceJourneys: readonly Journey[] = [
  {
    name: 'evidence: a picture is kept, an altered text put beside it, and both are held',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const reference = await logAnIncident(
        adviser,
        'Advice quoted in part',
        'He says: never rest.',
      );
      await adviser.visit(`/cases/${reference}/evidence`);
      await adviser.requireWords('Nothing is kept yet');
      await keepPicture(adviser);
      await keepAltered(adviser, reference);
      await setHold(adviser, reference);
      const hold = await askToLift(adviser);
      const approver = await stage.as('approver@mdo.example');
      await approver.visit(hold);
      await approver.enter({ decision: 'lift', decisionReason: 'The inquest is over.' });
      await approver.press('Decide');
      await approver.requireWords('The hold is lifted.', 'The inquest is over.');
    },
  },
];

async function keepPicture(adviser: Screen): Promise<void> {
  await adviser.follow('Keep a picture or file');
  const status = await adviser.pressRefused('Keep it');
  if (status !== 422) throw new Error(`A form without a file was answered ${status}.`);
  await adviser.requireWords('The file has to be chosen again');
  const file = { name: 'post.png', mimeType: 'image/png', buffer: aPng() };
  await adviser.page.locator('[name="file"]').setInputFiles(file);
  await adviser.enter({ shows: 'The post as it stood in the morning' });
  await adviser.press('Keep it');
  await adviser.requireWords('Custody', 'Evidence kept and sealed');
  const picture = adviser.page.getByRole('img', { name: 'The post as it stood in the morning' });
  const width = await picture.evaluate((shown) => (shown as HTMLImageElement).naturalWidth);
  if (width !== 1) throw new Error('The picture is not shown.');
  await adviser.enter({ state: 'gone', goneBy: 'author' });
  await adviser.press('Record it');
  await adviser.requireWords('Taken away by its author');
}

async function keepAltered(adviser: Screen, reference: string): Promise<void> {
  await adviser.visit(`/cases/${reference}/evidence/new/words`);
  await adviser.page.locator('[name="alteredFrom"]').selectOption({ index: 1 });
  await adviser.enter({ text: 'He says: rest.' });
  await adviser.press('Keep it');
  await adviser.follow('Original and altered, side by side');
  await adviser.requireWords('Original: E1', 'Altered: E2', 'He says: rest.');
  await adviser.visit(`/cases/${reference}/evidence`);
}

async function setHold(adviser: Screen, reference: string): Promise<void> {
  await adviser.visit(`/cases/${reference}/holds`);
  await adviser.enter({ askedBy: 'coroner', reason: 'A notice came.', reviewOn: LATE });
  await adviser.press('Set the hold');
  await adviser.requireWords('On hold.', 'A notice came.');
}

async function askToLift(adviser: Screen): Promise<string> {
  await adviser.follow('On the whole case');
  const hold = adviser.path;
  await adviser.enter({ liftReason: 'They have what they asked for.' });
  await adviser.press('Ask to lift it');
  await adviser.visit(hold);
  await adviser.requireWords('You asked to lift it');
  return hold;
}
