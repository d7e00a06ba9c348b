import type { WorksheetKind } from '../kind.js';

/** Support for the doctor: offered early, by a person, and counted nowhere by name. */
export const WELLBEING_SUPPORT: WorksheetKind = {
  id: 'wellbeing-support',
  routes: ['wellbeing_support'],
  isAlways: true,
  title: 'Support for the doctor',
  intro: [
    'Somebody who is criticised in public is often shaken. Say which support was offered, and when we call again.',
    'If the doctor may harm themselves, call the crisis services now; this page can wait. What is written here is in no report.',
  ],
  citations: ['A14'],
  sections: [
    {
      title: 'How the doctor is',
      questions: [
        {
          id: 'spokenOn',
          label: 'When did somebody speak with the doctor?',
          type: 'date-time',
          isPast: true,
          isRequired: true,
        },
        {
          id: 'howTheyAre',
          label: 'How are they?',
          type: 'text',
          isRequired: true,
          isSensitive: true,
        },
        {
          id: 'risk',
          label: 'Might they harm themselves?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'no', text: 'No, they were asked' },
            { value: 'not-sure', text: 'Not sure' },
            { value: 'yes', text: 'Yes' },
          ],
        },
        {
          id: 'riskActed',
          label: 'What was done at once, and by whom?',
          hint: 'Crisis services called, somebody with them',
          type: 'text',
          isRequired: true,
          isSensitive: true,
          shownIf: { question: 'risk', is: ['yes', 'not-sure'] },
        },
      ],
    },
    {
      title: 'Support offered',
      questions: [
        {
          id: 'support',
          label: 'What was the doctor given?',
          type: 'choices',
          isRequired: true,
          options: [
            { value: 'counselling', text: 'Counselling of the defence body' },
            { value: 'practitioner-health', text: 'Practitioner health service' },
            { value: 'bma', text: 'BMA wellbeing' },
            { value: 'crisis', text: 'Crisis line' },
            { value: 'own-doctor', text: 'Their own doctor' },
            { value: 'occupational', text: 'Occupational health' },
            { value: 'peer', text: 'A colleague or mentor' },
          ],
        },
        {
          id: 'callBackOn',
          label: 'When do we call again?',
          type: 'date',
          isRequired: true,
        },
        {
          id: 'callBackHow',
          label: 'How do they want to be reached, and when not?',
          type: 'line',
          isSensitive: true,
        },
      ],
    },
    {
      title: 'The call',
      stage: 'after',
      questions: [
        {
          id: 'calledOn',
          label: 'When did we call again?',
          type: 'date',
          isPast: true,
          isRequired: true,
        },
        { id: 'calledHow', label: 'How were they?', type: 'text', isSensitive: true },
      ],
    },
  ],
  signOff: {
    right: 'worksheet:sign',
    by: 'An adviser',
    brings: {
      tasks: [
        { key: 'call-back', title: 'Call the doctor again', dueOn: 'callBackOn' },
        {
          key: 'call-today',
          title: 'Call the doctor again today',
          workingDays: 0,
          when: { question: 'risk', is: ['yes', 'not-sure'] },
        },
      ],
    },
  },
  states: { called: { text: 'Called again', colour: 'green' } },
  steps: [
    {
      id: 'called',
      label: 'Record the call',
      from: ['signed'],
      to: 'called',
      needs: ['calledOn'],
    },
  ],
  templates: ['T-SUPPORT'],
};
