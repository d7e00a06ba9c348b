import type { WorksheetKind } from '../kind.js';

/**
 * A coroner, a court, a regulator or the police ask for messages or papers.
 *
 * @source S.mps_ie: a coroner may ask for messages; Coroners and Justice Act 2009, Schedule 5 (not verified)
 */
export const DOCUMENT_REQUEST: WorksheetKind = {
  id: 'document-request',
  routes: ['regulator_advice', 'police_report', 'indemnity_scope_check'],
  isAlways: true,
  holdsFromOpening:
    'Somebody asks for papers or messages: from that moment nothing that the request may cover is changed or deleted.',
  title: 'Request for papers or messages',
  intro: [
    'From the moment of a request nothing that it may cover is changed or deleted. Hiding papers can be an offence.',
    'Private messages and groups are included.',
  ],
  citations: ['S.mps_ie', 'A4'],
  sections: [
    {
      title: 'The request',
      questions: [
        {
          id: 'by',
          label: 'Who asks?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'coroner', text: 'A coroner' },
            { value: 'court', text: 'A court' },
            { value: 'regulator', text: 'A regulator' },
            { value: 'police', text: 'The police' },
            { value: 'other', text: 'Somebody else' },
          ],
        },
        {
          id: 'power',
          label: 'Under which power, as the letter says?',
          hint: 'In England and Wales a coroner may send a notice under Schedule 5',
          type: 'line',
          isRequired: true,
        },
        {
          id: 'receivedOn',
          label: 'On which day did it come?',
          type: 'date',
          isRequired: true,
          isPast: true,
        },
        {
          id: 'dueOn',
          label: 'By which day is it to be answered?',
          type: 'date',
          isRequired: true,
        },
        { id: 'asked', label: 'What do they ask for?', type: 'text', isRequired: true },
        {
          id: 'doctorTold',
          label: 'Has the doctor been told to keep everything, messages and telephones included?',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'legalView',
          label: 'What does the solicitor say must be given, and what may not?',
          type: 'text',
          isRequired: true,
        },
      ],
    },
    {
      title: 'What was given',
      stage: 'after',
      questions: [
        { id: 'givenOn', label: 'Given on', type: 'date', isPast: true },
        {
          id: 'given',
          label: 'What was given, to whom, and what was held back and why',
          type: 'text',
        },
      ],
    },
  ],
  signOff: {
    right: 'worksheet:sign-high',
    by: 'A lead adviser, with a solicitor',
    decisions: [
      { value: 'give', text: 'Give what is asked' },
      { value: 'part', text: 'Give part of it' },
      { value: 'contest', text: 'Contest the request' },
    ],
    check: ({ doctorTold }) =>
      doctorTold === 'no'
        ? [{ question: 'doctorTold', text: 'Tell the doctor first to keep everything' }]
        : [],
    brings: { tasks: [{ key: 'answer', title: 'Answer the request for papers', dueOn: 'dueOn' }] },
  },
  states: { given: { text: 'Answered', colour: 'green' } },
  steps: [
    {
      id: 'given',
      label: 'Record what was given',
      from: ['signed'],
      to: 'given',
      needs: ['givenOn', 'given'],
    },
  ],
};
