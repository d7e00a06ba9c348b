import type { Journey, Stage } from '../journey.js';
import type { Screen } from '../screen.js';
import { logAnIncident } from './log-an-incident.js';
import { grantRight } from './rights.js';
import { adoptAdvice, askForAdvice } from './triage.js';

const SUMMARY = 'A newspaper asks about waiting times at a practice. A post about it is public.';

/** From a journalist's call to the answer: what the press office does, and what it does not see. */
export const pressOffice: readonly Journey[] = [
  {
    name: 'press: an enquiry, a safe summary, a holding line that two approve, its release and the answer',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const press = await stage.as('press@mdo.example');
      const reference = await logAnIncident(
        adviser,
        'Newspaper calls about a review',
        'I waited two hours and nobody listened to me.',
      );
      await askForAdvice(adviser, reference, {
        reach: { media_interest: 'enquiry' },
      });
      await adoptAdvice(adviser);
      await logEnquiry(adviser, reference);
      await press.visit('/press');
      await press.visit(`/press/${reference}`);
      await press.requireWords('No summary yet', 'The Daily Example');
      await handOver(adviser, reference);
      const path = await draftHoldingLine(press, reference);
      await approveByTwo(stage, reference, path);
      await release(press, path);
      await recordAnswer(press, reference);
      await adviser.visit(`/cases/${reference}/press`);
      await adviser.requireWords('Answered');
      await adviser.visit(`/cases/${reference}/timeline`);
      await press.visit('/exports');
    },
  },
];

async function logEnquiry(adviser: Screen, reference: string): Promise<void> {
  await adviser.visit(`/cases/${reference}/press`);
  await adviser.visit(`/cases/${reference}/press/enquiries/new`);
  const status = await adviser.pressRefused('Log the enquiry');
  if (status < 400) throw new Error(`The unfinished enquiry was answered with ${status}.`);
  await adviser.enter({
    outlet: 'The Daily Example',
    journalist: 'Robin Quill',
    contact: '07700 900999',
    deadlineAt: `${new Date().getUTCFullYear() + 1}-03-02T17:00`,
    asked: 'Do you have a comment on the waiting times?',
  });
  await adviser.press('Log the enquiry');
  await adviser.requireWords('The enquiry is logged');
  await adviser.follow('The Daily Example');
  await adviser.requireWords('Robin Quill');
}

async function handOver(adviser: Screen, reference: string): Promise<void> {
  await adviser.visit(`/cases/${reference}/press`);
  await adviser.enter({ text: 'A newspaper asks about Mrs Smith, date of birth 3 May 1961.' });
  const status = await adviser.pressRefused('Hand over to the press office');
  if (status !== 422) throw new Error(`A summary that names somebody was answered with ${status}.`);
  await adviser.requireWords('What the check says');
  await adviser.enter({ text: SUMMARY });
  await adviser.press('Hand over to the press office');
  await adviser.requireWords(SUMMARY);
}

async function draftHoldingLine(press: Screen, reference: string): Promise<string> {
  await press.visit(`/press/${reference}`);
  await press.requireWords(SUMMARY);
  await press.follow('Holding line for the press');
  await press.enter({ 'inputs-nextStep': 'We have no more to add at present.' });
  await press.press('Make the statement');
  const { path } = press;
  await press.press('Send for approval');
  await press.requireWords('waits for two approvals');
  return path;
}

/** The author is the only press officer, so two approvers decide: the second has the right by name. */
async function approveByTwo(stage: Stage, reference: string, path: string): Promise<void> {
  const own = path.replace('/press/', '/cases/').replace('/statements/', '/drafts/');
  const approver = await stage.as('approver@mdo.example');
  await approver.visit('/approvals');
  await approver.visit(`${own}/approval`);
  await approver.press('Approve this text');
  await approver.requireWords('Your approval is recorded');
  await approver.visit(`${own}/approval`);
  await approver.requireWords('You have approved it');
  const to = { organisation: 'mdo', role: 'adviser' } as const;
  await grantRight(stage, to, 'draft:approve-press', 'There is one press officer only.');
  const adviser = await stage.as('adviser@mdo.example');
  await adviser.visit('/approvals');
  await adviser.requireWords(reference);
  await adviser.visit(`${own}/approval`);
  await adviser.press('Approve this text');
  await adviser.requireWords('The text is approved');
}

async function release(press: Screen, path: string): Promise<void> {
  await press.visit(`${path}/approval`);
  await press.visit(path);
  await press.press('Release this text');
  await press.enter({ way: 'sent', place: 'The Daily Example' });
  await press.press('Record it');
  await press.requireWords('Sent on');
}

async function recordAnswer(press: Screen, reference: string): Promise<void> {
  await press.visit(`/press/${reference}/enquiries/new`);
  await press.visit(`/press/${reference}`);
  await press.follow('The Daily Example');
  await press.enter({ answer: 'The released holding line.' });
  await press.press('Record the answer');
  await press.requireWords('Answered');
}
