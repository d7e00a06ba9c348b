import type { WorksheetKind } from '../kind.js';

const PUBLIC = { question: 'procedure', is: 'public' } as const;

/**
 * A complaint by the procedure of the nation where care was given. Its clock belongs there, and is never paused.
 *
 * @source SI 2009/309 (England); SSI 2012/36 (Scotland); 2011 and 2023 Regulations (Wales); HSC model procedure
 *   (Northern Ireland); Your Service Your Say (Ireland)
 */
export const FORMAL_COMPLAINT: WorksheetKind = {
  id: 'formal-complaint',
  routes: ['private_contact'],
  title: 'Formal complaint',
  intro: [
    'A complaint may be made in speech, in writing or in a message to a page. It counts from the day it came.',
    'Care, a refund or an apology never depends on a post being taken down.',
  ],
  citations: ['B.complaints', 'B.candour', 'B.slapp'],
  sections: [
    {
      title: 'What came',
      questions: [
        {
          id: 'receivedOn',
          label: 'On which day did it come?',
          type: 'date',
          isRequired: true,
          isPast: true,
        },
        {
          id: 'way',
          label: 'How did it come?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'spoken', text: 'In speech' },
            { value: 'written', text: 'In writing or by e-mail' },
            { value: 'page', text: 'As a message to a page, or a comment' },
          ],
        },
        {
          id: 'procedure',
          label: 'Whose procedure applies?',
          hint: 'The clocks of the law run for publicly funded care',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'public', text: 'Publicly funded care: NHS, HSC or HSE' },
            { value: 'private', text: 'Private care: the organisation’s own procedure' },
          ],
        },
        {
          id: 'from',
          label: 'Who complains?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'patient', text: 'The patient' },
            { value: 'representative', text: 'Somebody for the patient' },
            { value: 'other', text: 'Somebody else' },
          ],
        },
        {
          id: 'authority',
          label:
            'Has the patient, or somebody with lawful authority, agreed that they are told anything?',
          hint: 'Until then nothing is said about care, not even that there was any',
          type: 'yes-no',
          isRequired: true,
          shownIf: { question: 'from', is: ['representative', 'other'] },
        },
        {
          id: 'grievance',
          label: 'What do they complain of, in a few sentences?',
          type: 'text',
          isRequired: true,
          isSensitive: true,
        },
        {
          id: 'subjects',
          label: 'What is it about?',
          hint: 'One complaint may count under several; it counts once in the total',
          type: 'choices',
          isRequired: true,
          options: [
            { value: 'clinical', text: 'Clinical treatment' },
            { value: 'communication', text: 'Communication' },
            { value: 'attitude', text: 'Attitude of staff' },
            { value: 'access', text: 'Appointments and waiting' },
            { value: 'privacy', text: 'Privacy and dignity' },
            { value: 'fees', text: 'Fees' },
            { value: 'other', text: 'Other' },
          ],
        },
        {
          id: 'profession',
          label: 'Whose work is it about?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'medical', text: 'Doctors' },
            { value: 'nursing', text: 'Nurses and midwives' },
            { value: 'dental', text: 'Dentists' },
            { value: 'other-clinical', text: 'Other clinicians' },
            { value: 'administrative', text: 'Administration' },
          ],
        },
        {
          id: 'safety',
          label: 'May it also be a patient-safety event?',
          hint: 'Complaints often hide one. It is looked at apart from the complaint.',
          type: 'yes-no',
          isRequired: true,
        },
      ],
    },
    {
      title: 'How it went',
      stage: 'after',
      questions: [
        { id: 'acknowledgedOn', label: 'Acknowledged on', type: 'date', isPast: true },
        { id: 'answeredOn', label: 'Answered on', type: 'date', isPast: true },
        {
          id: 'outcome',
          label: 'Outcome',
          type: 'choice',
          options: [
            { value: 'upheld', text: 'Upheld' },
            { value: 'part', text: 'Upheld in part' },
            { value: 'not-upheld', text: 'Not upheld' },
            { value: 'withdrawn', text: 'Withdrawn' },
          ],
        },
      ],
    },
  ],
  fills: [
    {
      templates: [
        'T-CMP-ACK-ENG',
        'T-CMP-ACK-SCO',
        'T-CMP-ACK-WAL',
        'T-CMP-ACK-NI',
        'T-CMP-ACK-IE',
      ],
      field: 'facts.complaint.receivedOn',
      question: 'receivedOn',
    },
  ],
  signOff: {
    right: 'worksheet:sign',
    by: 'An adviser, with the complaints lead',
    brings: {
      clocks: [
        { deadline: 'eng_complaint_ack_3wd', startFrom: 'receivedOn', when: PUBLIC },
        { deadline: 'eng_complaint_6m', startFrom: 'receivedOn', when: PUBLIC },
        { deadline: 'sco_ack_3wd', startFrom: 'receivedOn', when: PUBLIC },
        { deadline: 'wal_ack_5wd', startFrom: 'receivedOn', when: PUBLIC },
        { deadline: 'ni_ack_3wd', startFrom: 'receivedOn', when: PUBLIC },
        { deadline: 'hse_ack_5wd', startFrom: 'receivedOn', when: PUBLIC },
        {
          deadline: 'candour_assess',
          startFrom: 'receivedOn',
          when: { question: 'safety', is: 'yes' },
        },
      ],
      tasks: [
        { key: 'acknowledge', title: 'Acknowledge the complaint', workingDays: 2 },
        {
          key: 'authority',
          title: 'Ask for the patient’s written agreement',
          workingDays: 2,
          when: { question: 'authority', is: 'no' },
        },
        {
          key: 'safety',
          title: 'Look at it as a patient-safety event',
          workingDays: 1,
          when: { question: 'safety', is: 'yes' },
        },
      ],
    },
  },
  states: {
    acknowledged: { text: 'Acknowledged', colour: 'blue' },
    answered: { text: 'Answered', colour: 'green' },
  },
  steps: [
    {
      id: 'acknowledged',
      label: 'Record the acknowledgement',
      from: ['signed'],
      to: 'acknowledged',
      needs: ['acknowledgedOn'],
      brings: {
        // In Ireland the thirty days run from the acknowledgement.
        clocks: [{ deadline: 'hse_30wd', startFrom: 'acknowledgedOn', when: PUBLIC }],
      },
    },
    {
      id: 'answered',
      label: 'Record the answer',
      from: ['signed', 'acknowledged'],
      to: 'answered',
      needs: ['answeredOn', 'outcome'],
    },
  ],
  templates: ['T-CMP-ACK-ENG', 'T-CMP-ACK-SCO', 'T-CMP-ACK-WAL', 'T-CMP-ACK-NI', 'T-CMP-ACK-IE'],
};
