import type { Journey, Stage } from '../journey.js';
import type { Screen } from '../screen.js';
import { haveReleased, startDraft } from './drafting.js';
import { fillIn, openWorksheet, signOff, takeStep } from './filling-in.js';
import { today } from './log-an-incident.js';
import { pressRefusedAt } from './refusals.js';
import { acceptRequest, sendRequest } from './requests.js';
import { grantRight } from './rights.js';
import { adoptAdvice, askForAdvice } from './triage.js';

const CHECK = {
  helpWanted: 'action',
  activity: 'published',
  personPlace: 'nobody',
  facts: 'The doctor wants to go to law about a review.',
  inMembership: 'yes',
  ruleText: 'Rule 4.2, edition of 2026: legal action of a member’s own is not funded.',
} as const;

/** A wish to go to law: whether it lies within the indemnity, decided by people and told kindly. */
export const indemnityScope: readonly Journey[] = [
  {
    name: 'indemnity: scope is decided by the indemnity team, and a kind letter goes by a second person',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const doctor = await stage.as('doctor@mdo.example');
      const request = await sendRequest(doctor, {
        words: { words: 'I want to take them to court, and need help with the costs.' },
      });
      const reference = await acceptRequest(adviser, request, {
        title: 'Asks for the costs of going to law',
        kind: 'negative_review',
      });
      await askForAdvice(adviser, reference, {
        content: { yes: 'content_is_opinion_only' },
        reach: { yes: 'asks_for_defamation_funding' },
      });
      await adviser.requireWords('Indemnity');
      await adoptAdvice(adviser);
      await checkScope(stage, adviser, reference);
      await startDraft(adviser, reference, 'T-SCOPE');
      await haveReleased(adviser, await stage.as('approver@mdo.example'));
      await doctor.visit(`/my/requests/${request}`);
      await doctor.requireWords('What your membership may cover', 'Please do not take this');
      await recordTold(adviser, reference);
    },
  },
];

async function checkScope(stage: Stage, adviser: Screen, reference: string): Promise<void> {
  await openWorksheet(adviser, reference, 'Indemnity scope check');
  await fillIn(adviser, CHECK);
  await adviser.requireWords('Nothing is missing');
  await adviser.follow('Read, print or sign off');
  await adviser.requireWords('somebody else signs it off: somebody of the indemnity or claims team');
  const team = { organisation: 'mdo', role: 'approver' } as const;
  await grantRight(stage, team, 'worksheet:sign-indemnity', 'Is of the claims team.');
  const claims = await stage.as('approver@mdo.example');
  await claims.visit(`/cases/${reference}/worksheets/indemnity-scope/sign-off`);
  await claims.enter({ decision: 'advice-only' });
  await pressRefusedAt(claims, 'Sign off', 'reason', { decision: 'advice-only' });
  const reason = 'Rule 4.2: advice, and no funding.';
  await signOff(claims, reference, 'indemnity-scope', { decision: 'advice-only', reason });
}

async function recordTold(adviser: Screen, reference: string): Promise<void> {
  await adviser.visit(`/cases/${reference}/tasks`);
  await adviser.requireWords('Tell the doctor what was decided on scope, kindly');
  await adviser.visit(`/cases/${reference}/worksheets/indemnity-scope`);
  await pressRefusedAt(adviser, 'Record that the doctor was told', 'toldOn');
  await takeStep(adviser, 'Record that the doctor was told', { toldOn: today() });
  await adviser.requireWords('The doctor was told');
}
