import type { Answers } from '../answers.js';
import { countingAnswers, missingForSignOff } from '../answers.js';
import { IMAGE_CONSENT } from './image-consent.js';
import { OWN_POST } from './own-post.js';

const WHOLE: Answers = {
  shows: 'A rash on a forearm',
  sort: 'condition',
  consentFrom: 'patient',
  inWriting: 'yes',
  form: 'E2',
  agreedUse: ['post'],
  agreedPlatforms: ['own-site', 'linkedin'],
  agreedPurpose: ['public'],
  agreedAudience: ['public'],
  duration: 'until-day',
  agreedUntil: '2027-01-31',
  toldWithdrawal: 'yes',
  useKind: 'post',
  usePlatform: 'linkedin',
  usePurpose: 'public',
  useAudience: 'public',
  useOn: '2026-11-01',
  isReuse: 'no',
};

const without = (id: string): Answers =>
  Object.fromEntries(Object.entries(WHOLE).filter(([key]) => key !== id));
const counting = (answers: Answers) => countingAnswers(IMAGE_CONSENT, answers);
const { rules, bars, brings } = IMAGE_CONSENT.signOff;
const said = (answers: Answers) => rules!(counting(answers)).map(({ about }) => about);
const barOf = (answers: Answers, decision = 'covered') => bars!(counting(answers), decision);
const tasksOn = (decision: string) =>
  (brings?.tasks ?? [])
    .filter(({ when }) => when && 'decision' in when && [when.decision].flat().includes(decision))
    .map(({ key }) => key);

describe('a consent to a picture or recording', () => {
  it.each([
    'inWriting',
    'form',
    'agreedUse',
    'agreedPlatforms',
    'agreedPurpose',
    'agreedAudience',
    'duration',
    'agreedUntil',
    'toldWithdrawal',
  ])('is none without: %s (seeds rows 89 and 90)', (id) => {
    expect(said(without(id))).toEqual(['Stop', 'Consent']);
    expect(barOf(without(id))).toMatch(/^There is no consent: it lacks /);
  });

  it('is none where it was only spoken, or nobody told how to withdraw it (seeds row 90)', () => {
    for (const answers of [{ inWriting: 'no' }, { toldWithdrawal: 'no' }] as Answers[]) {
      expect(barOf({ ...WHOLE, ...answers })).toMatch(/^There is no consent/);
    }
  });

  it.each([
    ['The kind of use', { useKind: 'press' }],
    ['The place', { usePlatform: 'instagram' }],
    ['The purpose', { usePurpose: 'promotion' }],
    ['The audience', { agreedAudience: ['professionals'] }],
    ['The time', { useOn: '2027-02-01' }],
    ['Withdrawal', { withdrawnOn: '2026-11-20' }],
  ] as const)('is flagged where the use lies outside it: %s (seeds row 89)', (about, answers) => {
    expect(said({ ...WHOLE, ...answers })).toEqual(['Stop', about]);
    expect(barOf({ ...WHOLE, ...answers })).toMatch(/outside the consent/);
  });

  it('stops the photograph of a patient’s condition that has none, and asks about the breach (seeds row 88)', () => {
    const answers = { ...WHOLE, consentFrom: 'nobody' };
    const [stop] = rules!(counting(answers));
    expect(stop).toMatchObject({ about: 'Stop', says: expect.stringMatching(/^Do not publish/) });
    expect(barOf(answers)).toBeDefined();
    expect(barOf(answers, 'stop')).toBeUndefined();
    expect(tasksOn('stop')).toEqual(['take-down', 'breach-questions']);
  });

  it('covers a use that lies within it, on every count (seeds row 90)', () => {
    expect(said(WHOLE)).toEqual(['Consent']);
    expect(barOf(WHOLE)).toBeUndefined();
    expect(missingForSignOff(IMAGE_CONSENT, WHOLE)).toEqual([]);
    expect(tasksOn('covered')).toEqual(['ends']);
  });

  it('offers take-down and delisting where the picture was used again elsewhere (seeds row 91)', () => {
    const reused = { ...WHOLE, isReuse: 'yes', usePlatform: 'x' };
    expect(missingForSignOff(IMAGE_CONSENT, reused).map(({ question }) => question)).toEqual([
      'foundAt',
    ]);
    expect(barOf(reused, 'stop')).toMatch(/delisted/);
    expect(barOf(reused, 'stop-and-delist')).toBeUndefined();
    expect(tasksOn('stop-and-delist')).toEqual([
      'take-down',
      'breach-questions',
      'report-copies',
      'delist',
    ]);
    expect(IMAGE_CONSENT.templates).toContain('T-MODERATOR');
  });

  it('of the next of kin asks what the patient wished in life, and needs all the rest too (seeds row 82)', () => {
    const died = { ...WHOLE, consentFrom: 'next-of-kin' };
    expect(missingForSignOff(IMAGE_CONSENT, died).map(({ question }) => question)).toEqual([
      'wishes',
    ]);
    const told = { ...died, wishes: 'The daughter; nothing was refused' };
    expect(barOf(told)).toBeUndefined();
    expect(barOf({ ...told, inWriting: 'no' })).toMatch(/^There is no consent/);
  });
});

describe('a clinical picture for a second opinion', () => {
  it('goes by the route of the employer, with consent and no more than is needed (seeds row 95)', () => {
    const words = rules!(counting({ ...WHOLE, useKind: 'opinion' }));
    const advice = words.find(({ about }) => about === 'Second opinion');
    expect(advice?.says).toContain('route that the employer has approved');
    for (const part of ['consent', 'no more of picture', 'removed from the telephone']) {
      expect(advice?.why).toContain(part);
    }
    expect(said(WHOLE)).not.toContain('Second opinion');
  });
});

describe('an own post with a picture that has no written consent', () => {
  const steps = (chosen: string[]) =>
    OWN_POST.signOff.check!({ wrong: ['image'], consent: 'no', steps: chosen });

  it('cannot be left as it is: the stop is shown (seeds row 88)', () => {
    expect(steps(['nothing'])).toEqual([
      { question: 'steps', text: expect.stringMatching(/^Stop: there is no written consent/) },
    ]);
    expect(steps(['apologise'])).toHaveLength(1);
    expect(steps(['take-down'])).toEqual([]);
  });
});
