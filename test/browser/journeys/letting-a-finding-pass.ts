import type { Journey, Stage } from '../journey.js';
import type { Screen } from '../screen.js';
import { approve, draftText, sendForApproval, startDraft, writeAndCheck } from './drafting.js';
import { logAnIncident } from './log-an-incident.js';

const POST = 'Waited an hour and the doctor was rude.';
const HARMFUL = 'We are sorry that your operation in June went badly.';
const WHY = 'The patient has agreed in writing to these words.';
const SECOND_LEAD = {
  name: 'Lena Lead',
  email: 'second-lead@mdo.example',
  password: 'seven calm herons wade slowly',
};

/** Words that the check stops and that have to stay: two people answer for them, neither of them the author. */
export const lettingAFindingPass: readonly Journey[] = [
  {
    name: 'approver: two of them let blocked words pass with a reason, and the text goes out',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const reference = await logAnIncident(adviser, 'Words that must stay', POST);
      await startDraft(adviser, reference, 'T-PUB-ACK-UK');
      const draft = adviser.path;
      await writeAndCheck(adviser, `${await draftText(adviser)}\n${HARMFUL}`);
      await adviser.requireWords('cannot be sent yet');
      await adviser.follow('These words must stay as they are');
      await adviser.requireWords('two other people decide');
      const waivers = adviser.path;
      const lead = await stage.as('approver@mdo.example');
      await letPass(lead, waivers);
      const second = await addSecondLead(stage);
      await agree(second, reference);
      await adviser.visit(draft);
      await adviser.requireWords(WHY, `Agreed by ${SECOND_LEAD.name}`);
      await sendForApproval(adviser);
      await second.visit(`${draft}/approval`);
      await second.requireWords('Findings that approvers let pass', WHY);
      await approve(second, draft);
      await adviser.visit(draft);
      await adviser.press('Release this text');
      await adviser.requireWords(HARMFUL, WHY);
    },
  },
];

async function letPass(lead: Screen, waivers: string): Promise<void> {
  await lead.visit(waivers);
  const findings = lead.page.locator('main [name="finding"]');
  await findings.first().check();
  const status = await lead.pressRefused('Let this finding pass');
  if (status !== 422) throw new Error(`A waiver without a reason was answered ${status}.`);
  while ((await findings.count()) > 0) {
    await findings.first().check();
    await lead.enter({ reason: WHY });
    await lead.press('Let this finding pass');
  }
  await lead.inspectState('let-pass');
  await lead.requireWords('another lead adviser has to agree');
  await requireNoButton(lead, /^Agree/);
  await lead.visit('/waivers');
  await lead.requireWords('Another lead adviser decides');
}

async function addSecondLead(stage: Stage): Promise<Screen> {
  const admin = await stage.as('admin@mdo.example');
  await admin.visit('/admin/people/new');
  await admin.enter({ ...SECOND_LEAD, role: 'approver' });
  await admin.press('Add person');
  const screen = await stage.visitor('second-lead-mdo');
  return screen.signIn(SECOND_LEAD);
}

async function agree(second: Screen, reference: string): Promise<void> {
  await second.visit('/approvals');
  await second.follow('Findings that wait for a second approver');
  await second.requireWords(reference, 'You can decide');
  await second.page.locator('main tr', { hasText: reference }).getByRole('link').first().click();
  await second.page.waitForURL(/\/waivers$/);
  const agreeing = second.page.getByRole('button', { name: /^Agree/ });
  await agreeing.first().waitFor();
  while ((await agreeing.count()) > 0) await second.press(/^Agree/);
  await second.inspectState('agreed');
  await second.requireWords('Nothing stops this text any more');
}

async function requireNoButton(screen: Screen, name: RegExp): Promise<void> {
  if ((await screen.page.getByRole('button', { name }).count()) > 0) {
    throw new Error(`${screen.path} offers one person both halves of a decision.`);
  }
}
