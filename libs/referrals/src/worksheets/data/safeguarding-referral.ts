import type { WorksheetKind } from '../kind.js';

/**
 * A safeguarding referral: made at once, whatever becomes of the post.
 *
 * @source domain A5, E2: a risk to a child or an adult at risk is acted on and does not wait for a moderator.
 */
export const SAFEGUARDING_REFERRAL: WorksheetKind = {
  id: 'safeguarding-referral',
  routes: ['safeguarding'],
  isAlways: true,
  title: 'Safeguarding referral',
  intro: [
    'If somebody is in danger now, call the emergency number first.',
    'A referral waits for no moderator and for no reply. Record whom you told, when, and what they call it.',
    'Images of a child’s abuse are never copied or uploaded: the address only.',
  ],
  citations: ['A5'],
  sections: [
    {
      title: 'The concern',
      questions: [
        {
          id: 'about',
          label: 'Whom is the concern about?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'child', text: 'A child' },
            { value: 'adult', text: 'An adult at risk' },
            { value: 'author', text: 'The person who posted' },
          ],
        },
        {
          id: 'who',
          label: 'What is known of who and where they are?',
          type: 'text',
          isRequired: true,
          isSensitive: true,
        },
        {
          id: 'concern',
          label: 'What is the concern, and where was it seen?',
          type: 'text',
          isRequired: true,
          isSensitive: true,
        },
        {
          id: 'seenAt',
          label: 'When did we see it?',
          type: 'date-time',
          isPast: true,
          isRequired: true,
        },
        {
          id: 'immediate',
          label: 'Is somebody in danger now?',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'emergencyAt',
          label: 'When were the emergency services called?',
          type: 'date-time',
          isPast: true,
          isRequired: true,
          shownIf: { question: 'immediate', is: 'yes' },
        },
        {
          id: 'toldFamily',
          label: 'Was the person, or a parent, told of the referral?',
          hint: 'Where telling them would put somebody at risk, say no and why',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'notToldWhy',
          label: 'Why not?',
          type: 'text',
          isRequired: true,
          shownIf: { question: 'toldFamily', is: 'no' },
        },
      ],
    },
    {
      title: 'The referral',
      questions: [
        {
          id: 'recipient',
          label: 'To whom does it go?',
          hint: 'The local safeguarding team, social work, Tusla',
          type: 'line',
          isRequired: true,
        },
      ],
    },
    {
      title: 'What was made of it',
      stage: 'after',
      questions: [
        {
          id: 'toldAt',
          label: 'When were they told?',
          type: 'date-time',
          isPast: true,
          isRequired: true,
        },
        {
          id: 'toldWhom',
          label: 'Who took it?',
          type: 'line',
          isRequired: true,
          isSensitive: true,
        },
        { id: 'theirReference', label: 'What is their reference?', type: 'line', isRequired: true },
        { id: 'outcome', label: 'What did they do?', type: 'text', isRequired: true },
      ],
    },
  ],
  fills: [{ templates: ['T-SG-REFERRAL'], field: 'inputs.seenOn', question: 'seenAt' }],
  signOff: {
    right: 'worksheet:sign-safeguarding',
    by: 'The safeguarding lead',
    decisions: [
      { value: 'refer', text: 'Refer' },
      { value: 'no-referral', text: 'No referral' },
    ],
    brings: {
      referrals: [
        {
          route: 'safeguarding',
          recipientFrom: 'recipient',
          recipient: 'Safeguarding team',
          when: { decision: 'refer' },
        },
      ],
      tasks: [
        {
          key: 'make-referral',
          title: 'Make the safeguarding referral today, by telephone first',
          workingDays: 0,
          when: { decision: 'refer' },
        },
      ],
    },
  },
  states: {
    made: { text: 'Referred', colour: 'blue' },
    closed: { text: 'Answered', colour: 'green' },
  },
  steps: [
    {
      id: 'made',
      label: 'Record that they were told',
      from: ['signed'],
      to: 'made',
      needs: ['toldAt', 'toldWhom'],
      brings: {
        tasks: [
          {
            key: 'chase-safeguarding',
            title: 'Ask the safeguarding team what was done',
            workingDays: 3,
          },
        ],
      },
    },
    {
      id: 'answered',
      label: 'Record what they did',
      from: ['made'],
      to: 'closed',
      needs: ['theirReference', 'outcome'],
    },
  ],
  templates: ['T-SG-REFERRAL'],
};
