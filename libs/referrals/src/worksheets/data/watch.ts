import type { WorksheetKind } from '../kind.js';

/**
 * Watching as a decision: what is looked at from outside, by whom and how long, and when somebody looks again. Where the
 * content is not public, only what somebody may lawfully see is looked at, and nobody takes part.
 *
 * @source S.mdu: watch what can be seen, join no group to see more, and find out nobody's name
 */
export const WATCH: WorksheetKind = {
  id: 'watch',
  routes: ['monitor'],
  title: 'Watch and review',
  intro: [
    'We look from outside, as any reader could. What is not public is looked at only as far as somebody may see it already.',
    'Nobody joins a group, borrows an account, writes to the author or finds out who that is.',
  ],
  citations: ['S.mdu'],
  sections: [
    {
      title: 'What is watched',
      questions: [
        {
          id: 'source',
          label: 'How do we know of it?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'public', text: 'Anybody can see it' },
            {
              value: 'doctor',
              text: 'The doctor is in the group or conversation and showed it to us',
            },
            { value: 'member', text: 'Somebody who is in it showed it, unasked' },
            { value: 'joined', text: 'Somebody joined it, or used another account, to see it' },
          ],
        },
        {
          id: 'watched',
          label: 'What is looked for?',
          type: 'choices',
          isRequired: true,
          options: [
            { value: 'spread', text: 'Whether it is shared further, or copies appear' },
            { value: 'same-account', text: 'New posts by the same account' },
            { value: 'danger', text: 'Threats, or names and addresses of a family' },
            { value: 'patient', text: 'Information about a patient' },
            { value: 'press', text: 'Interest from the press' },
          ],
        },
        {
          id: 'why',
          label: 'Why is watching enough for now?',
          type: 'text',
          isRequired: true,
        },
        {
          id: 'reviewOn',
          label: 'On which day does somebody look again?',
          hint: 'Usually in fourteen days; in seven where it spreads',
          type: 'date',
          isRequired: true,
        },
        {
          id: 'doctorTold',
          label: 'Was the doctor told to take no part and to ask nobody to?',
          hint: 'A doctor who is in the group already stays silent there, and keeps copies of what they see',
          type: 'yes-no',
          isRequired: true,
        },
      ],
    },
    {
      title: 'The review',
      stage: 'after',
      questions: [
        { id: 'lookedOn', label: 'When did somebody look again?', type: 'date', isPast: true },
        {
          id: 'found',
          label: 'What was found?',
          type: 'choice',
          options: [
            { value: 'quiet', text: 'It is quiet, or gone' },
            { value: 'same', text: 'It is as it was' },
            { value: 'worse', text: 'It has grown or become public: triage again' },
          ],
        },
        {
          id: 'nextReviewOn',
          label: 'On which day does somebody look the next time?',
          type: 'date',
        },
        { id: 'foundWords', label: 'In words', type: 'text' },
      ],
    },
  ],
  fills: [{ templates: ['T-WATCH-NOTE'], field: 'inputs.reviewOn', question: 'reviewOn' }],
  signOff: {
    right: 'worksheet:sign',
    by: 'An adviser',
    check: ({ source, doctorTold }) => [
      ...(source === 'joined'
        ? [
            {
              question: 'source',
              text: 'Stop: nobody joins a group or borrows an account to look. Leave it, and rest the case on what was lawfully seen',
            },
          ]
        : []),
      ...(doctorTold === 'no'
        ? [{ question: 'doctorTold', text: 'Tell the doctor first to take no part' }]
        : []),
    ],
    brings: {
      finishes: ['watch-plan'],
      tasks: [
        { key: 'note', title: 'Write the watch note', workingDays: 1 },
        { key: 'review', title: 'Look again at what can lawfully be seen', dueOn: 'reviewOn' },
      ],
    },
  },
  states: {
    watched: { text: 'Looked at, and watched on', colour: 'blue' },
    ended: { text: 'No longer watched', colour: 'green' },
  },
  steps: [
    {
      id: 'watched',
      label: 'Record the review and watch on',
      from: ['signed'],
      to: 'watched',
      needs: ['lookedOn', 'found', 'nextReviewOn'],
      brings: {
        tasks: [
          {
            key: 'review-again',
            title: 'Look once more at what can lawfully be seen',
            dueOn: 'nextReviewOn',
          },
        ],
      },
    },
    {
      id: 'ended',
      label: 'Record the review and end the watch',
      from: ['signed', 'watched'],
      to: 'ended',
      needs: ['lookedOn', 'found'],
    },
  ],
  templates: ['T-WATCH-NOTE'],
};
