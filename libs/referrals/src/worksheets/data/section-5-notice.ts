import type { Answers } from '../answers.js';
import type { Missing, WorksheetKind } from '../kind.js';

/**
 * All that a notice under section 5 of the Defamation Act 2013 has to say. It cannot be signed while an item is
 * missing, and the list says which. England and Wales only.
 *
 * @source Defamation Act 2013, section 5(6); Defamation (Operators of Websites) Regulations 2013 (SI 2013/3028), regulation 2
 */
export const SECTION_5_NOTICE: WorksheetKind = {
  id: 'section-5-notice',
  routes: ['platform_legal_notice'],
  nations: ['england', 'wales'],
  title: 'Notice under section 5 (England and Wales)',
  intro: [
    'The operator has 48 hours from a valid notice; Saturdays, Sundays and bank holidays do not count.',
    'A notice that lacks one item is not valid, and its clock does not start. No patient’s details belong in it.',
  ],
  citations: ['B.s5', 'B.defam'],
  sections: [
    {
      title: 'Who complains',
      questions: [
        {
          id: 'complainantName',
          label: 'Name of the doctor who complains',
          type: 'line',
          isRequired: true,
        },
        {
          id: 'complainantEmail',
          label: 'E-mail address at which the operator can reach them',
          type: 'line',
          isRequired: true,
        },
      ],
    },
    {
      title: 'The statement',
      questions: [
        {
          id: 'words',
          label: 'The words complained of, exactly as posted',
          type: 'text',
          isRequired: true,
        },
        {
          id: 'where',
          label: 'Where on the website they are',
          hint: 'The address of the page, and where on it',
          type: 'text',
          isRequired: true,
        },
        {
          id: 'meaning',
          label: 'What a reader understands by them',
          type: 'text',
          isRequired: true,
        },
        {
          id: 'untrue',
          label: 'Which facts are wrong, or which opinions rest on no fact',
          hint: 'Shown without any record',
          type: 'text',
          isRequired: true,
        },
        {
          id: 'defamatory',
          label: 'Why they are defamatory of the doctor',
          hint: 'The serious harm they have done or are likely to do',
          type: 'text',
          isRequired: true,
        },
      ],
    },
    {
      title: 'The person who posted',
      questions: [
        {
          id: 'posterUnknown',
          label:
            'Is it confirmed that we know too little of the person who posted to bring proceedings?',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'passName',
          label: 'May the operator give the doctor’s name to that person?',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'passEmail',
          label: 'May the operator give the e-mail address to that person?',
          type: 'yes-no',
          isRequired: true,
        },
      ],
    },
    {
      title: 'Sending',
      stage: 'after',
      questions: [
        {
          id: 'servedAt',
          label: 'When did the operator get it?',
          type: 'date-time',
          isPast: true,
        },
        {
          id: 'operatorAnswer',
          label: 'What did the operator do?',
          type: 'choice',
          options: [
            { value: 'removed', text: 'Removed the statement' },
            { value: 'details', text: 'Gave the details of the person who posted' },
            { value: 'stands', text: 'The person who posted does not consent; it stands' },
            { value: 'nothing', text: 'Nothing in time: its defence may be lost' },
          ],
        },
      ],
    },
  ],
  fills: [
    { templates: ['T-S5-NOTICE'], field: 'inputs.email', question: 'complainantEmail' },
    { templates: ['T-S5-NOTICE'], field: 'inputs.words', question: 'words' },
    { templates: ['T-S5-NOTICE'], field: 'inputs.meaning', question: 'meaning' },
    { templates: ['T-S5-NOTICE'], field: 'inputs.falsity', question: 'untrue' },
  ],
  signOff: {
    right: 'worksheet:sign-legal',
    by: 'A solicitor',
    needsOther: true,
    decisions: [{ value: 'valid', text: 'The notice is complete and may be drafted' }],
    check: notValid,
    brings: {
      tasks: [{ key: 'draft', title: 'Draft the notice from the template', workingDays: 1 }],
    },
  },
  states: {
    served: { text: 'With the operator', colour: 'blue' },
    answered: { text: 'Answered', colour: 'green' },
  },
  steps: [
    {
      id: 'served',
      label: 'Record that the operator has it',
      from: ['signed'],
      to: 'served',
      needs: ['servedAt'],
      brings: {
        clocks: [{ deadline: 's5_operator_48h', startFrom: 'servedAt' }],
        tasks: [
          { key: 'look', title: 'See what the operator did in its 48 hours', workingDays: 2 },
        ],
      },
    },
    {
      id: 'answered',
      label: 'Record the answer',
      from: ['served'],
      to: 'answered',
      needs: ['operatorAnswer'],
    },
  ],
  templates: ['T-S5-NOTICE'],
};

/** What an answered item still lacks. */
function notValid({ complainantEmail, posterUnknown }: Answers): readonly Missing[] {
  return [
    ...(typeof complainantEmail === 'string' && !/^[^\s@]+@[^\s@]+$/.test(complainantEmail)
      ? [{ question: 'complainantEmail', text: 'Enter an e-mail address that can be answered' }]
      : []),
    ...(posterUnknown === 'no'
      ? [
          {
            question: 'posterUnknown',
            text: 'Where the person who posted is known, proceedings go against them and not by this notice',
          },
        ]
      : []),
  ];
}
