import type { WorksheetKind } from '../kind.js';

/**
 * Threat, harassment or crime: what was said and done, how people are kept safe, and what the police were told.
 * In danger somebody calls first and fills this in afterwards.
 *
 * @source domain rules R10 to R18 of the shipped pack; A13 of the guidance
 */
export const POLICE: WorksheetKind = {
  id: 'police',
  routes: ['police_report'],
  title: 'Threat log and police report',
  intro: [
    'If anybody is in danger now, call 999 (Ireland: 999 or 112) first. Nobody’s approval is needed for that.',
    'Keep the evidence, then block. Tell the police no more about a patient than they need.',
  ],
  citations: ['A13', 'A11.bma'],
  sections: [
    {
      title: 'What was said or done',
      questions: [
        {
          id: 'words',
          label: 'The exact words, or what was done',
          type: 'text',
          isRequired: true,
          isSensitive: true,
        },
        {
          id: 'forms',
          label: 'What kind is it?',
          type: 'choices',
          isRequired: true,
          options: [
            { value: 'threat', text: 'A threat of harm' },
            { value: 'harassment', text: 'Harassment, more than once' },
            { value: 'hate', text: 'Hate because of who somebody is' },
            { value: 'address', text: 'A home address or other private facts published' },
            { value: 'image', text: 'An intimate image, real or made' },
            { value: 'fraud', text: 'Fraud in the doctor’s name' },
          ],
        },
        {
          id: 'immediacy',
          label: 'Could it happen now?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'now', text: 'Yes, now or today' },
            { value: 'possible', text: 'It is possible' },
            { value: 'unlikely', text: 'It is unlikely' },
          ],
        },
        {
          id: 'knowsPlace',
          label: 'Does the author know where the doctor lives or works?',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'earlier',
          label: 'Earlier contacts: dates, ways, words',
          hint: 'Two or more that distress one person make a course of conduct',
          type: 'text',
          isRequired: true,
          isSensitive: true,
          shownIf: { question: 'forms', is: 'harassment' },
        },
        {
          id: 'captured',
          label: 'Was the evidence kept before anything was blocked or reported?',
          type: 'yes-no',
          isRequired: true,
        },
      ],
    },
    {
      title: 'Safety plan',
      questions: [
        {
          id: 'plan',
          label: 'Who does what so that people are safe?',
          hint: 'Doctor, family, reception, colleagues; arriving and leaving; whom to call',
          type: 'text',
          isRequired: true,
          isSensitive: true,
        },
        {
          id: 'employerTold',
          label: 'Has the employer or the practice been told, for the safety of staff?',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'doctorAgrees',
          label: 'Does the doctor agree to a report?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
            { value: 'not-asked', text: 'Could not be asked, because of danger' },
          ],
        },
      ],
    },
    {
      title: 'The police',
      stage: 'after',
      questions: [
        { id: 'reportedOn', label: 'When was it reported?', type: 'date-time', isPast: true },
        { id: 'force', label: 'Which force or station?', type: 'line' },
        { id: 'officer', label: 'Officer', type: 'line', isSensitive: true },
        { id: 'reference', label: 'Their reference', type: 'line' },
        { id: 'outcome', label: 'What came of it', type: 'text' },
      ],
    },
  ],
  signOff: {
    right: 'worksheet:sign-high',
    by: 'A lead adviser',
    decisions: [
      { value: 'report', text: 'Report it to the police' },
      { value: 'doctor-reports', text: 'The doctor reports it, with our help' },
      { value: 'no-report', text: 'Do not report it, and look again' },
    ],
    check: ({ captured, immediacy }) =>
      captured === 'no' && immediacy !== 'now'
        ? [{ question: 'captured', text: 'Keep the evidence first: it may be gone once blocked' }]
        : [],
    brings: {
      tasks: [
        {
          key: 'report',
          title: 'Report it to the police and write down the reference',
          workingDays: 0,
          when: { decision: ['report', 'doctor-reports'] },
        },
        { key: 'call-doctor', title: 'Call the doctor about the safety plan', workingDays: 1 },
        {
          key: 'look-again',
          title: 'Look at the threat again',
          workingDays: 2,
          when: { decision: 'no-report' },
        },
      ],
      referrals: [{ route: 'police_report', recipient: 'Police', when: { decision: 'report' } }],
    },
  },
  states: {
    reported: { text: 'Reported to the police', colour: 'blue' },
    finished: { text: 'Finished', colour: 'green' },
  },
  steps: [
    {
      id: 'reported',
      label: 'Record the report',
      from: ['signed'],
      to: 'reported',
      needs: ['reportedOn', 'force', 'reference'],
      brings: {
        tasks: [{ key: 'ask-police', title: 'Ask the police how it stands', workingDays: 10 }],
      },
    },
    {
      id: 'finished',
      label: 'Record what came of it',
      from: ['signed', 'reported'],
      to: 'finished',
      needs: ['outcome'],
    },
  ],
  templates: ['T-POLICE-LOG'],
};
