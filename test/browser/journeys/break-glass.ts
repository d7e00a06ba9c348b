import type { Journey } from '../journey.js';
import type { Screen } from '../screen.js';
import { startDraft } from './drafting.js';
import { logAnIncident } from './log-an-incident.js';
import { grantRight } from './rights.js';

const DANGER = 'The writer says that they will not live until tomorrow.';

/** One person lets a text out because a life is in danger, and another answers for it the next day. */
export const breakGlass: readonly Journey[] = [
  {
    name: 'break-glass: a text goes out on the word of one person, and only a review ends its task',
    run: async (stage) => {
      const to = { organisation: 'trust', role: 'adviser' } as const;
      await grantRight(stage, to, 'draft:approve-high', 'There is one lead adviser only.');
      const [lead, second] = [
        await stage.as('approver@trust.example'),
        await stage.as('adviser@trust.example'),
      ];
      const reference = await logAnIncident(lead, 'Post that speaks of dying', 'It is the end.', {
        setting: 'private_practice',
      });
      await letOut(lead, reference);
      await requireTaskStands(lead, reference);
      const dpo = await stage.as('dpo@trust.example');
      await dpo.visit('/break-glass');
      await dpo.requireWords(reference, 'Not reviewed');
      await dpo.visit('/notices');
      await review(second, reference);
      await second.visit(`/cases/${reference}/tasks`);
      await second.requireWords('Tasks that ended', 'Done');
    },
  },
];

async function letOut(lead: Screen, reference: string): Promise<void> {
  await startDraft(lead, reference, 'T-PUB-ACK-CO');
  await lead.follow('A life is in danger and nobody else can be reached');
  const status = await lead.pressRefused('Release it now');
  if (status !== 422) throw new Error(`A release without a word was answered ${status}.`);
  await lead.enter({ isLifeInDanger: 'true', reason: DANGER, isWaiverKnown: 'true' });
  await lead.press('Release it now');
  await lead.requireWords('Released by one person alone', 'To be reviewed by');
  await lead.follow('Read it and the review');
  await lead.requireWords(DANGER, 'You released this text');
}

async function requireTaskStands(lead: Screen, reference: string): Promise<void> {
  await lead.visit(`/cases/${reference}/tasks`);
  await lead.requireWords('It ends when that is done');
  await lead.follow('Review the text that was released by one person alone');
  const ending = lead.page.getByRole('button', { name: /Mark as done|Cancel the task/ });
  if ((await ending.count()) > 0) throw new Error('The task of the review is ended by hand.');
  await lead.visit(`/cases/${reference}/closing`);
  await lead.enter({ outcome: 'kept', reason: 'It is over.', cancelTasks: 'on' });
  const status = await lead.pressRefused('Close the case');
  if (status !== 409) throw new Error(`The case was closed over a review: ${status}.`);
}

async function review(second: Screen, reference: string): Promise<void> {
  await second.visit('/break-glass');
  await second.follow(reference);
  await second.requireWords(DANGER, 'Your review');
  await second.enter({ verdict: 'right', note: 'The police confirmed the danger.' });
  await second.press('Sign the review');
  await second.visit('/break-glass');
  await second.requireWords('It was right to release it');
}
