import type { WorksheetKind } from '../kind.js';

/**
 * A brief to the employer or the responsible officer: with the member's knowledge, and never as a way to punish
 * somebody who raised a concern.
 *
 * @source domain E2 (employer_ro), A2, A4; seeds S3: no notice to a supervisor without recorded consent.
 */
export const EMPLOYER_BRIEF: WorksheetKind = {
  id: 'employer-brief',
  routes: ['employer_ro'],
  title: 'Brief to the employer or responsible officer',
  intro: [
    'Says who is told, what, and that the doctor knows of it. A supervisor is told nothing without the doctor’s recorded consent.',
    'It is never a way to punish somebody for raising a concern.',
  ],
  citations: ['A2', 'A4', 'A2.concerns'],
  sections: [
    {
      title: 'Who and why',
      questions: [
        {
          id: 'variant',
          label: 'What is it?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'conduct', text: 'A brief on conduct' },
            { value: 'threat', text: 'A threat to the doctor or to staff' },
            {
              value: 'speak-up',
              text: 'Speaking up',
              hint: 'The doctor raised a concern in public and is to be led to the proper channel',
            },
          ],
        },
        {
          id: 'recipientRole',
          label: 'Who is told?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'ro', text: 'The responsible officer' },
            { value: 'employer', text: 'The employer’s medical director or manager' },
            { value: 'supervisor', text: 'A supervisor' },
            { value: 'school', text: 'A medical school or training programme' },
            { value: 'guardian', text: 'A freedom to speak up guardian' },
          ],
        },
        {
          id: 'recipientName',
          label: 'What is their name, and how are they reached?',
          type: 'line',
          isRequired: true,
          isSensitive: true,
        },
        {
          id: 'facts',
          label: 'What is known, and what is not?',
          hint: 'Leave out names of patients',
          type: 'text',
          isRequired: true,
        },
        {
          id: 'concern',
          label: 'What concern did the doctor raise, and has it been answered?',
          type: 'text',
          isRequired: true,
          shownIf: { question: 'variant', is: 'speak-up' },
        },
        {
          id: 'noDetriment',
          label: 'Is it sure that telling them does the doctor no harm for having raised it?',
          type: 'yes-no',
          isRequired: true,
          shownIf: { question: 'variant', is: 'speak-up' },
        },
      ],
    },
    {
      title: 'The doctor’s knowledge and consent',
      questions: [
        {
          id: 'doctorKnows',
          label: 'Does the doctor know that this is to be told, and to whom?',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'doctorSaid',
          label: 'What did the doctor say?',
          type: 'text',
          isRequired: true,
          shownIf: { question: 'doctorKnows', is: 'yes' },
        },
        {
          id: 'consent',
          label: 'Does the doctor consent?',
          type: 'yes-no',
          isRequired: true,
          shownIf: { question: 'doctorKnows', is: 'yes' },
        },
        {
          id: 'consentOn',
          label: 'On what day did they consent?',
          type: 'date',
          isPast: true,
          isRequired: true,
          shownIf: { question: 'consent', is: 'yes' },
        },
        {
          id: 'withoutConsent',
          label: 'Why must they be told all the same?',
          hint: 'A risk to patients or to staff that cannot wait, and the rule that says so',
          type: 'text',
          isRequired: true,
          shownIf: { question: 'consent', is: 'no' },
        },
      ],
    },
    {
      title: 'What came of it',
      stage: 'after',
      questions: [
        { id: 'sentOn', label: 'When was it sent?', type: 'date', isPast: true, isRequired: true },
        { id: 'answer', label: 'What did they answer?', type: 'text', isRequired: true },
      ],
    },
  ],
  fills: [{ templates: ['T-RO-BRIEF'], field: 'inputs.facts', question: 'facts' }],
  signOff: {
    right: 'worksheet:sign-high',
    by: 'An approver (lead adviser)',
    needsOther: true,
    decisions: [
      { value: 'brief', text: 'Brief them' },
      { value: 'no-brief', text: 'Do not brief them' },
    ],
    check: ({ recipientRole, doctorKnows, consent, noDetriment }) => [
      ...(doctorKnows === 'no'
        ? [{ question: 'doctorKnows', text: 'The doctor’s knowledge: tell the doctor first' }]
        : []),
      ...(recipientRole === 'supervisor' && consent === 'no'
        ? [
            {
              question: 'consent',
              text: 'The doctor’s consent, without which no supervisor is told',
            },
          ]
        : []),
      ...(noDetriment === 'no'
        ? [
            {
              question: 'noDetriment',
              text: 'That the doctor comes to no harm for having spoken up',
            },
          ]
        : []),
    ],
    brings: {
      referrals: [
        {
          route: 'employer_ro',
          recipient: 'Employer or responsible officer',
          when: { decision: 'brief' },
        },
      ],
      tasks: [
        {
          key: 'send-brief',
          title: 'Send the brief and record that it was sent',
          workingDays: 2,
          when: { decision: 'brief' },
        },
        { key: 'tell-doctor', title: 'Tell the doctor what was decided', workingDays: 1 },
      ],
    },
  },
  states: {
    sent: { text: 'Sent', colour: 'blue' },
    answered: { text: 'Answered', colour: 'green' },
  },
  steps: [
    {
      id: 'sent',
      label: 'Record that it was sent',
      from: ['signed'],
      to: 'sent',
      needs: ['sentOn'],
      brings: {
        tasks: [
          { key: 'chase-employer', title: 'Ask whether the brief was read', workingDays: 10 },
        ],
      },
    },
    {
      id: 'answered',
      label: 'Record the answer',
      from: ['sent'],
      to: 'answered',
      needs: ['answer'],
    },
  ],
  templates: ['T-RO-BRIEF'],
  permits: { route: 'employer_ro', decisions: ['brief'] },
};
