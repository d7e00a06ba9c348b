import type { Journey, Stage } from '../journey.js';
import type { Screen } from '../screen.js';
import { fillIn, openWorksheet, signOff, takeStep } from './filling-in.js';
import { logAnIncident, today } from './log-an-incident.js';
import { pressRefusedAt } from './refusals.js';
import { recordSent } from './reporting-a-post.js';
import { adoptAdvice, askForAdvice } from './triage.js';

const BRIEF = {
  variant: 'conduct',
  recipientRole: 'supervisor',
  recipientName: 'Dr Sam Example, education centre',
  facts: 'A post about a rota was rude. It is gone.',
  doctorKnows: 'yes',
} as const;

/** What an employer is told: with the doctor's knowledge, and a supervisor only with consent. */
export const employerBrief: readonly Journey[] = [
  {
    name: 'employer: no supervisor is told without the doctor’s consent; with it the brief is decided and sent',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const reference = await logAnIncident(adviser, 'Rude about the rota', 'What clowns.', {
        direction: 'by_doctor',
        kind: 'offensive_content',
        platform: 'facebook',
      });
      await askForAdvice(adviser, reference, {
        'patient-information': {
          patient_info_disclosed: 'false',
          patient_identifiable: 'no',
          post_still_live: 'false',
          wrong_recipient_or_outsider: 'false',
        },
        conduct: { yes: 'offensive_or_discriminatory' },
      });
      await adviser.requireWords('Employer');
      await adoptAdvice(adviser);
      await askTheDoctor(adviser, reference);
      await decide(stage, reference);
      await send(adviser, reference);
    },
  },
];

async function askTheDoctor(adviser: Screen, reference: string): Promise<void> {
  await openWorksheet(adviser, reference, 'Brief to the employer or responsible officer');
  await fillIn(adviser, BRIEF, { doctorSaid: 'They would rather not.', consent: 'no' });
  await adviser.requireWords('without which no supervisor is told');
  await fillIn(
    adviser,
    { doctorSaid: 'They agree, and have seen what is told.', consent: 'yes' },
    { consentOn: today() },
  );
  await adviser.requireWords('Nothing is missing');
}

async function decide(stage: Stage, reference: string): Promise<void> {
  const approver = await stage.as('approver@mdo.example');
  await approver.visit(`/cases/${reference}/worksheets/employer-brief/sign-off`);
  await approver.enter({ reason: 'The doctor asks for it.' });
  await pressRefusedAt(approver, 'Sign off', 'decision', { reason: 'The doctor asks for it.' });
  await signOff(approver, reference, 'employer-brief', {
    decision: 'brief',
    reason: 'The doctor asks for it.',
  });
}

async function send(adviser: Screen, reference: string): Promise<void> {
  await adviser.visit(`/cases/${reference}/referrals`);
  await adviser.follow('Employer or responsible officer');
  await recordSent(adviser, 'HR-12');
  await adviser.visit(`/cases/${reference}/worksheets/employer-brief`);
  await takeStep(adviser, 'Record that it was sent', { sentOn: today() });
  await adviser.visit(`/cases/${reference}/tasks`);
  await adviser.requireWords('Ask whether the brief was read');
  await adviser.visit(`/cases/${reference}/worksheets/employer-brief`);
  await takeStep(adviser, 'Record the answer', { answer: 'Read, and nothing more is planned.' });
  await adviser.requireWords('Answered');
}
