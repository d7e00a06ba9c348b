import type { Journey, Stage } from '../journey.js';
import type { Screen } from '../screen.js';
import { draftText, startDraft } from './drafting.js';
import { logAnIncident } from './log-an-incident.js';

const TEMPLATE = '/admin/templates/T-PUB-ACK-CO';
const OWN = 'We read every word that is written about us here.';
const BLOCKED = 'We are sorry that your operation hurt, Mrs Kelly.';

/** An organisation's own words for a template: written by one person, in force by another, and taken back. */
export const wordingATemplate: readonly Journey[] = [
  {
    name: 'templates: own words are blocked, mended, published by a second person, and taken back',
    run: async (stage) => {
      const admin = await stage.as('admin@trust.example');
      const approver = await stage.as('approver@trust.example');
      const path = await prepare(admin);
      await publish(approver, path);
      const adviser = await stage.as('adviser@trust.example');
      await requireInDrafts(adviser, true);
      await rollBack(stage, admin);
      await requireInDrafts(adviser, false);
    },
  },
];

async function prepare(admin: Screen): Promise<string> {
  await admin.visit('/admin/templates');
  await admin.visit(TEMPLATE);
  await admin.press(/Word it in your own way|Go on with the words/);
  const words = admin.page.locator('textarea[name="body"]');
  const shipped = await words.inputValue();
  await admin.enter({ body: `${shipped}\n\n${BLOCKED}` });
  await admin.press('Save and look at it');
  await admin.requireWords('The check blocks these words', 'The people and addresses are invented');
  const proposing = admin.page.getByRole('button', { name: 'Propose this version' });
  if ((await proposing.count()) > 0) throw new Error('Blocked words can be proposed.');
  const path = admin.path;
  await admin.visit(`${path}/wording`);
  await admin.enter({ body: `${shipped}\n\n${OWN}` });
  await admin.press('Save and look at it');
  await admin.requireWords('0 blocked', 'the text is the same to the byte');
  await admin.enter({ note: 'We want to say that we read it.' });
  await admin.press('Propose this version');
  await admin.requireWords('Another person, who has not worked on this version, publishes it.');
  const publishing = admin.page.getByRole('button', { name: 'Publish: in force from now' });
  if ((await publishing.count()) > 0) throw new Error('Who wrote the words can publish them.');
  return path;
}

async function publish(approver: Screen, path: string): Promise<void> {
  await approver.visit('/admin/templates');
  await approver.visit(path);
  await approver.press('Publish: in force from now');
  await approver.requireWords('These words are in force');
}

async function rollBack(stage: Stage, admin: Screen): Promise<void> {
  await admin.visit(TEMPLATE);
  await admin.requireWords(OWN, 'Back to the words of Parapet');
  await admin.enter({ note: 'They were too many words.' });
  await admin.press('Propose them');
  await publish(await stage.as('approver@trust.example'), admin.path);
}

async function requireInDrafts(adviser: Screen, isThere: boolean): Promise<void> {
  const reference = await logAnIncident(adviser, 'Review of a clinic', 'Never again.', {
    setting: 'private_practice',
  });
  await startDraft(adviser, reference, 'T-PUB-ACK-CO');
  if ((await draftText(adviser)).includes(OWN) !== isThere) {
    throw new Error(`The own words are ${isThere ? 'not ' : 'still '}in a new draft.`);
  }
}
