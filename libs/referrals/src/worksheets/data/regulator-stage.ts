import { SHIPPED_REGULATORS } from '#guidance';
import type { WorksheetKind } from '../kind.js';

/** Values under which answers were kept before the records of regulators had keys. */
const KEPT_AS: Readonly<Record<string, string>> = { medical_council_ie: 'medical-council' };

const REGULATORS_IN_USE = SHIPPED_REGULATORS.list()
  .filter(({ status }) => status === 'in_use')
  .map(({ key, name, shortName }) => ({
    value: KEPT_AS[key] ?? key,
    text: shortName.includes(name) ? shortName : name,
  }));

/** Where a regulator's proceedings stand: each stage brings its tasks, and hearings become deadlines. */
export const REGULATOR_STAGE: WorksheetKind = {
  id: 'regulator-stage',
  routes: ['regulator_advice'],
  title: 'Regulator’s proceedings',
  intro: [
    'Open it when a regulator has been in touch. Each stage brings its own tasks, and every date in a letter becomes a deadline.',
    'Think with each stage about who needs to see this case.',
  ],
  citations: ['A4', 'B.rule7', 'A6'],
  offersWall: true,
  sections: [
    {
      title: 'The first letter',
      questions: [
        {
          id: 'regulator',
          label: 'Which regulator?',
          type: 'choice',
          isRequired: true,
          options: [...REGULATORS_IN_USE, { value: 'other', text: 'Another one' }],
        },
        {
          id: 'regulatorName',
          label: 'Which one?',
          type: 'line',
          isRequired: true,
          shownIf: { question: 'regulator', is: 'other' },
        },
        {
          id: 'letterOn',
          label: 'What is the date on the letter?',
          type: 'date',
          isPast: true,
          isRequired: true,
        },
        {
          id: 'theirReference',
          label: 'What is their reference?',
          type: 'line',
        },
        {
          id: 'about',
          label: 'What is it about?',
          hint: 'In a few words. Leave out names of patients.',
          type: 'text',
          isRequired: true,
        },
        {
          id: 'answerBy',
          label: 'By when do they want an answer?',
          hint: 'The date in the letter. Leave empty if it names none.',
          type: 'date',
        },
      ],
    },
    {
      title: 'Dates of the stages',
      intro: 'Enter a date when a letter names it, save, then record the stage below.',
      stage: 'after',
      questions: [
        {
          id: 'rule7On',
          label: 'What is the date on the rule 7 letter?',
          type: 'date',
          isPast: true,
          isRequired: true,
        },
        {
          id: 'iotOn',
          label: 'When is the interim orders hearing?',
          type: 'date-time',
          isRequired: true,
        },
        {
          id: 'mptOn',
          label: 'When does the tribunal hearing begin?',
          type: 'date',
          isRequired: true,
        },
        {
          id: 'representative',
          label: 'Who represents the doctor?',
          type: 'line',
        },
        {
          id: 'outcome',
          label: 'How did it end?',
          hint: 'Warning, undertakings, conditions, suspension, erasure, no action; and from when',
          type: 'text',
          isRequired: true,
        },
      ],
    },
  ],
  fills: [
    { templates: ['T-MC-RESPONSE'], field: 'inputs.councilReference', question: 'theirReference' },
    { templates: ['T-MC-RESPONSE'], field: 'inputs.letterOn', question: 'letterOn' },
    { templates: ['T-MC-RESPONSE'], field: 'inputs.answerBy', question: 'answerBy' },
    { templates: ['T-R7-PLAN'], field: 'inputs.letterOn', question: 'rule7On' },
  ],
  signOff: {
    right: 'worksheet:sign',
    by: 'An adviser',
    brings: {
      clocks: [
        {
          deadline: 'regulator_letter_date',
          statedFrom: 'answerBy',
        },
      ],
      tasks: [
        {
          key: 'one-voice',
          title: 'Agree with the doctor that nobody answers the regulator but through us',
          workingDays: 1,
        },
        { key: 'first-letter', title: 'Acknowledge the regulator’s letter', workingDays: 3 },
        { key: 'support', title: 'Offer the doctor support', workingDays: 1 },
        { key: 'who-sees-enquiry', title: 'Decide who needs to see this case', workingDays: 1 },
      ],
    },
  },
  states: {
    'provisional-enquiry': { text: 'Provisional enquiry', colour: 'blue' },
    investigation: { text: 'Investigation', colour: 'blue' },
    'interim-orders': { text: 'Interim orders', colour: 'red' },
    tribunal: { text: 'Tribunal', colour: 'red' },
    ended: { text: 'Ended', colour: 'grey' },
  },
  steps: [
    {
      id: 'provisional-enquiry',
      label: 'Record a provisional enquiry',
      from: ['signed'],
      to: 'provisional-enquiry',
      brings: {
        tasks: [
          {
            key: 'provisional-documents',
            title: 'Gather what the provisional enquiry asks for',
            workingDays: 5,
          },
        ],
      },
    },
    {
      id: 'investigation',
      label: 'Record an investigation',
      from: ['signed', 'provisional-enquiry', 'interim-orders'],
      to: 'investigation',
      needs: ['rule7On'],
      brings: {
        clocks: [{ deadline: 'gmc_rule7_28d', startFrom: 'rule7On' }],
        tasks: [
          { key: 'rule7-plan', title: 'Plan the answer to the allegations', workingDays: 3 },
          {
            key: 'who-sees-investigation',
            title: 'Keep the case to those who need to see it',
            workingDays: 1,
          },
        ],
      },
    },
    {
      id: 'interim-orders',
      label: 'Record an interim orders hearing',
      from: ['signed', 'provisional-enquiry', 'investigation'],
      to: 'interim-orders',
      needs: ['iotOn'],
      brings: {
        clocks: [{ deadline: 'iot_hearing_date', statedFrom: 'iotOn' }],
        tasks: [
          {
            key: 'iot-representation',
            title: 'Find representation for the interim orders hearing',
            workingDays: 1,
          },
          {
            key: 'who-sees-interim-orders',
            title: 'Keep the case to those who need to see it, before the hearing',
            workingDays: 1,
          },
          { key: 'iot-hearing', title: 'Interim orders hearing', dueOn: 'iotOn' },
        ],
      },
    },
    {
      id: 'tribunal',
      label: 'Record a tribunal hearing',
      from: ['investigation', 'interim-orders'],
      to: 'tribunal',
      needs: ['mptOn'],
      brings: {
        clocks: [{ deadline: 'hearing_date', statedFrom: 'mptOn' }],
        tasks: [
          {
            key: 'mpt-bundle',
            title: 'Prepare the hearing with the representative',
            workingDays: 10,
          },
          {
            key: 'who-sees-tribunal',
            title: 'Keep the case to those who need to see it, before the tribunal',
            workingDays: 1,
          },
          {
            key: 'mpt-record',
            title: 'List the tribunal hearing under Proceedings, as its notice says',
            workingDays: 1,
          },
        ],
      },
    },
    {
      id: 'ended',
      label: 'Record how it ended',
      from: ['signed', 'provisional-enquiry', 'investigation', 'interim-orders', 'tribunal'],
      to: 'ended',
      needs: ['outcome'],
      brings: {
        tasks: [
          {
            key: 'talk-after',
            title: 'Talk with the doctor about what comes after',
            workingDays: 5,
          },
        ],
      },
    },
  ],
};
