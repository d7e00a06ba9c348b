import type { Journey, Stage } from '../journey.js';
import type { Screen } from '../screen.js';
import { beginDraft, haveReleased } from './drafting.js';
import { fillIn, openWorksheet, signOff, takeStep } from './filling-in.js';
import { logAnIncident, today } from './log-an-incident.js';
import { pressRefusedAt } from './refusals.js';
import { adoptAdvice, askForAdvice } from './triage.js';

const COMPLAINT = {
  receivedOn: today(),
  way: 'page',
  procedure: 'public',
  from: 'patient',
  grievance: 'Waited for weeks and was not told why.',
  subjects: 'access',
  profession: 'medical',
  safety: 'no',
} as const;

/** A complaint beneath a post: written down, acknowledged in private, and its clock met. */
export const formalComplaint: readonly Journey[] = [
  {
    name: 'formal complaint: it is written down, acknowledged by letter within its days, and the clock is met',
    run: async (stage) => {
      const adviser = await stage.as('adviser@trust.example');
      const reference = await logAnIncident(
        adviser,
        'A complaint beneath a post',
        'I have complained to the trust and heard nothing for weeks.',
        { platform: 'facebook', setting: 'nhs_trust' },
      );
      await askForAdvice(adviser, reference, {
        content: { yes: 'raises_care_concern' },
        processes: { yes: 'formal_complaint_received' },
      });
      await adviser.requireWords('Private contact');
      await adoptAdvice(adviser);
      await writeDown(adviser, reference);
      await acknowledge(stage, adviser, reference);
      await meetTheClock(adviser, reference);
    },
  },
];

async function writeDown(adviser: Screen, reference: string): Promise<void> {
  await openWorksheet(adviser, reference, 'Formal complaint');
  await adviser.enter({ receivedOn: '2199-01-07', grievance: COMPLAINT.grievance });
  await pressRefusedAt(adviser, 'Save', 'receivedOn', { grievance: COMPLAINT.grievance });
  await fillIn(adviser, COMPLAINT);
  await adviser.requireWords('Nothing is missing');
  await signOff(adviser, reference, 'formal-complaint');
  await adviser.visit(`/cases/${reference}/tasks`);
  await adviser.requireWords('Acknowledge the complaint');
}

async function acknowledge(stage: Stage, adviser: Screen, reference: string): Promise<void> {
  await beginDraft(adviser, reference, 'T-CMP-ACK-ENG');
  await adviser.enter({ 'inputs-addressee': 'Sir or Madam' });
  await pressRefusedAt(adviser, 'Make the draft', 'inputs-handler', {
    'inputs-addressee': 'Sir or Madam',
  });
  await adviser.enter({
    'inputs-handler': 'Kim Carer, complaints manager',
    'facts-complaint-receivedOn': today(),
    'facts-response-dueOn': '2199-01-07',
  });
  await adviser.press('Make the draft');
  await haveReleased(adviser, await stage.as('approver@trust.example'));
  await adviser.enter({ way: 'sent', happenedOn: today(), place: 'By post to the complainant' });
  await adviser.press('Record it');
  await adviser.requireWords('Sent on');
  await adviser.visit(`/cases/${reference}/worksheets/formal-complaint`);
  await pressRefusedAt(adviser, 'Record the acknowledgement', 'acknowledgedOn');
  await takeStep(adviser, 'Record the acknowledgement', { acknowledgedOn: today() });
  await adviser.requireWords('Acknowledged');
}

async function meetTheClock(adviser: Screen, reference: string): Promise<void> {
  await adviser.visit(`/cases/${reference}/deadlines`);
  await adviser.follow(/[Aa]cknowledge/);
  await adviser.press('Mark as met');
  await adviser.visit(`/cases/${reference}/deadlines`);
  await adviser.requireWords(/Ended[\s\S]*[Aa]cknowledge/);
}
