import type { Answers } from '../answers.js';
import type { CaseAtSigning, Missing, WorksheetKind } from '../kind.js';

/**
 * Putting right what the doctor posted: nothing is taken down before it is kept, nor while papers are held.
 *
 * @source A1.p18-20, A2.p89, A8.asa, A10; S.mps_ie and S.mps_uk on taking down own posts
 */
export const OWN_POST: WorksheetKind = {
  id: 'own-post',
  routes: ['remediate_post'],
  title: 'Put an own post right',
  intro: [
    'Keep a full copy before anything changes. Copies may stay elsewhere after the post is gone: say so to the doctor.',
    'Insight and an honest account help. Neither cancels a duty.',
  ],
  citations: ['A1.p18-20', 'A1.p19', 'A2.p89', 'A8.asa', 'A10'],
  sections: [
    {
      title: 'Before anything changes',
      questions: [
        {
          id: 'captured',
          label: 'Is a full copy kept: text, picture, address, day and time?',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'capturedBy',
          label: 'Who kept it, and where is it?',
          type: 'line',
          isRequired: true,
          shownIf: { question: 'captured', is: 'yes' },
        },
        {
          id: 'held',
          label:
            'Has a court, a coroner, a regulator, the police or a lawyer asked that it is kept as it is?',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'copied',
          label: 'Has it been copied or shared already, as far as is known?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No sign of it' },
            { value: 'unknown', text: 'Not known' },
          ],
        },
      ],
    },
    {
      title: 'The post',
      questions: [
        {
          id: 'context',
          label: 'How did it come about?',
          hint: 'Was the doctor tired, upset, provoked? Without blame.',
          type: 'text',
          isRequired: true,
        },
        {
          id: 'asDoctor',
          label: 'Could readers tell that a doctor wrote it?',
          hint: 'By name, picture, profile or earlier posts; also where it was meant privately',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'named', text: 'Yes, by name' },
            { value: 'traceable', text: 'Yes, without a name' },
            { value: 'no', text: 'No' },
          ],
        },
        {
          id: 'wrong',
          label: 'What is wrong with it?',
          type: 'choices',
          isRequired: true,
          options: [
            { value: 'patient', text: 'A patient could be recognised' },
            { value: 'image', text: 'A picture or recording without written consent for this use' },
            {
              value: 'place',
              text: 'A place, a date or a screen shows in the picture or its file',
            },
            { value: 'offensive', text: 'It demeans or offends' },
            { value: 'colleague', text: 'It attacks a colleague, without a basis' },
            {
              value: 'misleading',
              text: 'It misleads about health, or lies outside their competence',
            },
            { value: 'interest', text: 'An interest or a payment is not declared' },
            { value: 'medicine', text: 'It promotes a prescription-only medicine' },
            { value: 'advice', text: 'It gives one person advice' },
            { value: 'court', text: 'It comments on a court case that is open' },
          ],
        },
        {
          id: 'evidence',
          label: 'What is the evidence on the health claim, and is it within their field?',
          type: 'text',
          isRequired: true,
          shownIf: { question: 'wrong', is: 'misleading' },
        },
        {
          id: 'payment',
          label: 'What was paid or given, by whom, and did the employer agree?',
          type: 'text',
          isRequired: true,
          shownIf: { question: 'wrong', is: ['interest', 'medicine'] },
        },
        {
          id: 'consent',
          label: 'Is there written consent that names the use, the platform and the purpose?',
          hint: 'If one of the three is missing there is no consent. The worksheet on consent to a picture says what is missing.',
          type: 'yes-no',
          isRequired: true,
          shownIf: { question: 'wrong', is: 'image' },
        },
      ],
    },
    {
      title: 'What is done',
      questions: [
        {
          id: 'steps',
          label: 'Steps',
          type: 'choices',
          isRequired: true,
          options: [
            { value: 'take-down', text: 'Take it down' },
            { value: 'edit', text: 'Change it' },
            { value: 'correct', text: 'Publish a correction' },
            { value: 'apologise', text: 'Apologise, without any patient’s facts' },
            { value: 'declare', text: 'Declare the interest, at the start of the post' },
            { value: 'nothing', text: 'Leave it as it is' },
          ],
        },
        {
          id: 'insight',
          label: 'What does the doctor say about it now?',
          type: 'text',
          isRequired: true,
        },
        {
          id: 'prevention',
          label: 'What will they do differently?',
          hint: 'Privacy settings, a course, a day’s wait before posting',
          type: 'text',
        },
      ],
    },
    {
      title: 'Afterwards',
      stage: 'after',
      questions: [
        { id: 'doneOn', label: 'When was it done?', type: 'date', isPast: true },
        { id: 'doneWords', label: 'What was done, and what remains elsewhere?', type: 'text' },
      ],
    },
  ],
  signOff: {
    right: 'worksheet:sign',
    by: 'An adviser; a solicitor where a court case is open',
    check: notYet,
    stops: keptAndNotHeld,
    brings: {
      tasks: [
        {
          key: 'do',
          title: 'See that the doctor has put the post right',
          workingDays: 0,
        },
        {
          key: 'search',
          title: 'Look for copies of the post elsewhere',
          workingDays: 5,
          when: { question: 'copied', is: ['yes', 'unknown'] },
        },
      ],
    },
  },
  states: { done: { text: 'Put right', colour: 'green' } },
  steps: [
    {
      id: 'done',
      label: 'Record what was done',
      from: ['signed'],
      to: 'done',
      needs: ['doneOn', 'doneWords'],
    },
  ],
  templates: ['T-TAKEDOWN'],
};

const CHANGES = new Set(['take-down', 'edit', 'declare']);

/** Stops what cannot be got back: a change of what is not kept or is held, a picture left up without consent. */
function notYet({ captured, held, consent, steps = [] }: Answers): readonly Missing[] {
  const isGone = [steps].flat().some((step) => step === 'take-down' || step === 'edit');
  const isChanged = [steps].flat().some((step) => CHANGES.has(step));
  return [
    ...(captured === 'no'
      ? [{ question: 'captured', text: 'Keep a full copy first: it cannot be got back' }]
      : []),
    ...(held === 'yes' && isChanged
      ? [
          {
            question: 'steps',
            text: 'Stop: it has to be kept as it is. Ask a solicitor before anything is changed or taken down.',
          },
        ]
      : []),
    ...(consent === 'no' && held !== 'yes' && !isGone
      ? [
          {
            question: 'steps',
            text: 'Stop: there is no written consent to this picture or recording. It is taken down, or taken out of the post.',
          },
        ]
      : []),
  ];
}

/** Reads the case itself: a post is changed only where it is sealed as evidence and nothing is on hold. */
function keptAndNotHeld(
  { sealedItems, openHolds }: CaseAtSigning,
  { steps = [] }: Answers,
): readonly Missing[] {
  const chosen = [steps].flat();
  const mayChange = chosen.length === 0 || chosen.some((step) => CHANGES.has(step));
  return [
    ...(sealedItems === 0
      ? [
          {
            question: 'captured',
            text: 'Stop: no copy is sealed on this case. Keep the whole post under Evidence first: it cannot be got back.',
          },
        ]
      : []),
    ...(openHolds > 0 && mayChange
      ? [
          {
            question: 'steps',
            text: 'Stop: this case is on hold, so the post stays as it is. Nothing is taken down or changed until the hold is lifted.',
          },
        ]
      : []),
  ];
}
