import type { Journey } from '../journey.js';
import { approve, draftText, sendForApproval, startDraft, writeAndCheck } from './drafting.js';
import { logAnIncident } from './log-an-incident.js';

const POST = 'Waited an hour and the doctor was rude.';
const HARMFUL = 'We are sorry that your operation in June went badly.';

/** What the guard and the second pair of eyes are for. */
export const draftsThatAreHeld: readonly Journey[] = [
  {
    name: 'adviser: a draft that discloses is blocked, is mended, and may then be sent',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const reference = await logAnIncident(adviser, 'Draft to be mended', POST);
      await startDraft(adviser, reference, 'T-PUB-ACK-UK');
      const sound = await draftText(adviser);
      await writeAndCheck(adviser, `${sound}\n${HARMFUL}`);
      await adviser.requireWords('cannot be sent yet');
      const sending = adviser.page.getByRole('button', { name: 'Send for approval' });
      if ((await sending.count()) > 0) throw new Error('A blocked draft offers to be sent.');
      await writeAndCheck(adviser, sound);
      await sendForApproval(adviser);
    },
  },
  {
    name: 'approver: cannot approve a draft of their own, and somebody else can',
    run: async (stage) => {
      const approver = await stage.as('approver@trust.example');
      const reference = await logAnIncident(approver, 'Draft of an approver', POST, {
        setting: 'private_practice',
      });
      await startDraft(approver, reference, 'T-PUB-ACK-UK');
      const path = await sendForApproval(approver);
      await approver.visit(`${path}/approval`);
      await approver.requireWords('You wrote words of it');
      const approving = approver.page.getByRole('button', { name: 'Approve this text' });
      if ((await approving.count()) > 0) throw new Error('An author is offered the approval.');
      const stranger = await stage.as('approver@mdo.example');
      const status = await stranger.visitRefused(`${path}/approval`);
      if (status !== 404) throw new Error(`Another organisation was answered ${status}.`);
    },
  },
  {
    name: 'approver: approves an adviser’s draft, and a changed character needs a new approval',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const reference = await logAnIncident(adviser, 'Draft changed late', POST, {
        setting: 'private_practice',
      });
      await startDraft(adviser, reference, 'T-PUB-ACK-UK');
      const path = await sendForApproval(adviser);
      await approve(await stage.as('approver@mdo.example'), path);
      await adviser.visit(path);
      await adviser.requireWords('Approved by', 'Any change before that needs a new approval');
    },
  },
];
