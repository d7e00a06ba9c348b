import type { PersonId } from '#kernel';
import {
  approvalPermission,
  approvalsSoFar,
  type DraftState,
  type SecondSide,
  type MayDecide,
  type SignedApprovals,
  sidesOpen,
  type TemplateAudience,
  type TemplateChannel,
} from '#responses';

/** The states of a draft as people read them. */
export const STATE_TAGS: Record<DraftState, { text: string; colour: string }> = {
  draft: { text: 'Being written', colour: 'blue' },
  submitted: { text: 'Waiting for approval', colour: 'yellow' },
  returned: { text: 'Returned', colour: 'orange' },
  approved: { text: 'Approved', colour: 'green' },
  released: { text: 'Released', colour: 'grey' },
};

/** Which words of a template a draft was made from. */
export function templateWords(draft: {
  readonly templateVersion: number;
  readonly templateNumber: number | null;
}): string {
  const { templateVersion, templateNumber } = draft;
  return templateNumber === null
    ? `version ${templateVersion}`
    : `version ${templateVersion}, own wording ${templateNumber}`;
}

/** How a text goes out. */
export const CHANNEL_WORDS: Record<TemplateChannel, string> = {
  review_reply: 'Reply to a review',
  social_post: 'Post on social media',
  press_statement: 'Press statement',
  template_output: 'Text of a template',
  free_text: 'Message or note',
  moderator_report: 'Report to a site',
  letter: 'Letter',
  regulator_letter: 'Letter to a regulator',
  adviser_email: 'E-mail from the adviser',
};

/** Who reads a text. */
export const AUDIENCE_WORDS: Record<TemplateAudience, string> = {
  public: 'Everybody',
  press: 'The press',
  platform: 'The site that shows the post',
  'platform-legal': 'The legal team of the site',
  complainant: 'The person who complained',
  patient: 'The patient in person',
  doctor: 'The doctor',
  adviser: 'The adviser',
  employer: 'The employer',
  regulator: 'A regulator',
  police: 'The police',
  safeguarding: 'A safeguarding team',
};

export const RISK_TAGS = {
  low: { text: 'Low risk', colour: 'grey' },
  high: { text: 'High risk', colour: 'red' },
} as const;

/** Whether this person may decide on a draft, in words. */
export const MAY_DECIDE_WORDS: Record<MayDecide, string> = {
  yes: 'You can decide',
  'is-contributor': 'You wrote words of it: somebody else decides',
  'has-approved':
    'You have approved it, or somebody has for you: the other approval is somebody else’s',
  'needs-press-officer': 'A press officer decides on it as well',
  'needs-solicitor': 'A solicitor decides on it as well',
  'needs-high-right': 'A lead adviser decides, since the risk is high',
  'needs-right': 'Somebody with the right to approve decides',
};

/** `1 of 2 approvals, waiting for a press officer`: how far a waiting text has come. */
export function progressWords(
  draft: Parameters<typeof approvalsSoFar>[0],
  hasSecondApprover: boolean,
): string {
  const { given, needed, waitingFor } = approvalsSoFar(draft);
  const sides = {
    approver: approvalPermission(draft) === 'draft:approve-low' ? 'an approver' : 'a lead adviser',
    press: hasSecondApprover ? 'a press officer' : 'a second lead adviser',
    solicitor: hasSecondApprover
      ? 'a solicitor'
      : 'a solicitor, whom an administrator has to give the right to sign off legal notices',
  };
  const count = `${given} of ${needed} ${needed === 1 ? 'approval' : 'approvals'}`;
  return waitingFor.length === 0
    ? count
    : `${count}, waiting for ${waitingFor.map((side) => sides[side]).join(' and ')}`;
}

/** The second side at the head of what it has approved. */
const SECOND_SIDE_WORDS: Record<SecondSide, string> = {
  press: 'Press office',
  solicitor: 'Solicitor',
};

/** Who has approved a text of two sides so far, and whose approval is still to come. */
export function approvalWords(
  draft: SignedApprovals,
  nameOf: (id: PersonId) => string | undefined,
): string[] {
  const { secondSide } = draft;
  if (secondSide === null) return [];
  const open = sidesOpen(draft);
  const { approvedBy, approvedFor, secondApprovedBy, secondApprovedFor } = draft;
  return [
    `Approver: ${open.includes('approver') ? 'not yet' : signedWords(approvedBy, approvedFor, nameOf)}`,
    `${SECOND_SIDE_WORDS[secondSide]}: ${open.includes(secondSide) ? 'not yet' : signedWords(secondApprovedBy, secondApprovedFor, nameOf)}`,
  ];
}

/** Who approved, and for whom where they stood in for somebody. */
export function signedWords(
  by: PersonId | null,
  onBehalfOf: PersonId | null,
  nameOf: (id: PersonId) => string | undefined,
): string {
  const said = (id: PersonId | null) => (id && nameOf(id)) || 'somebody';
  return onBehalfOf ? `${said(by)} for ${said(onBehalfOf)}, who was away` : said(by);
}

/** Whether a person may decide, and for whom where it is not for themselves. */
export function mayDecideWords(may: MayDecide, onBehalfOf: string | null): string {
  return may === 'yes' && onBehalfOf !== null
    ? `You can decide for ${onBehalfOf}, who is away`
    : MAY_DECIDE_WORDS[may];
}

/** What is said after an approval: of a text of two sides, the first is not the last. */
export function approvedWords({ state }: { state: DraftState }): [text: string, detail: string] {
  return state === 'approved'
    ? ['The text is approved.', 'It can be released now.']
    : ['Your approval is recorded.', 'The text needs the other approval before it can go.'];
}

/** Words in a text, as people count them. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** A word for a table whose keys come from the database. */
export function wordOf(table: Readonly<Record<string, string>>, key: string): string {
  return table[key] ?? key;
}
