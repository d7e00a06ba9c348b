import type { WorksheetKind } from '../kind.js';
import { HELP_WANTED, PERSON_PLACES, scopeBar, scopeWords } from './scope-rule.js';

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
          options: HELP_WANTED,
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
          id: 'personPlace',
          label: 'In which country was the person who was advised or treated?',
          hint: 'Where they were, not where the doctor was. Another country goes to the committee.',
          type: 'choice',
          isRequired: true,
          options: PERSON_PLACES,
        },
        {
          id: 'personCountry',
          label: 'Which country?',
          type: 'line',
          isRequired: true,
          shownIf: { question: 'personPlace', is: 'overseas' },
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
        {
          id: 'departure',
          label: 'Does your decision depart from what the rules say? Then why?',
          hint: 'Save first: what the rules say then stands above the form. Leave empty if it does not.',
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
    {
      title: 'If the doctor asks for another look',
      intro: 'Somebody who had no part in the decision looks at it again.',
      stage: 'after',
      questions: [
        { id: 'appealOn', label: 'When did they ask for it?', type: 'date', isPast: true },
        { id: 'appealWhy', label: 'What do they say?', type: 'text' },
        { id: 'appealBy', label: 'Who looks at it again?', type: 'line' },
        {
          id: 'appealOutcome',
          label: 'What came of it?',
          type: 'choice',
          options: [
            { value: 'stands', text: 'The decision stands' },
            { value: 'changed', text: 'The decision is changed: open a new check' },
          ],
        },
        { id: 'appealReason', label: 'Why?', type: 'text' },
      ],
    },
  ],
  signOff: {
    right: 'worksheet:sign-indemnity',
    by: 'Somebody of the indemnity or claims team',
    needsOther: true,
    decisions: [
      { value: 'in-scope', text: 'In scope' },
      {
        value: 'in-part',
        text: 'In scope in part',
        hint: 'Such as the regulator’s questions but not the claim. Say in the reason which part is which.',
      },
      { value: 'advice-only', text: 'Advice only' },
      { value: 'out-of-scope', text: 'Out of scope' },
      { value: 'committee', text: 'Refer to the committee' },
    ],
    rules: scopeWords,
    bars: scopeBar,
    brings: {
      tasks: [
        {
          key: 'tell-doctor',
          title: 'Tell the doctor what was decided on scope, kindly and with the reason',
          workingDays: 2,
          when: { decision: ['in-scope', 'in-part', 'advice-only', 'out-of-scope'] },
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
  states: {
    told: { text: 'The doctor was told', colour: 'green' },
    appealed: { text: 'Being looked at again', colour: 'yellow' },
    reviewed: { text: 'Looked at again', colour: 'green' },
  },
  steps: [
    {
      id: 'told',
      label: 'Record that the doctor was told',
      from: ['signed'],
      to: 'told',
      needs: ['toldOn'],
    },
    {
      id: 'appealed',
      label: 'Record that the doctor asks for another look',
      from: ['signed', 'told'],
      to: 'appealed',
      needs: ['appealOn', 'appealWhy'],
      brings: {
        tasks: [
          {
            key: 'look-again',
            title: 'Have somebody who had no part look at the scope decision again',
            workingDays: 10,
          },
        ],
      },
    },
    {
      id: 'reviewed',
      label: 'Record what came of the other look',
      from: ['appealed'],
      to: 'reviewed',
      needs: ['appealBy', 'appealOutcome', 'appealReason'],
      brings: {
        tasks: [
          {
            key: 'tell-again',
            title: 'Tell the doctor what came of the other look, kindly and with the reason',
            workingDays: 2,
          },
        ],
      },
    },
  ],
  templates: ['T-SCOPE'],
};
