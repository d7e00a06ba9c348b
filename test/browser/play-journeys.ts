import type { Checklist } from '../support/checklist.js';
import type { Installation } from '../support/installation.js';
import { launchChromium } from './chromium.js';
import { Stage } from './journey.js';
import { JOURNEYS } from './journeys/index.js';

/** Plays all journeys, or those whose name has the words, on a running installation. */
export async function playJourneys(
  installation: Installation,
  list: Checklist,
  words = '',
): Promise<void> {
  const browser = await launchChromium();
  const stage = new Stage(browser, installation);
  try {
    for (const journey of JOURNEYS.filter(({ name }) => name.includes(words))) {
      await list.check(journey.name, () => journey.run(stage));
    }
  } finally {
    await stage.close();
    await browser.close();
  }
}
