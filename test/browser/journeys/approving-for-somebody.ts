import type { Journey, Stage } from '../journey.js';
import type { Screen } from '../screen.js';
import { approve, draftText, sendForApproval, startDraft, writeAndCheck } from './drafting.js';
import { logAnIncident } from './log-an-incident.js';

const COVER = {
  name: 'Cara Cover',
  email: 'cover@trust.example',
  password: 'nine quiet otters drift slowly',
};

/** The only lead adviser is away: the colleague who stands in approves for them, until they are back. */
export const approvingForSomebody: readonly Journey[] = [
  {
    name: 'approval: whoever stands in for the lead adviser approves for them, with both names on it',
    run: async (stage) => {
      const cover = await addCover(stage);
      const lead = await stage.as('approver@trust.example');
      await goAway(lead);
      const adviser = await stage.as('adviser@trust.example');
      const setting = { setting: 'private_practice' };
      const reference = await logAnIncident(adviser, 'Lead away', 'Never again.', setting);
      await startDraft(adviser, reference, 'T-PUB-ACK-UK');
      await writeAndCheck(adviser, `${await draftText(adviser)}\n\nOur garden is open to all.`);
      const draft = await sendForApproval(adviser);
      await cover.visit('/approvals');
      await cover.requireWords('You can decide for');
      await cover.visit(`${draft}/approval`);
      await cover.requireWords('You decide for', 'Both names stand on the approval.');
      await cover.inspectState('for-somebody');
      await approve(cover, draft);
      await adviser.visit(draft);
      await adviser.requireWords(`${COVER.name} for `, 'who was away');
      await lead.visit('/my/settings');
      await lead.press('I am here again');
    },
  },
];

async function addCover(stage: Stage): Promise<Screen> {
  const admin = await stage.as('admin@trust.example');
  await admin.visit('/admin/people/new');
  await admin.enter({ ...COVER, role: 'adviser' });
  await admin.press('Add person');
  const screen = await stage.visitor('cover-trust');
  return screen.signIn(COVER);
}

async function goAway(lead: Screen): Promise<void> {
  await lead.visit('/my/settings');
  await lead.enter({ awayUntil: '2199-01-01' });
  await lead.page.locator('select[name="coverId"]').selectOption({ label: COVER.name });
  await lead.tick('They approve drafts for me while I am away');
  await lead.press('Save absence');
  await lead.requireWords(`${COVER.name} stands in for you and approves drafts for you.`);
  await lead.inspectState('away');
}
