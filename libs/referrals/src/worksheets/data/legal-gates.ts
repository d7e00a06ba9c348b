import type { Answers } from '../answers.js';
import type { Missing, Question } from '../kind.js';

/** One gate: a question, the answer that opens it, and what is said where it is closed. */
interface Gate {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly opensWith: 'yes' | 'no';
  readonly closed: string;
}

/** @source domain facts behind `legal_notice_ok` of the shipped rule pack; B.defam, B.slapp, B.s5 */
const GATES: readonly Gate[] = [
  {
    id: 'gateFact',
    label: 'Is it a statement of fact that can be checked, and no opinion?',
    opensWith: 'yes',
    closed: 'Honest opinion is not actionable',
  },
  {
    id: 'gateFalse',
    label: 'Is that statement untrue?',
    opensWith: 'yes',
    closed: 'What is true cannot be attacked',
  },
  {
    id: 'gateProof',
    label: 'Can that be shown without any patient’s record?',
    opensWith: 'yes',
    closed: 'A proof that needs the record would disclose it',
  },
  {
    id: 'gateHarm',
    label: 'Is there evidence of serious harm to the doctor’s name?',
    hint: 'Cancelled bookings, lost referrals, steps by an employer',
    opensWith: 'yes',
    closed: 'Without serious harm there is no claim',
  },
  {
    id: 'gateTime',
    label: 'Was it first published less than a year ago?',
    opensWith: 'yes',
    closed: 'It is out of time unless a lawyer says otherwise',
  },
  {
    id: 'gateModerator',
    label: 'Has the site’s moderator refused a report?',
    opensWith: 'yes',
    closed: 'The moderator comes first',
  },
  {
    id: 'gateGrievance',
    label: 'Is it in truth a complaint about care?',
    opensWith: 'no',
    closed: 'Law is not used to silence a grievance: the complaint comes first',
  },
  {
    id: 'gateOwnFake',
    label: 'Has the doctor, or anybody for them, posted reviews that are not genuine?',
    opensWith: 'no',
    closed: 'Who has posted false reviews should not go to law about one',
  },
  {
    id: 'gateProcess',
    label: 'Is an inquest, a court, a regulator or the police looking at the same events?',
    opensWith: 'no',
    closed: 'A process is open: its lawyers decide',
  },
];

/** The gates as questions. */
export const LEGAL_GATES = GATES.map(({ id, label, hint }) => ({
  id,
  label,
  ...(hint ? { hint } : {}),
  type: 'yes-no' as const,
  isRequired: true,
})) as unknown as readonly [Question, ...Question[]];

/** The gates that an answer has closed, each in words; unanswered ones are missing by themselves. */
export function gatesClosed(answers: Answers): readonly Missing[] {
  return GATES.filter(({ id, opensWith }) => {
    const answer = answers[id];
    return answer !== undefined && answer !== opensWith;
  }).map(({ id, closed }) => ({ question: id, text: closed }));
}
