import { NEXT_STEPS, type NextStep } from '#cases';

/** Why the next step is the next one, and the page where it is taken. */
const PAGES: Record<NextStep, { why: string; page: string }> = {
  triage: { why: 'Some questions decide which route fits.', page: 'triage' },
  decide: { why: 'The questions are answered. A person decides the route.', page: 'triage' },
  draft: { why: 'The route is decided.', page: 'drafts' },
  approve: { why: 'A draft waits for somebody who did not write it.', page: 'drafts' },
  accept: {
    why: 'A text in the doctor’s own name waits for the doctor.',
    page: 'drafts',
  },
  release: { why: 'A text is approved and can be used as it stands.', page: 'drafts' },
  post: { why: 'A text was released. Say when and where it was used.', page: 'drafts' },
  'follow-up': {
    why: 'See what came of it. Close the case when nothing more is due.',
    page: 'closing',
  },
  none: { why: 'Nothing is open here.', page: 'closing' },
};

/** Where a decided route begins with something else than a draft. */
const FIRST_STEPS = new Map<string, { text: string; page: string }>([
  ['moderator_report', { text: 'Write the report', page: 'moderator-reports' }],
  ['press_office', { text: 'Brief the press office', page: 'press' }],
  ...[
    'data_protection',
    'employer_ro',
    'indemnity_scope_check',
    'no_engagement',
    'platform_legal_notice',
    'police_report',
    'private_contact',
    'regulator_advice',
    'remediate_post',
    'safeguarding',
    'wellbeing_support',
  ].map((route) => [route, { text: 'Go to its worksheets', page: 'worksheets' }] as const),
]);

/** Where a decided route is followed up elsewhere than by closing the case. */
const FOLLOW_UPS = new Map<string, { why: string; page: string }>([
  [
    'monitor',
    {
      why: 'It is watched from outside, not answered. Say what is looked at, and look again on the day of review.',
      page: 'worksheets',
    },
  ],
]);

/** What is known of a case that decides on its next step. */
interface Standing {
  readonly nextStep: NextStep;
  readonly primaryRoute: string | null;
}

/** The next step as a worklist names it. */
export function nextStepText({ nextStep, primaryRoute }: Standing): string {
  return (nextStep === 'draft' && firstStep(primaryRoute)?.text) || NEXT_STEPS[nextStep];
}

/** The next step as the page of an open case offers it. @param base address of the case */
export function nextStepOf(base: string, standing: Standing) {
  const { nextStep, primaryRoute } = standing;
  const followUp = nextStep === 'follow-up' ? FOLLOW_UPS.get(primaryRoute ?? '') : undefined;
  const { why, page } = followUp ?? PAGES[nextStep];
  const first = nextStep === 'draft' ? firstStep(primaryRoute) : undefined;
  const text = nextStep === 'none' ? 'Close the case' : nextStepText(standing);
  return { text, why, href: `${base}/${first?.page ?? page}` };
}

function firstStep(route: string | null) {
  return FIRST_STEPS.get(route ?? '');
}
