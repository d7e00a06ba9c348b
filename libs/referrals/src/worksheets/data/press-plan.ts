import type { WorksheetKind } from '../kind.js';

/**
 * Who speaks with the press about a case, and what happens once something is published. The press office fills it in too,
 * so nothing is asked of which an answer could tell about a patient.
 *
 * @source A3.press: what may be said is the duty of confidentiality and normal practice; IPSO and Press Ombudsman on time
 */
export const PRESS_PLAN: WorksheetKind = {
  id: 'press-plan',
  routes: ['press_office'],
  desk: 'press_office',
  title: 'Press plan',
  intro: [
    'One voice, one line, and nothing about any patient. The doctor does not speak with journalists directly.',
    'The press office reads this page. Nothing of the case belongs on it.',
  ],
  citations: ['A3.press', 'S.mdu'],
  sections: [
    {
      title: 'Who speaks',
      questions: [
        {
          id: 'voice',
          label: 'Who speaks with the press?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'press-office', text: 'Our press office' },
            { value: 'employer', text: 'The press office of the employer' },
            { value: 'regulator', text: 'Another body, and we say nothing' },
          ],
        },
        {
          id: 'doctorTold',
          label: 'Does the doctor know not to answer journalists themselves?',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'teamTold',
          label: 'Do reception, colleagues and family know where to send a journalist?',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'line',
          label: 'What is said when somebody asks?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'holding', text: 'The holding line' },
            { value: 'practice', text: 'General words on normal practice' },
            { value: 'nothing', text: 'Nothing' },
          ],
        },
      ],
    },
    {
      title: 'Once it is published',
      stage: 'after',
      questions: [
        { id: 'publishedOn', label: 'On which day was it published?', type: 'date', isPast: true },
        {
          id: 'correct',
          label: 'Is it correct about the doctor?',
          type: 'choice',
          options: [
            { value: 'yes', text: 'Yes' },
            { value: 'minor', text: 'Small slips' },
            { value: 'no', text: 'No, and it matters' },
          ],
        },
        {
          id: 'answer',
          label: 'What did the editor do?',
          type: 'choice',
          options: [
            { value: 'corrected', text: 'Corrected it' },
            { value: 'refused', text: 'Refused' },
            { value: 'silent', text: 'Did not answer' },
          ],
        },
      ],
    },
  ],
  signOff: {
    right: 'worksheet:sign-press',
    by: 'A press officer',
    check: ({ doctorTold }) =>
      doctorTold === 'no'
        ? [{ question: 'doctorTold', text: 'The doctor has to be told first' }]
        : [],
    brings: {
      tasks: [
        {
          key: 'tell-team',
          title: 'Tell reception and colleagues where to send a journalist',
          workingDays: 1,
          when: { question: 'teamTold', is: 'no' },
        },
      ],
    },
  },
  states: {
    published: { text: 'Published', colour: 'red' },
    finished: { text: 'Finished', colour: 'green' },
  },
  steps: [
    {
      id: 'published',
      label: 'Record that it was published',
      from: ['signed'],
      to: 'published',
      needs: ['publishedOn', 'correct'],
      brings: {
        clocks: [
          { deadline: 'ipso_4m', startFrom: 'publishedOn' },
          { deadline: 'press_omb_3m', startFrom: 'publishedOn' },
        ],
        tasks: [
          {
            key: 'ask-correction',
            title: 'Ask the editor for a correction',
            workingDays: 1,
            when: { question: 'correct', is: 'no' },
          },
          {
            key: 'doctor',
            title: 'Speak with the doctor about what was published',
            workingDays: 0,
          },
        ],
      },
    },
    {
      id: 'finished',
      label: 'Record what the editor did',
      from: ['published'],
      to: 'finished',
      needs: ['answer'],
    },
  ],
};
