import type { Answers } from '../answers.js';
import type { Missing, WorksheetKind } from '../kind.js';
import { courtNotes } from './court-notes.js';

/**
 * Somebody says that the doctor has defamed them: what was written, what can be shown, and who answers. The other
 * side of a legal notice.
 *
 * @source B.defam; S.bma: defamation applies to what doctors post; S.mps_ie on claims from published material
 */
export const DEFAMATION_CLAIM: WorksheetKind = {
  id: 'defamation-claim',
  routes: ['remediate_post', 'indemnity_scope_check'],
  isAlways: true,
  title: 'The doctor is said to have defamed somebody',
  intro: [
    'Nobody answers, apologises or deletes before a solicitor has seen the letter and a copy is kept.',
    'A claim from something published may lie outside the indemnity. Have the scope checked; until then promise nothing.',
  ],
  nationIntro: courtNotes,
  citations: ['B.defam', 'S.bma', 'S.mps_ie'],
  sections: [
    {
      title: 'What is complained of',
      questions: [
        {
          id: 'complainant',
          label: 'Who complains, or who writes for them?',
          type: 'line',
          isRequired: true,
          isSensitive: true,
        },
        {
          id: 'isPatient',
          label: 'Are they, or do they speak for, a patient?',
          hint: 'Then nothing of their care may be used in public, whatever they say',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'letterOn',
          label: 'On which day did their letter or message come?',
          type: 'date',
          isPast: true,
          isRequired: true,
        },
        {
          id: 'answerBy',
          label: 'By when do they want an answer?',
          hint: 'The day in the letter. Leave empty if it names none.',
          type: 'date',
        },
        {
          id: 'words',
          label: 'The words of the doctor that they complain of, exactly as posted',
          type: 'text',
          isRequired: true,
        },
        {
          id: 'firstPublishedOn',
          label: 'On which day were they first published?',
          hint: 'The time in which they may sue counts from here',
          type: 'date',
          isPast: true,
          isRequired: true,
        },
        {
          id: 'captured',
          label: 'Is a copy of the post kept, with its address, its date and its comments?',
          type: 'yes-no',
          isRequired: true,
        },
      ],
    },
    {
      title: 'What can be said for the doctor',
      questions: [
        {
          id: 'defence',
          label: 'What is the post, as the doctor sees it?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'true', text: 'A fact that is true' },
            { value: 'opinion', text: 'Honest opinion, on facts that stand beside it' },
            { value: 'public-interest', text: 'A matter of public interest' },
            { value: 'wrong', text: 'It was wrong' },
            { value: 'unsure', text: 'Not clear yet' },
          ],
        },
        {
          id: 'proof',
          label: 'What shows that, without any patient’s record?',
          type: 'text',
          isRequired: true,
          shownIf: { question: 'defence', is: ['true', 'opinion', 'public-interest'] },
        },
        {
          id: 'harm',
          label: 'What harm do they say it did?',
          type: 'text',
          isRequired: true,
        },
        {
          id: 'process',
          label: 'Is there a claim, a complaint or a regulator’s case between the same people?',
          hint: 'Accounts given in one of them are read in the others',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'solicitorView',
          label: 'What does the solicitor say?',
          type: 'text',
          isRequired: true,
        },
      ],
    },
    {
      title: 'What came of it',
      stage: 'after',
      questions: [
        { id: 'answeredOn', label: 'When was it answered?', type: 'date', isPast: true },
        { id: 'answer', label: 'What was answered, and by whom?', type: 'text' },
        { id: 'outcome', label: 'How did it end?', type: 'text' },
      ],
    },
  ],
  signOff: {
    right: 'worksheet:sign-legal',
    by: 'A solicitor',
    needsOther: true,
    decisions: [
      { value: 'stand', text: 'Stand by the post' },
      { value: 'correct', text: 'Correct it or take it down' },
      { value: 'amends', text: 'Offer amends' },
      { value: 'counsel', text: 'Ask counsel first' },
    ],
    check: notReady,
    brings: {
      clocks: [{ deadline: 'defamation_1y', startFrom: 'firstPublishedOn' }],
      tasks: [
        { key: 'scope', title: 'Have the scope of indemnity checked', workingDays: 1 },
        { key: 'claims-team', title: 'Tell the claims team', workingDays: 1 },
        { key: 'answer', title: 'Answer the letter about the doctor’s post', dueOn: 'answerBy' },
        {
          key: 'put-right',
          title: 'Have the post put right, with a copy kept',
          workingDays: 1,
          when: { decision: ['correct', 'amends'] },
        },
        {
          key: 'counsel',
          title: 'Ask counsel about the letter',
          workingDays: 2,
          when: { decision: 'counsel' },
        },
      ],
    },
  },
  states: {
    answered: { text: 'Answered', colour: 'blue' },
    finished: { text: 'Finished', colour: 'green' },
  },
  steps: [
    {
      id: 'answered',
      label: 'Record that it was answered',
      from: ['signed'],
      to: 'answered',
      needs: ['answeredOn', 'answer'],
    },
    {
      id: 'finished',
      label: 'Record how it ended',
      from: ['signed', 'answered'],
      to: 'finished',
      needs: ['outcome'],
    },
  ],
};

/** Nothing is decided about a post of which no copy is kept. */
function notReady({ captured }: Answers): readonly Missing[] {
  if (captured !== 'no') return [];
  return [{ question: 'captured', text: 'A copy of the post has to be kept first' }];
}
