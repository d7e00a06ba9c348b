import type { Answers } from '../answers.js';
import type { Missing, WorksheetKind, WorksheetOption } from '../kind.js';

/** The standards that posts most often engage; the values are keys of the guidance. */
const STANDARDS: readonly WorksheetOption[] = [
  { value: 'A1.p14', text: 'Abuse, bullying, harassment or targeting of people online' },
  { value: 'A1.p15', text: 'The law on communication: defamation, discrimination, harassment' },
  { value: 'A1.p17', text: 'Boundaries with patients on private profiles' },
  { value: 'A1.p18', text: 'Confidentiality, dignity and privacy online' },
  { value: 'A1.p19', text: 'Details that identify a patient when put together' },
  { value: 'A1.p20', text: 'Consent before anything identifiable about a patient' },
  { value: 'A2.p81', text: 'Conduct that justifies trust' },
  { value: 'A2.p82', text: 'Honesty about experience, qualifications and role' },
  { value: 'A2.p88', text: 'Honesty and confidentiality in professional communication' },
  { value: 'A2.p89', text: 'Accurate information' },
  { value: 'A2.p90', text: 'Public communication and advertising' },
  { value: 'A2.p93', text: 'Private groups and messages' },
  { value: 'A2.p99', text: 'Telling the regulator of cautions, charges and findings' },
  { value: 'A6', text: 'The guide of the Medical Council (Ireland)' },
];

/**
 * Whether the regulator's threshold is met, weighed by one person and decided by another.
 *
 * @source domain A4: the threshold is likely where conduct falls well below the standard with unacceptable risk,
 *   where local handling failed, or where the doctor disengages; Human Rights Act 1998 section 12(3) and article 10
 *   (White 2021, Adil 2023).
 */
export const REGULATOR_THRESHOLD: WorksheetKind = {
  id: 'regulator-threshold',
  routes: ['regulator_advice'],
  title: 'Regulator threshold',
  intro: [
    'Nobody is referred to a regulator by a rule. This sets out what is known, what the standard says and what speaks against it, and then a named person decides and gives the reason.',
    'To be criticised is not a reportable event.',
  ],
  citations: ['A4', 'A6', 'A2.p99', 'F5', 'F6'],
  sections: [
    {
      title: 'Facts',
      questions: [
        {
          id: 'facts',
          label: 'What is known to have happened?',
          hint: 'Facts, not what is alleged. Leave out names of patients.',
          type: 'text',
          isRequired: true,
        },
        {
          id: 'disputed',
          label: 'What is alleged or disputed?',
          hint: 'Write “nothing” where that is so',
          type: 'text',
          isRequired: true,
        },
        {
          id: 'reportable',
          label: 'Has the doctor a duty to tell the regulator themselves?',
          hint: 'A caution, a charge, a finding of guilt, criticism by an official inquiry, a finding by another professional body',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'reportableWhat',
          label: 'Which of these, and on what day?',
          type: 'text',
          isRequired: true,
          shownIf: { question: 'reportable', is: 'yes' },
        },
      ],
    },
    {
      title: 'Standard and seriousness',
      questions: [
        {
          id: 'standards',
          label: 'Which standards are engaged?',
          type: 'choices',
          isRequired: true,
          options: STANDARDS,
        },
        {
          id: 'seriousness',
          label: 'How far does it fall below the standard?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'not', text: 'It does not' },
            { value: 'below', text: 'Below it' },
            { value: 'well-below', text: 'Well below it' },
          ],
        },
        {
          id: 'seriousnessWhy',
          label: 'Why so, and what is the risk to patients or to trust?',
          type: 'text',
          isRequired: true,
        },
        {
          id: 'selfTest',
          label: 'How would the regulator see the post, in the doctor’s own words?',
          hint: 'What the doctor answered when they were asked. Leave empty if they were not asked.',
          type: 'text',
        },
      ],
    },
    {
      title: 'Pattern and insight',
      questions: [
        {
          id: 'pattern',
          label: 'Is there a pattern?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'once', text: 'It happened once' },
            { value: 'repeated', text: 'It happened before' },
            { value: 'continuing', text: 'It goes on, after advice too' },
          ],
        },
        {
          id: 'patternWhat',
          label: 'What happened before, and when?',
          type: 'text',
          isRequired: true,
          shownIf: { question: 'pattern', is: ['repeated', 'continuing'] },
        },
        {
          id: 'insight',
          label: 'What insight has the doctor shown?',
          type: 'choice',
          isRequired: true,
          options: [
            {
              value: 'full',
              text: 'Full: the post is gone, an apology made, the cause understood',
            },
            { value: 'some', text: 'Some' },
            { value: 'none', text: 'None' },
            { value: 'not-asked', text: 'The doctor has not been asked yet' },
          ],
        },
        {
          id: 'insightHow',
          label: 'How did it show?',
          type: 'text',
          isRequired: true,
          shownIf: { question: 'insight', is: ['full', 'some', 'none'] },
        },
      ],
    },
    {
      title: 'The doctor’s rights of expression',
      intro:
        'Belief and expression are protected, on health too, until they mislead with a doctor’s authority or harm others.',
      questions: [
        {
          id: 'expression',
          label: 'What of the post is protected expression (article 10), and what is not?',
          type: 'text',
          isRequired: true,
        },
        {
          id: 'restraint',
          label: 'Would anything be asked for that stops the doctor from publishing?',
          hint: 'Such as interim conditions on posting',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'restraintWhy',
          label: 'Why is it likely to be granted in the end (Human Rights Act, section 12(3))?',
          type: 'text',
          isRequired: true,
          shownIf: { question: 'restraint', is: 'yes' },
        },
      ],
    },
    {
      title: 'Local handling and other views',
      questions: [
        {
          id: 'local',
          label: 'Was it handled locally?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'worked', text: 'Yes, and it worked' },
            { value: 'failed', text: 'Yes, and it failed or the doctor did not take part' },
            { value: 'not-tried', text: 'Not yet' },
            { value: 'not-possible', text: 'It cannot be' },
          ],
        },
        {
          id: 'localWhat',
          label: 'What was done, or why was nothing done?',
          type: 'text',
          isRequired: true,
        },
        {
          id: 'view',
          label: 'Whose view was asked?',
          type: 'choice',
          isRequired: true,
          options: [
            { value: 'ro', text: 'The responsible officer’s' },
            { value: 'ela', text: 'The regulator’s employer liaison adviser’s, without a name' },
            { value: 'nobody', text: 'Nobody’s' },
          ],
        },
        {
          id: 'viewSaid',
          label: 'What did they say, and when?',
          type: 'text',
          isRequired: true,
          shownIf: { question: 'view', is: ['ro', 'ela'] },
        },
        {
          id: 'viewWhyNot',
          label: 'Why was nobody asked?',
          type: 'text',
          isRequired: true,
          shownIf: { question: 'view', is: 'nobody' },
        },
        {
          id: 'doctorTold',
          label: 'Does the doctor know that this is being weighed?',
          type: 'yes-no',
          isRequired: true,
        },
        {
          id: 'doctorSaid',
          label: 'What did the doctor say?',
          type: 'text',
          isRequired: true,
          shownIf: { question: 'doctorTold', is: 'yes' },
        },
        {
          id: 'recommendation',
          label: 'What do you advise, and why?',
          type: 'text',
          isRequired: true,
        },
      ],
    },
  ],
  signOff: {
    right: 'worksheet:sign-high',
    by: 'An approver (lead adviser)',
    needsOther: true,
    decisions: [
      { value: 'no-referral', text: 'No referral' },
      { value: 'local', text: 'Local handling first' },
      { value: 'ask', text: 'Ask the employer liaison adviser' },
      { value: 'self-report', text: 'The doctor tells the regulator themselves' },
      { value: 'refer', text: 'Refer to the regulator' },
    ],
    check: dutyIsWeighed,
    brings: {
      referrals: [
        { route: 'regulator_advice', recipient: 'Regulator', when: { decision: 'refer' } },
      ],
      clocks: [{ deadline: 'self_report_without_delay', when: { decision: 'self-report' } }],
      tasks: [
        {
          key: 'send-referral',
          title: 'Send the referral to the regulator and record that it was sent',
          workingDays: 2,
          when: { decision: 'refer' },
        },
        {
          key: 'help-self-report',
          title: 'Help the doctor tell the regulator, without delay',
          workingDays: 1,
          when: { decision: 'self-report' },
        },
        {
          key: 'ask-liaison',
          title: 'Ask the employer liaison adviser, without the doctor’s name',
          workingDays: 3,
          when: { decision: 'ask' },
        },
        {
          key: 'local-handling',
          title: 'Agree the local steps and when to look again',
          workingDays: 5,
          when: { decision: 'local' },
        },
        { key: 'tell-doctor', title: 'Tell the doctor what was decided and why', workingDays: 2 },
      ],
    },
  },
  templates: ['T-SELF-REPORT'],
  permits: { route: 'regulator_advice', decisions: ['ask', 'self-report', 'refer'] },
};

/** A duty of the doctor's own comes with the standard that it rests on. */
function dutyIsWeighed({ reportable, standards = [] }: Answers): readonly Missing[] {
  if (reportable !== 'yes' || [standards].flat().some((key) => key === 'A2.p99' || key === 'A6')) {
    return [];
  }
  const text = 'The standard on telling the regulator, where the doctor has a duty to tell it';
  return [{ question: 'standards', text }];
}
