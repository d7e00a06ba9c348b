import type { Journey } from '../journey.js';
import type { Screen } from '../screen.js';
import { logAnIncident, today } from './log-an-incident.js';
import { askForAdvice } from './triage.js';
import { THRESHOLD } from './worksheets.js';

/** Consent that leaves out how to withdraw, for a picture that stands on a page of the practice. */
const CONSENT = {
  shows: 'A scar on an arm',
  sort: 'condition',
  consentFrom: 'patient',
  inWriting: 'yes',
  agreedUse: 'teaching',
  agreedPlatforms: 'print',
  agreedPurpose: 'teaching',
  agreedAudience: 'professionals',
  duration: 'until-withdrawn',
  toldWithdrawal: 'no',
  useKind: 'post',
  usePlatform: 'instagram',
  usePurpose: 'promotion',
  useAudience: 'public',
  useOn: '2026-01-05',
  isReuse: 'no',
};

/** What waits for a signature, and what a picture of a patient may be used for. */
export const signatures: readonly Journey[] = [
  {
    name: 'signatures: a worksheet waits for whoever may sign it, is signed and waits no more',
    run: async (stage) => {
      const [adviser, approver] = [
        await stage.as('adviser@trust.example'),
        await stage.as('approver@trust.example'),
      ];
      const sheet = await fillInThreshold(adviser);
      const reference = sheet.split('/')[2]!;
      await adviser.visit('/signatures');
      if ((await adviser.words()).includes(reference)) throw new Error('An author may sign.');
      await approver.visit('/signatures');
      await approver.requireWords(reference);
      await approver.visit(`${sheet}/sign-off`);
      await approver.enter({ decision: 'no-referral', reason: 'It was put right at once.' });
      await approver.press('Sign off');
      await approver.visit('/signatures');
      if ((await approver.words()).includes(reference)) throw new Error('It waits still.');
    },
  },
  {
    name: 'worksheets: consent to a picture is held against its use, and the use is stopped',
    run: async (stage) => {
      const adviser = await stage.as('adviser@trust.example');
      const own = { direction: 'by_doctor', kind: 'colleague_comment' };
      const reference = await logAnIncident(adviser, 'Picture on a page', 'See our work.', own);
      const sheet = `/cases/${reference}/worksheets/image-consent`;
      await adviser.visit(`/cases/${reference}/worksheets`);
      await adviser.visit(sheet);
      await adviser.press('Open this worksheet');
      await adviser.requireWords('What is still missing');
      await adviser.enter(CONSENT);
      await adviser.press('Save');
      await adviser.requireWords('Nothing is missing');
      await adviser.visit(`${sheet}/sign-off`);
      await adviser.requireWords('No consent for this use');
      await adviser.enter({ decision: 'stop', reason: 'It covers teaching alone.' });
      await adviser.press('Sign off');
      await adviser.requireWords('Signed off', 'It covers teaching alone.');
    },
  },
];

async function fillInThreshold(adviser: Screen): Promise<string> {
  const own = { direction: 'by_doctor', kind: 'colleague_comment', setting: 'private_practice' };
  const reference = await logAnIncident(adviser, 'Post that waits for a name', 'Useless.', {
    ...own,
    seenOn: today(),
  });
  await askForAdvice(adviser, reference, {
    'patient-information': {
      patient_info_disclosed: 'false',
      patient_identifiable: 'no',
      post_still_live: 'true',
      wrong_recipient_or_outsider: 'false',
    },
  });
  await adviser.visit(`/cases/${reference}/triage/override`);
  await adviser.enter({ route: 'regulator_advice', reason: 'The employer asks for it.' });
  await adviser.press('Record this decision');
  const sheet = `/cases/${reference}/worksheets/regulator-threshold`;
  await adviser.visit(sheet);
  await adviser.press('Open this worksheet');
  await adviser.enter(THRESHOLD);
  await adviser.press('Save');
  await adviser.enter({ insightHow: 'The post is gone.', viewWhyNot: 'It was put right.' });
  await adviser.press('Save');
  return sheet;
}
