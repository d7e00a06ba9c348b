import type { WorksheetKind } from '../kind.js';

/** Whether what the doctor asks help with lies within their indemnity: decided by people, with reasons. */
export const INDEMNITY_SCOPE: WorksheetKind = {
  id: 'indemnity-scope',
  routes: ['indemnity_scope_check'],
  title: 'Indemnity scope check',
  intro: [
    'Says whether help with this matter lies within the doctor’s indemnity or membership, by which rule, and why.',
    'Until it is signed off nobody tells the doctor that they are covered, or that they are not.',
  ],
  citations: ['S.mps_ie'],
  sections: [
    {
      title: 'What is asked for',
      questions: [
        {
          id: 'helpWanted',
          label: 'What help does the doctor ask for?',
          type: 'choices',
          isRequired: true,
          options: [
            { value: 'advice', text: 'Advice' },
            { value: 'regulator', text: 'Help with a regulator' },
            { value: 'employer', text: 'Help with an employer' },
            { value: 'defence', text: 'Defence of a claim made against them' },
            { value: 'action', text: 'Funding of legal action of their own' },
            { value: 'support', text: 'Counselling or support' },
          ],
        },
        {
          id: 'activity',
          label: 'What was the doctor doing?',
          hint: 'The activity that the matter comes from, not the post about it',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'clinical', text: 'Clinical practice' },
            { value: 'published', text: 'Publishing, broadcasting or posting' },
            { value: 'commercial', text: 'Commercial or promotional activity' },
            { value: 'personal', text: 'Something in private life' },
          ],
        },
        {
          id: 'facts',
          label: 'What happened, as far as it bears on scope?',
          hint: 'Leave out names of patients',
          type: 'text',
          isRequired: true,
        },
      ],
    },
    {
      title: 'Membership and rule',
      questions: [
        {
          id: 'inMembership',
          label: 'Was the doctor in membership, or indemnified, on the day it happened?',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'gapReason',
          label: 'What is known about the gap?',
          type: 'text',
          isRequired: true,
          shownIf: { question: 'inMembership', is: 'no' },
        },
        {
          id: 'ruleText',
          label: 'Which rule or clause decides it?',
          hint: 'Copy the words of the rule, with its number and edition',
          type: 'text',
          isRequired: true,
        },
        {
          id: 'otherCover',
          label: 'Could anybody else cover it?',
          hint: 'An employer, a state scheme, an insurer. Leave empty if nobody comes to mind.',
          type: 'text',
        },
      ],
    },
    {
      title: 'Telling the doctor',
      stage: 'after',
      questions: [
        {
          id: 'toldOn',
          label: 'When was the doctor told?',
          type: 'date',
          isPast: true,
          isRequired: true,
        },
        {
          id: 'toldHow',
          label: 'How were they told, and what did they say?',
          hint: 'A call first is kinder than a letter alone',
          type: 'text',
        },
      ],
    },
  ],
  signOff: {
    right: 'worksheet:sign-indemnity',
    by: 'Somebody of the indemnity or claims team',
    decisions: [
      { value: 'in-scope', text: 'In scope' },
      { value: 'advice-only', text: 'Advice only' },
      { value: 'out-of-scope', text: 'Out of scope' },
      { value: 'committee', text: 'Refer to the committee' },
    ],
    brings: {
      tasks: [
        {
          key: 'tell-doctor',
          title: 'Tell the doctor what was decided on scope, kindly and with the reason',
          workingDays: 2,
          when: { decision: ['in-scope', 'advice-only', 'out-of-scope'] },
        },
        {
          key: 'committee-papers',
          title: 'Send the scope question to the committee',
          workingDays: 3,
          when: { decision: 'committee' },
        },
      ],
    },
  },
  states: { told: { text: 'The doctor was told', colour: 'green' } },
  steps: [
    {
      id: 'told',
      label: 'Record that the doctor was told',
      from: ['signed'],
      to: 'told',
      needs: ['toldOn'],
    },
  ],
  templates: ['T-SCOPE'],
};
