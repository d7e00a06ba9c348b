import type { Answer, Answers } from '../answers.js';
import type { RuleWord } from '../kind.js';

/** What has to be agreed in writing, each with its words; without one of them there is no consent. */
const AGREED = {
  form: 'where the signed form is kept',
  agreedUse: 'what it may be used for',
  agreedPlatforms: 'where it may be shown',
  agreedPurpose: 'the purpose',
  agreedAudience: 'who may see it',
  duration: 'for how long',
  toldWithdrawal: 'how it can be withdrawn',
} as const;

/** What was agreed, and what the use in question has to lie within. */
const WITHIN = [
  { use: 'useKind', agreed: 'agreedUse', about: 'The kind of use' },
  { use: 'usePlatform', agreed: 'agreedPlatforms', about: 'The place' },
  { use: 'usePurpose', agreed: 'agreedPurpose', about: 'The purpose' },
  { use: 'useAudience', agreed: 'agreedAudience', about: 'The audience' },
] as const;

const has = (values: Answer | undefined, value: Answer | undefined): boolean =>
  typeof value === 'string' && [values ?? []].flat().includes(value);

/**
 * What a consent lacks, in words; empty where it is whole.
 *
 * @source A10: written consent before a recording is published; A1.p18-20. THEMIS (S.themis): nature, platform and purpose.
 */
export function lacksOf(answers: Answers): readonly string[] {
  if (answers['consentFrom'] === 'nobody') return ['anybody who agreed to it'];
  return [
    ...(answers['consentFrom'] === undefined ? ['who agreed to it'] : []),
    ...(answers['inWriting'] === 'yes' ? [] : ['writing']),
    ...Object.entries(AGREED)
      .filter(([id]) => answers[id] === undefined || answers[id] === 'no')
      .map(([, words]) => words),
    ...(answers['duration'] === 'until-day' && answers['agreedUntil'] === undefined
      ? ['the day on which it ends']
      : []),
  ];
}

/** Where the use in question lies outside what was agreed. */
export function outsideOf(answers: Answers): readonly RuleWord[] {
  const { useOn, agreedUntil, withdrawnOn } = answers;
  const says = 'Outside the consent';
  const beyond = WITHIN.filter(({ use, agreed }) => !has(answers[agreed], answers[use])).map(
    ({ about }) => ({ about, says, why: 'It was not agreed to, or is not known yet.' }),
  );
  return [
    ...beyond,
    ...(useOn && agreedUntil && useOn > agreedUntil
      ? [{ about: 'The time', says, why: 'The consent had ended by that day.' }]
      : []),
    ...(withdrawnOn
      ? [{ about: 'Withdrawal', says, why: 'It was withdrawn: nothing is shown any longer.' }]
      : []),
  ];
}

/** Whether a consent that lacks nothing covers the use in question. */
export function isCovered(answers: Answers): boolean {
  return lacksOf(answers).length === 0 && outsideOf(answers).length === 0;
}

/** What a picture that goes to a colleague for a second opinion asks for besides. */
const SECOND_OPINION: RuleWord = {
  about: 'Second opinion',
  says: 'Send it by the route that the employer has approved, and by no other',
  why: 'With the patient’s consent, no more of picture and history than the question needs, nothing by which the patient could be known; then copied to the record and removed from the telephone.',
};

/** The same in words, the stop first. */
export function consentWords(answers: Answers): readonly RuleWord[] {
  return [...judgement(answers), ...(answers['useKind'] === 'opinion' ? [SECOND_OPINION] : [])];
}

function judgement(answers: Answers): readonly RuleWord[] {
  const [lacks, outside] = [lacksOf(answers), outsideOf(answers)];
  if (isCovered(answers)) {
    const why = 'It is in writing, lacks nothing, and the use lies within it.';
    return [{ about: 'Consent', says: 'It covers this use', why }];
  }
  const stop = {
    about: 'Stop',
    says: 'Do not publish it, and take it down where it stands',
    why: 'A picture or recording of a patient is shown with written consent for that very use, or not at all.',
  };
  const lacking = lacks.length > 0 && {
    about: 'Consent',
    says: 'There is none',
    why: `It lacks ${lacks.join(', ')}.`,
  };
  return [stop, ...(lacking ? [lacking] : outside)];
}

/** Why a decision cannot stand on these answers. */
export function consentBar(answers: Answers, decision: string): string | undefined {
  const isReuse = answers['isReuse'] === 'yes';
  if (decision === 'covered' && !isCovered(answers)) {
    const [first] = lacksOf(answers);
    return first
      ? `There is no consent: it lacks ${lacksOf(answers).join(', ')}`
      : 'This use lies outside the consent: see what the rules say';
  }
  if (decision === 'stop' && isReuse) {
    return 'It was used again elsewhere: decide that it is taken down and delisted there as well';
  }
  return undefined;
}
