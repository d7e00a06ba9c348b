import { computeDeadline } from '#deadlines';
import type { Answers } from '../answers.js';
import type { CaseAtSigning, Missing, WorksheetKind } from '../kind.js';
import { courtNotes } from './court-notes.js';
import { gatesClosed, LEGAL_GATES } from './legal-gates.js';

/**
 * Before any letter of a lawyer: the plain warning, the nine gates, the day after which it is too late, and who decides.
 *
 * @source B.defam, B.slapp: law is not used to silence a grievance; S.themis on cost and reputation
 */
export const LEGAL_NOTICE: WorksheetKind = {
  id: 'legal-notice',
  routes: ['platform_legal_notice'],
  title: 'Legal notice: gates and decision',
  intro: [
    'A legal notice is slow and costly, and often brings more readers to the post. Doctors who sued have drawn dozens of new hostile reviews.',
    'It may be made for a false statement of fact that does serious harm, and never to silence a complaint. Talk to counsel before anything is sent.',
  ],
  nationIntro: courtNotes,
  citations: ['B.defam', 'B.slapp', 'S.themis'],
  sections: [
    {
      title: 'The warning',
      questions: [
        {
          id: 'warned',
          label:
            'Has the doctor been told, in plain words, what it costs and what it may do to their name?',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'warnedOn',
          label: 'When, and by whom?',
          type: 'line',
          isRequired: true,
        },
        {
          id: 'firstPublishedOn',
          label: 'On which day was it first published?',
          hint: 'One year from then it is too late in all five nations; in Ireland a court may allow two',
          type: 'date',
          isRequired: true,
          isPast: true,
        },
      ],
    },
    {
      title: 'The nine gates',
      intro: 'Each of them has to be open. Write no patient’s details anywhere here.',
      questions: LEGAL_GATES,
    },
    {
      title: 'Who decides',
      questions: [
        {
          id: 'words',
          label: 'The statement complained of, exactly as posted',
          type: 'text',
          isRequired: true,
        },
        {
          id: 'proof',
          label: 'How is it shown to be untrue, without any record?',
          type: 'text',
          isRequired: true,
        },
        {
          id: 'memberConsent',
          label: 'Has the doctor agreed to this step in writing?',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'decidedBy',
          label: 'Who makes the decision with the solicitor?',
          type: 'person',
          isRequired: true,
        },
      ],
    },
    {
      title: 'What came of it',
      stage: 'after',
      questions: [
        { id: 'sentOn', label: 'Sent on', type: 'date', isPast: true },
        { id: 'answer', label: 'What the recipient answered', type: 'text' },
      ],
    },
  ],
  fills: [
    { templates: ['T-LEGAL-NOTICE', 'T-DSA16'], field: 'inputs.words', question: 'words' },
    { templates: ['T-LEGAL-NOTICE', 'T-DSA16'], field: 'inputs.falsity', question: 'proof' },
  ],
  signOff: {
    right: 'worksheet:sign-legal',
    by: 'A solicitor',
    needsOther: true,
    decisions: [
      { value: 'notice', text: 'Prepare a notice to the platform' },
      { value: 'counsel', text: 'Ask counsel first' },
      { value: 'no-notice', text: 'Send no notice' },
    ],
    stops: outOfTime,
    check: (answers) => [
      ...gatesClosed(answers),
      ...(['warned', 'memberConsent'] as const)
        .filter((question) => answers[question] === 'no')
        .map((question) => ({ question, text: NOT_YET[question] })),
    ],
    brings: {
      clocks: [{ deadline: 'defamation_1y', startFrom: 'firstPublishedOn' }],
      tasks: [
        {
          key: 'counsel',
          title: 'Ask counsel about a legal notice',
          workingDays: 3,
          when: { decision: 'counsel' },
        },
        {
          key: 'prepare',
          title: 'Prepare the legal notice',
          workingDays: 3,
          when: { decision: 'notice' },
        },
      ],
    },
  },
  states: {
    sent: { text: 'Sent by a person', colour: 'blue' },
    finished: { text: 'Finished', colour: 'green' },
  },
  steps: [
    {
      id: 'sent',
      label: 'Record that it was sent',
      from: ['signed'],
      to: 'sent',
      needs: ['sentOn'],
      brings: {
        tasks: [{ key: 'answer', title: 'See what the recipient did', workingDays: 5 }],
      },
    },
    {
      id: 'finished',
      label: 'Record the answer',
      from: ['sent'],
      to: 'finished',
      needs: ['answer'],
    },
  ],
  templates: ['T-LEGAL-NOTICE', 'T-DSA16'],
  permits: { route: 'platform_legal_notice', decisions: ['notice'] },
};

const NOT_YET = {
  warned: 'The doctor has to be warned first, and the warning written down',
  memberConsent: 'Nothing is done without the doctor’s agreement',
} as const;

/** The gate of time is held against the day that was given: a year is over in every nation on the same day. */
function outOfTime(
  { today }: CaseAtSigning,
  { firstPublishedOn, gateTime }: Answers,
): readonly Missing[] {
  if (typeof firstPublishedOn !== 'string' || gateTime !== 'yes') return [];
  const question = { deadline: 'defamation_1y', jurisdiction: 'england' } as const;
  const { due } = computeDeadline({ ...question, start: firstPublishedOn });
  if (due === null || due >= today) return [];
  const ended = new Date(`${due}T00:00:00Z`).toLocaleDateString('en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  const text = `Stop: by the day that is given here the year ended on ${ended}. Put the day right, or answer “No”.`;
  return [{ question: 'gateTime', text }];
}
