import type { Journey, Stage } from '../journey.js';
import type { Screen } from '../screen.js';
import { approve, sendForApproval, startDraft } from './drafting.js';
import { fillIn, openWorksheet, signOff, takeStep } from './filling-in.js';
import { logAnIncident, today } from './log-an-incident.js';
import { pressRefusedAt } from './refusals.js';
import { grantRight } from './rights.js';
import { adoptAdvice, askForAdvice } from './triage.js';

const POST = 'This surgeon was struck off in 2019 for fraud.';
const SECTION_5 = 'Notice under section 5 (England and Wales)';

const WARNING = {
  warned: 'yes',
  warnedOn: 'Yesterday, by the adviser',
  firstPublishedOn: today(),
  gateFact: 'yes',
  gateFalse: 'yes',
  gateProof: 'yes',
  gateHarm: 'yes',
  gateTime: 'yes',
  gateModerator: 'no',
  gateGrievance: 'no',
  gateOwnFake: 'no',
  gateProcess: 'no',
  words: POST,
  proof: 'The public register shows an unbroken registration.',
  memberConsent: 'yes',
  decidedBy: 'Ada Adviser',
} as const;

const NOTICE = {
  complainantName: 'Dr Dana Doctor',
  complainantEmail: 'dana@practice.example',
  words: POST,
  where: 'https://maps.example/r/fraud, the second review',
  meaning: 'That the doctor is a fraud who may not practise.',
  untrue: 'The public register shows an unbroken registration.',
  defamatory: 'Bookings fell by half in the week after it.',
  posterUnknown: 'yes',
  passName: 'no',
  passEmail: 'no',
} as const;

const VALID = { decision: 'valid', reason: 'Every item is there.' } as const;

/** Defamation: what has to be open before a notice, and where the notice of section 5 exists. */
export const legal: readonly Journey[] = [
  {
    name: 'legal: nine gates and a solicitor before a notice, and a notice of section 5 that lacks nothing',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const reference = await aDefamationCase(adviser, 'england');
      await grantRight(
        stage,
        { organisation: 'mdo', role: 'approver' },
        'worksheet:sign-legal',
        'Is our solicitor.',
      );
      await passTheGates(stage, adviser, reference);
      await buildNotice(stage, adviser, reference);
      await haveNoticeApproved(stage, adviser, reference);
      await adviser.visit(`/cases/${reference}/worksheets/section-5-notice`);
      await takeStep(adviser, 'Record that the operator has it', { servedAt: `${today()}T00:00` });
      await adviser.requireWords('With the operator');
      await adviser.visit(`/cases/${reference}/deadlines`);
      await adviser.requireWords('The website operator must act on the notice');
    },
  },
  ...(['scotland', 'ireland'] as const).map((nation) => ({
    name: `legal: a case of ${nation} is offered no notice of section 5`,
    run: async (stage: Stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const reference = await aDefamationCase(adviser, nation);
      await adviser.visit(`/cases/${reference}/worksheets`);
      await requireNoOffer(adviser, SECTION_5);
      await adviser.visit(`/cases/${reference}/worksheets/section-5-notice`);
      await adviser.requireWords('It is for cases of England and Wales only.');
      await adviser.visit(`/cases/${reference}/drafts`);
      await requireNoOffer(adviser, 'Notice of complaint to a site');
    },
  })),
];

async function aDefamationCase(adviser: Screen, jurisdiction: string): Promise<string> {
  const reference = await logAnIncident(adviser, `Called a fraud (${jurisdiction})`, POST, {
    kind: 'false_allegation',
    url: 'https://maps.example/r/fraud',
    handle: '@reviewer',
    doctorName: 'Dr Dana Doctor',
    jurisdiction,
    setting: 'private_practice',
  });
  await askForAdvice(adviser, reference, {
    content: {
      yes: ['contains_false_fact', 'falsity_provable_without_records', 'serious_harm_evidence'],
      moderator_outcome: 'refused',
      first_published_days_ago: '0',
    },
  });
  await adoptAdvice(adviser);
  return reference;
}

async function passTheGates(stage: Stage, adviser: Screen, reference: string): Promise<void> {
  await openWorksheet(adviser, reference, 'Legal notice: gates and decision');
  await fillIn(adviser, WARNING);
  await adviser.requireWords('The moderator comes first');
  await fillIn(adviser, { gateModerator: 'yes' });
  await adviser.requireWords('Nothing is missing');
  const solicitor = await stage.as('approver@mdo.example');
  await solicitor.visit(`/cases/${reference}/worksheets/legal-notice/sign-off`);
  await solicitor.enter({ decision: 'notice' });
  await pressRefusedAt(solicitor, 'Sign off', 'reason', { decision: 'notice' });
  const reason = 'False, provable in public, and it has cost patients.';
  await signOff(solicitor, reference, 'legal-notice', { decision: 'notice', reason });
}

async function buildNotice(stage: Stage, adviser: Screen, reference: string): Promise<void> {
  await openWorksheet(adviser, reference, SECTION_5);
  for (const item of Object.keys(NOTICE)) await requireMissing(adviser, item);
  const { meaning, ...rest } = NOTICE;
  await fillIn(adviser, rest);
  await requireMissing(adviser, 'meaning');
  const solicitor = await stage.as('approver@mdo.example');
  await solicitor.visit(`/cases/${reference}/worksheets/section-5-notice/sign-off`);
  await solicitor.enter(VALID);
  await solicitor.pressRefused('Sign off');
  const refusal = solicitor.page.locator('.govuk-error-summary a[href="#meaning"]');
  if ((await refusal.count()) === 0) throw new Error('The notice is signed without its meaning.');
  await fillIn(adviser, { meaning });
  await adviser.requireWords('Nothing is missing');
  await signOff(solicitor, reference, 'section-5-notice', VALID);
}

/** The notice itself needs both: what a solicitor has approved waits for a lead adviser. */
async function haveNoticeApproved(stage: Stage, adviser: Screen, reference: string): Promise<void> {
  const passOn = 'The name and the e-mail address must not be passed on.';
  const asked = { 'inputs-passOn': passOn, 'facts-post-date': today() };
  await startDraft(adviser, reference, 'T-S5-NOTICE', asked);
  const path = await sendForApproval(adviser);
  const solicitor = await stage.as('approver@mdo.example');
  await approve(solicitor, path);
  await solicitor.requireWords('The text needs the other approval');
  await adviser.visit(path);
  await adviser.requireWords(
    'Solicitor: Alex Approver',
    '1 of 2 approvals, waiting for a lead adviser',
  );
}

async function requireMissing(screen: Screen, item: string): Promise<void> {
  const named = screen.page.locator(`section[aria-labelledby="still-missing"] a[href="#${item}"]`);
  if ((await named.count()) === 0) throw new Error(`${item} is not said to be missing.`);
}

async function requireNoOffer(screen: Screen, title: string): Promise<void> {
  if ((await screen.words()).includes(title)) throw new Error(`${screen.path} offers “${title}”.`);
}
