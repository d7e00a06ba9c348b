import type { WorksheetKind } from '../kind.js';
import { consentBar, consentWords } from './image-consent-rule.js';

const USES = [
  { value: 'teaching', text: 'Teaching or a lecture' },
  { value: 'publication', text: 'A journal, a book or a poster' },
  { value: 'post', text: 'A post or a page online' },
  { value: 'opinion', text: 'The opinion of a colleague' },
  { value: 'press', text: 'Press or broadcasting' },
];

const PLATFORMS = [
  { value: 'own-site', text: 'The website of the practice or hospital' },
  { value: 'facebook', text: 'Facebook' },
  { value: 'instagram', text: 'Instagram' },
  { value: 'x', text: 'X, once Twitter' },
  { value: 'linkedin', text: 'LinkedIn' },
  { value: 'youtube', text: 'YouTube' },
  { value: 'tiktok', text: 'TikTok' },
  { value: 'professional', text: 'A site for professionals' },
  { value: 'messaging', text: 'A messaging app or a group' },
  { value: 'print', text: 'In print, or in a room' },
  { value: 'other', text: 'Elsewhere' },
];

const PURPOSES = [
  { value: 'teaching', text: 'To teach professionals' },
  { value: 'public', text: 'To inform the public' },
  { value: 'promotion', text: 'To show or promote the work of the practice' },
  { value: 'research', text: 'Research' },
  { value: 'care', text: 'The care of this patient' },
  { value: 'other', text: 'Something else' },
];

const AUDIENCES = [
  { value: 'team', text: 'The team that gives care' },
  { value: 'professionals', text: 'Professionals and students' },
  { value: 'public', text: 'Anybody, also by way of a closed group' },
];

/** Who agreed, what to, and whether that covers one use of a picture or recording. A relative of who has died is a kind of its own. */
export const IMAGE_CONSENT: WorksheetKind = {
  id: 'image-consent',
  routes: ['remediate_post', 'data_protection'],
  isAlways: true,
  title: 'Consent to a picture or recording',
  intro: [
    'A picture or recording of a patient is shown with written consent for that very use, or not at all; also where nobody can be recognised.',
    'Consent that leaves out the use, the place, the purpose, the audience, the time or how to withdraw is no consent. A closed group counts as the public.',
    'Once something is published it cannot be called back everywhere. The patient should have been told that too.',
  ],
  citations: ['A10', 'A1.p18-20'],
  sections: [
    {
      title: 'The picture or recording',
      questions: [
        {
          id: 'shows',
          label: 'What does it show?',
          hint: 'Without names',
          type: 'line',
          isRequired: true,
          isSensitive: true,
        },
        {
          id: 'sort',
          label: 'What is it?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'condition', text: 'A photograph of a patient’s condition' },
            { value: 'scan', text: 'A scan, a trace or a slide' },
            { value: 'scene', text: 'A scene of ward, theatre or clinic' },
            { value: 'video', text: 'A video' },
            { value: 'sound', text: 'A recording of sound' },
          ],
        },
        {
          id: 'item',
          label: 'Which item of evidence is it?',
          hint: 'Such as E1. Leave empty where it is not kept on this case.',
          type: 'line',
        },
      ],
    },
    {
      title: 'What was agreed',
      intro: 'Leave empty what the form does not say: it is then missing.',
      questions: [
        {
          id: 'consentFrom',
          label: 'Who agreed?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'patient', text: 'The patient' },
            { value: 'parent', text: 'Whoever has parental responsibility' },
            { value: 'attorney', text: 'Whoever may decide in law for an adult without capacity' },
            {
              value: 'next-of-kin',
              text: 'The next of kin, or executor, of a patient who has died',
            },
            { value: 'nobody', text: 'Nobody, as far as is known' },
          ],
        },
        {
          id: 'wishes',
          label: 'How are they related, and what did the patient wish in life?',
          hint: 'A relative cannot set aside what the patient refused. The duty of confidence does not end with death.',
          type: 'text',
          isRequired: true,
          isSensitive: true,
          shownIf: { question: 'consentFrom', is: 'next-of-kin' },
        },
        { id: 'inWriting', label: 'Is it in writing, and signed?', type: 'yes-no' },
        {
          id: 'form',
          label: 'Where is the signed form?',
          hint: 'Keep it under Evidence, and say which item it is',
          type: 'line',
          isSensitive: true,
        },
        { id: 'agreedUse', label: 'What may it be used for?', type: 'choices', options: USES },
        {
          id: 'agreedPlatforms',
          label: 'Where may it be shown?',
          type: 'choices',
          options: PLATFORMS,
        },
        { id: 'agreedPurpose', label: 'To what purpose?', type: 'choices', options: PURPOSES },
        { id: 'agreedAudience', label: 'Who may see it?', type: 'choices', options: AUDIENCES },
        {
          id: 'duration',
          label: 'For how long?',
          type: 'choice',
          options: [
            { value: 'until-day', text: 'Until a day' },
            { value: 'once', text: 'Once' },
            { value: 'until-withdrawn', text: 'Until it is withdrawn' },
          ],
        },
        {
          id: 'agreedUntil',
          label: 'Until when?',
          type: 'date',
          shownIf: { question: 'duration', is: 'until-day' },
        },
        {
          id: 'toldWithdrawal',
          label: 'Were they told how to withdraw it, and that copies may remain?',
          type: 'yes-no',
        },
        {
          id: 'withdrawnOn',
          label: 'If it was withdrawn: when?',
          type: 'date',
          isPast: true,
        },
      ],
    },
    {
      title: 'The use in question',
      questions: [
        {
          id: 'useKind',
          label: 'What is it used for?',
          type: 'choice',
          isRequired: true,
          options: USES,
        },
        {
          id: 'usePlatform',
          label: 'Where?',
          type: 'choice',
          isRequired: true,
          options: PLATFORMS,
        },
        {
          id: 'usePurpose',
          label: 'To what purpose?',
          type: 'choice',
          isRequired: true,
          options: PURPOSES,
        },
        {
          id: 'useAudience',
          label: 'Who can see it?',
          type: 'choice',
          isRequired: true,
          options: AUDIENCES,
        },
        { id: 'useOn', label: 'From which day on?', type: 'date', isRequired: true },
        {
          id: 'isReuse',
          label: 'Was it used before in another context, and taken from there?',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'foundAt',
          label: 'Where does it stand now, and who put it there?',
          hint: 'Every address that is known',
          type: 'text',
          isRequired: true,
          shownIf: { question: 'isReuse', is: 'yes' },
        },
      ],
    },
    {
      title: 'Afterwards',
      stage: 'after',
      questions: [
        { id: 'goneOn', label: 'When was it gone?', type: 'date', isPast: true },
        {
          id: 'remains',
          label: 'What was done, and what remains elsewhere?',
          type: 'text',
        },
      ],
    },
  ],
  signOff: {
    right: 'worksheet:sign',
    by: 'An adviser',
    decisions: [
      {
        value: 'stop-and-delist',
        text: 'No consent for this use: it is taken down wherever it stands, and delisted',
      },
      { value: 'stop', text: 'No consent for this use: it is not shown, or taken down' },
      { value: 'covered', text: 'The consent covers this use' },
    ],
    rules: consentWords,
    bars: consentBar,
    brings: {
      tasks: [
        {
          key: 'take-down',
          title: 'See that the picture or recording is taken down, once a copy is sealed',
          workingDays: 0,
          when: { decision: ['stop', 'stop-and-delist'] },
        },
        {
          key: 'breach-questions',
          title: 'Answer the questions on a data breach with the data protection officer',
          workingDays: 0,
          when: { decision: ['stop', 'stop-and-delist'] },
        },
        {
          key: 'report-copies',
          title: 'Report each copy of the picture to the site on which it stands',
          workingDays: 1,
          when: { decision: 'stop-and-delist' },
        },
        {
          key: 'delist',
          title: 'Ask the search engines to delist what still leads to the picture',
          workingDays: 2,
          when: { decision: 'stop-and-delist' },
        },
        {
          key: 'ends',
          title: 'See that the picture is no longer shown: its consent ends',
          dueOn: 'agreedUntil',
          when: { decision: 'covered' },
        },
      ],
    },
  },
  states: { gone: { text: 'No longer shown', colour: 'green' } },
  steps: [
    {
      id: 'gone',
      label: 'Record that it is no longer shown',
      from: ['signed'],
      to: 'gone',
      needs: ['goneOn', 'remains'],
    },
  ],
  templates: ['T-TAKEDOWN', 'T-MODERATOR'],
};
