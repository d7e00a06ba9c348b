import type { WorksheetKind } from '../kind.js';

/** What the data protection officer has to know, in the order in which it is usually found out. */
export const BREACH_SECTIONS: WorksheetKind['sections'] = [
  {
    title: 'When it was noticed',
    questions: [
      {
        id: 'awareAt',
        label: 'When did the organisation become aware?',
        hint: 'The moment from which it was reasonably certain. The 72 hours count from here, through nights and weekends.',
        type: 'date-time',
        isRequired: true,
        isPast: true,
      },
      {
        id: 'awareBy',
        label: 'Who became aware?',
        hint: 'Their post, such as “practice manager”',
        type: 'line',
        isRequired: true,
      },
    ],
  },
  {
    title: 'What happened',
    questions: [
      {
        id: 'how',
        label: 'How did the information get out?',
        type: 'choice',
        isRequired: true,
        options: [
          { value: 'post', text: 'In something that was posted or published' },
          { value: 'reply', text: 'In an answer to a review or a comment' },
          { value: 'message', text: 'In a message or a group' },
          { value: 'wrong-recipient', text: 'It was sent to the wrong person' },
          { value: 'device', text: 'By a device that was lost, unlocked or shared' },
          { value: 'upload', text: 'By automatic upload to a shared stream or a cloud' },
          { value: 'other', text: 'In another way' },
        ],
      },
      {
        id: 'recall',
        label: 'Was it called back, and did the recipient confirm that it is deleted?',
        type: 'text',
        isRequired: true,
        shownIf: { question: 'how', is: 'wrong-recipient' },
      },
      {
        id: 'device',
        label: 'Where is a copy, as far as is known?',
        type: 'choices',
        isRequired: true,
        options: [
          { value: 'own-phone', text: 'On a telephone of the doctor’s own' },
          { value: 'own-computer', text: 'On a computer of the doctor’s own' },
          { value: 'app', text: 'In an app that the organisation has not approved' },
          { value: 'public', text: 'In public, online' },
          { value: 'nowhere', text: 'Nowhere any more' },
        ],
      },
      {
        id: 'deviceLock',
        label: 'Was the device locked and encrypted, and can it be wiped from afar?',
        type: 'choice',
        isRequired: true,
        options: [
          { value: 'safe', text: 'Locked and encrypted' },
          { value: 'wiped', text: 'It was wiped from afar' },
          { value: 'open', text: 'Not locked, or not encrypted' },
          { value: 'unknown', text: 'Not known' },
        ],
        shownIf: { question: 'device', is: ['own-phone', 'own-computer'] },
      },
      {
        id: 'sync',
        label:
          'Do photographs or messages go from there to a shared stream, a family account or a cloud?',
        hint: 'Telephones often do this by themselves. Ask for every photograph taken with one.',
        type: 'choice',
        isRequired: true,
        options: [
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No, it was looked at' },
          { value: 'unknown', text: 'Not known' },
        ],
        shownIf: { question: 'device', is: ['own-phone', 'app'] },
      },
      {
        id: 'happened',
        label: 'What happened, in a few sentences?',
        hint: 'Without names or details by which a patient could be known',
        type: 'text',
        isRequired: true,
      },
    ],
  },
  {
    title: 'Whose data, and how much it may hurt',
    questions: [
      {
        id: 'peopleAffected',
        label: 'About how many people are concerned?',
        type: 'line',
        isRequired: true,
      },
      {
        id: 'identifiable',
        label: 'Could somebody recognise them?',
        hint: 'Also by putting pieces together: place, date, age, illness, work, family',
        type: 'choice',
        isRequired: true,
        options: [
          { value: 'yes', text: 'Yes' },
          { value: 'possible', text: 'Perhaps, by putting pieces together' },
          { value: 'no', text: 'No' },
        ],
      },
      {
        id: 'dataKinds',
        label: 'What kinds of data?',
        type: 'choices',
        isRequired: true,
        options: [
          { value: 'health', text: 'Health' },
          { value: 'image', text: 'Picture or recording' },
          { value: 'contact', text: 'Address, telephone or e-mail' },
          { value: 'identifier', text: 'A number such as the NHS number' },
          { value: 'child', text: 'Of a child' },
          { value: 'other', text: 'Other' },
        ],
      },
      {
        id: 'risk',
        label: 'How great is the risk to their rights?',
        type: 'choice',
        isRequired: true,
        options: [
          { value: 'unassessed', text: 'Not assessed yet' },
          { value: 'unlikely', text: 'A risk is unlikely' },
          { value: 'risk', text: 'There is a risk' },
          { value: 'high', text: 'There is a high risk' },
        ],
      },
      {
        id: 'riskReason',
        label: 'Why?',
        type: 'text',
        isRequired: true,
      },
      {
        id: 'measures',
        label: 'What has been done, and what will be done?',
        type: 'text',
        isRequired: true,
      },
    ],
  },
  {
    title: 'Afterwards',
    stage: 'after',
    questions: [
      {
        id: 'notifiedOn',
        label: 'When was the authority told?',
        type: 'date-time',
        isPast: true,
      },
      {
        id: 'authorityReference',
        label: 'Its reference',
        type: 'line',
      },
      {
        id: 'lateReason',
        label: 'If it was more than 72 hours: why?',
        type: 'text',
      },
      {
        id: 'peopleTold',
        label: 'When and how were the people told?',
        type: 'text',
      },
      {
        id: 'learned',
        label: 'What is done so that it does not happen again?',
        type: 'text',
      },
    ],
  },
];
