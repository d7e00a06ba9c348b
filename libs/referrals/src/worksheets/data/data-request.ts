import type { WorksheetKind } from '../kind.js';

/**
 * Somebody asks for their data, or complains about how it was used.
 *
 * @source UK GDPR and GDPR, Article 12(3); Data Protection Act 2018, section 164A
 */
export const DATA_REQUEST: WorksheetKind = {
  id: 'data-request',
  routes: ['data_protection'],
  desk: 'data_protection',
  title: 'Request or complaint about data',
  intro: [
    'A request may come in any words and by any way, a comment or a message included. It counts from the day it came.',
  ],
  citations: ['B.sar', 'A9.duaa'],
  sections: [
    {
      title: 'What came',
      questions: [
        {
          id: 'sort',
          label: 'What is it?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'access', text: 'A request for their data' },
            { value: 'complaint', text: 'A complaint about how data was used' },
            { value: 'erasure', text: 'A request to erase or correct data' },
          ],
        },
        {
          id: 'receivedOn',
          label: 'On which day did it come?',
          type: 'date',
          isRequired: true,
          isPast: true,
        },
        {
          id: 'channel',
          label: 'How did it come?',
          type: 'line',
          isRequired: true,
        },
        {
          id: 'from',
          label: 'Who asks?',
          type: 'line',
          isRequired: true,
          isSensitive: true,
        },
        {
          id: 'identity',
          label: 'Is it clear who they are?',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'asked',
          label: 'What do they ask for?',
          type: 'text',
          isRequired: true,
          isSensitive: true,
        },
      ],
    },
    {
      title: 'The answer',
      stage: 'after',
      questions: [
        { id: 'answeredOn', label: 'When was it answered?', type: 'date', isPast: true },
        {
          id: 'answer',
          label: 'What was answered, and what was held back and why?',
          type: 'text',
        },
      ],
    },
  ],
  fills: [
    { templates: ['T-SAR', 'T-SAR-IE'], field: 'inputs.receivedOn', question: 'receivedOn' },
    {
      templates: ['T-DPC-ACK', 'T-DPC-ACK-IE'],
      field: 'facts.complaint.receivedOn',
      question: 'receivedOn',
    },
  ],
  signOff: {
    right: 'worksheet:sign-data-protection',
    by: 'The data protection officer',
    decisions: [
      { value: 'act', text: 'Do what is asked' },
      { value: 'part', text: 'Do part of it' },
      { value: 'refuse', text: 'Refuse it, and say how to complain' },
    ],
    brings: {
      clocks: [
        {
          deadline: 'sar_1m',
          startFrom: 'receivedOn',
          when: { question: 'sort', is: ['access', 'erasure'] },
        },
        {
          deadline: 'dp_complaint_ack_30d',
          startFrom: 'receivedOn',
          when: { question: 'sort', is: 'complaint' },
        },
      ],
      tasks: [
        {
          key: 'confirm-identity',
          title: 'Ask the person who wrote to show who they are',
          workingDays: 2,
          when: { question: 'identity', is: 'no' },
        },
        { key: 'answer', title: 'Answer the request about data', workingDays: 15 },
      ],
    },
  },
  states: { answered: { text: 'Answered', colour: 'green' } },
  steps: [
    {
      id: 'answered',
      label: 'Record the answer',
      from: ['signed'],
      to: 'answered',
      needs: ['answeredOn', 'answer'],
    },
  ],
};
