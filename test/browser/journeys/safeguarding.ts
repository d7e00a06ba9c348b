import type { Journey } from '../journey.js';
import type { Screen } from '../screen.js';
import { fillIn, openWorksheet, readWhole, signOff, takeStep } from './filling-in.js';
import { logAnIncident, today } from './log-an-incident.js';
import { pressRefusedAt } from './refusals.js';
import { grantRight } from './rights.js';
import { adoptAdvice, askForAdvice, NOBODY_IN_DANGER } from './triage.js';

const CONCERN = {
  about: 'child',
  who: 'A child of about seven, in the picture of the review',
  concern: 'Bruises on both arms in the picture',
  immediate: 'no',
  toldFamily: 'no',
  recipient: 'Example children’s social care',
} as const;

/** A concern about a child: referred at once by the safeguarding lead, and followed to an answer. */
export const safeguarding: readonly Journey[] = [
  {
    name: 'safeguarding: a concern in a post is referred by the lead, told by telephone and answered',
    run: async (stage) => {
      const adviser = await stage.as('adviser@trust.example');
      const reference = await logAnIncident(adviser, 'A picture that worries', 'Look at this.');
      await askForAdvice(adviser, reference, {
        safety: { ...NOBODY_IN_DANGER, safeguarding_concern: 'true' },
      });
      await adviser.requireWords('Safeguarding');
      await adoptAdvice(adviser);
      await writeDown(adviser, reference);
      await adviser.requireWords('The safeguarding lead signs it off.');
      const lead = { organisation: 'trust', role: 'approver' } as const;
      await grantRight(stage, lead, 'worksheet:sign-safeguarding', 'Is our safeguarding lead.');
      await refer(await stage.as('approver@trust.example'), reference);
      await follow(adviser, reference);
    },
  },
];

async function writeDown(adviser: Screen, reference: string): Promise<void> {
  await openWorksheet(adviser, reference, 'Safeguarding referral');
  await adviser.enter({ seenAt: '2199-01-07T09:30', concern: CONCERN.concern });
  await pressRefusedAt(adviser, 'Save', 'seenAt', { concern: CONCERN.concern });
  await fillIn(
    adviser,
    { ...CONCERN, seenAt: `${today()}T00:00` },
    { notToldWhy: 'Telling them may put the child at risk.' },
  );
  await adviser.requireWords('Nothing is missing');
  await adviser.follow('Read, print or sign off');
}

async function refer(lead: Screen, reference: string): Promise<void> {
  await lead.visit(`/cases/${reference}/worksheets/safeguarding-referral/sign-off`);
  await lead.enter({ decision: 'refer' });
  await pressRefusedAt(lead, 'Sign off', 'reason', { decision: 'refer' });
  await signOff(lead, reference, 'safeguarding-referral', {
    decision: 'refer',
    reason: 'A child may be at risk.',
  });
}

async function follow(adviser: Screen, reference: string): Promise<void> {
  await adviser.visit(`/cases/${reference}/tasks`);
  await adviser.requireWords('Make the safeguarding referral today, by telephone first');
  await adviser.visit(`/cases/${reference}/referrals`);
  await adviser.requireWords(CONCERN.recipient);
  await adviser.visit(`/cases/${reference}/worksheets/safeguarding-referral`);
  await pressRefusedAt(adviser, 'Record that they were told', 'toldAt');
  const told = { toldAt: `${today()}T00:00`, toldWhom: 'The duty social worker' };
  await takeStep(adviser, 'Record that they were told', told);
  await adviser.visit(`/cases/${reference}/tasks`);
  await adviser.requireWords('Ask the safeguarding team what was done');
  await adviser.visit(`/cases/${reference}/worksheets/safeguarding-referral`);
  const answered = { theirReference: 'SC-1', outcome: 'They visit today.' };
  await takeStep(adviser, 'Record what they did', answered);
  await adviser.requireWords('Answered');
  await readWhole(adviser, 'SC-1', 'They visit today.');
}
