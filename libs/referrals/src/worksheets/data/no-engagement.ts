import type { WorksheetKind } from '../kind.js';

/**
 * Not answering as a decision with reasons: what was weighed, what the doctor was advised, and when somebody looks again.
 *
 * @source A3.press, A11.bma: a dispute in public seldom helps, and what feeds it prolongs it
 */
export const NO_ENGAGEMENT: WorksheetKind = {
  id: 'no-engagement',
  routes: ['no_engagement'],
  title: 'Do not engage',
  intro: [
    'No reply is a decision. It needs a reason, a day on which somebody looks again, and advice to the doctor.',
    'It bars no private contact, no report to the site and no call to the police.',
  ],
  citations: ['A3.press', 'S.bma', 'S.mdu'],
  sections: [
    {
      title: 'Why not',
      questions: [
        {
          id: 'reasons',
          label: 'What speaks against a reply?',
          type: 'choices',
          isRequired: true,
          options: [
            { value: 'opinion', text: 'It is an opinion, and nothing in it can be put right' },
            { value: 'provocation', text: 'It wants a reaction' },
            {
              value: 'confirms',
              text: 'Any reply would confirm or deny that somebody is a patient',
            },
            { value: 'replied', text: 'There was a reply already' },
            {
              value: 'process',
              text: 'A claim, an inquest, a court or a regulator is looking at it',
            },
            { value: 'spent', text: 'Hardly anybody sees it any more' },
            { value: 'not-public', text: 'It is not public' },
          ],
        },
        {
          id: 'why',
          label: 'The reason in a sentence, as it could be told to the doctor',
          type: 'text',
          isRequired: true,
        },
        {
          id: 'relookOn',
          label: 'On which day does somebody look again?',
          hint: 'Usually in seven days',
          type: 'date',
          isRequired: true,
        },
      ],
    },
    {
      title: 'Advice to the doctor',
      questions: [
        {
          id: 'advice',
          label: 'What was the doctor advised?',
          type: 'choices',
          isRequired: true,
          options: [
            { value: 'no-reply', text: 'Not to reply, and to ask nobody else to' },
            { value: 'capture', text: 'To keep a copy first' },
            { value: 'block', text: 'Then to mute or block the account' },
            { value: 'unfollow', text: 'To stop notifications, or to unfollow' },
            { value: 'talk', text: 'To talk to somebody they trust, or to us' },
          ],
        },
        {
          id: 'doctorWish',
          label: 'Does the doctor want a reply all the same? What was said to that?',
          type: 'text',
        },
      ],
    },
    {
      title: 'The second look',
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
            { value: 'worse', text: 'It has grown: triage again' },
          ],
        },
        { id: 'foundWords', label: 'In words', type: 'text' },
      ],
    },
  ],
  fills: [{ templates: ['T-WATCH-NOTE'], field: 'inputs.reviewOn', question: 'relookOn' }],
  signOff: {
    right: 'worksheet:sign',
    by: 'An adviser',
    check: ({ advice = [] }) =>
      [advice].flat().includes('block') && ![advice].flat().includes('capture')
        ? [
            {
              question: 'advice',
              text: 'Blocking may hide the post: the doctor has to keep a copy first',
            },
          ]
        : [],
    brings: {
      tasks: [
        { key: 'advise', title: 'Send the doctor the advice sheet', workingDays: 1 },
        { key: 'relook', title: 'Look at the post again', dueOn: 'relookOn' },
      ],
    },
  },
  states: { looked: { text: 'Looked at again', colour: 'green' } },
  steps: [
    {
      id: 'looked',
      label: 'Record the second look',
      from: ['signed'],
      to: 'looked',
      needs: ['lookedOn', 'found'],
    },
  ],
  templates: ['T-DOC-EXPLAIN', 'T-WATCH-NOTE'],
};
