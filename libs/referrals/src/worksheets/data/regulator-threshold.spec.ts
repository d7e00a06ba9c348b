import { isCitationKey } from '#guidance';
import type { PersonId } from '#kernel';
import {
  type Answers,
  missingForSignOff,
  questionsOf,
  WORKSHEET_KINDS,
  type Worksheet,
} from '../../index.js';
import { assertSignable } from '../worksheet.js';
import { REGULATOR_THRESHOLD } from './regulator-threshold.js';

/** The parts that have to be weighed, by the questions that ask for them. */
const PARTS = {
  facts: ['facts', 'disputed'],
  standard: ['standards'],
  seriousness: ['seriousness', 'seriousnessWhy'],
  pattern: ['pattern'],
  insight: ['insight'],
  expression: ['expression', 'restraint'],
  local: ['local', 'localWhat'],
  views: ['view', 'doctorTold'],
};

const COMPLETE: Answers = {
  facts: 'A post',
  disputed: 'Nothing',
  reportable: 'no',
  standards: ['A1.p14'],
  seriousness: 'below',
  seriousnessWhy: 'It is rude',
  pattern: 'once',
  insight: 'not-asked',
  expression: 'Belief is protected, abuse is not',
  restraint: 'no',
  local: 'not-tried',
  localWhat: 'Nobody knew of it',
  view: 'nobody',
  viewWhyNot: 'It is early',
  doctorTold: 'no',
  recommendation: 'Local handling',
};
const WORKSHEET = { state: 'open', version: 1, authors: [] } as unknown as Worksheet;

describe('the regulator threshold', () => {
  it('weighs every part before anybody can sign it off (seeds row 20)', () => {
    const missing = missingForSignOff(REGULATOR_THRESHOLD, {}).map(({ question }) => question);
    for (const questions of Object.values(PARTS)) {
      expect(missing).toEqual(expect.arrayContaining(questions));
    }
  });

  it('asks what the doctor answered when asked how the regulator would see it (seeds row 29)', () => {
    expect(questionsOf(REGULATOR_THRESHOLD).map(({ id }) => id)).toContain('selfTest');
  });

  it.each(['expression', 'restraint'])(
    'cannot be signed while “%s” of the doctor’s rights of expression is blank (seeds row 120)',
    (part) => {
      const { [part]: _blank, ...answers } = COMPLETE;
      const left = (given: Answers) =>
        missingForSignOff(REGULATOR_THRESHOLD, given).map(({ question }) => question);
      expect(left(COMPLETE)).toEqual([]);
      expect(left(answers)).toEqual([part]);
      expect(() =>
        assertSignable(WORKSHEET, REGULATOR_THRESHOLD, {
          words: { version: 1, decision: 'refer', reason: 'Serious', dissent: '' },
          by: 'another' as PersonId,
          missing: missingForSignOff(REGULATOR_THRESHOLD, answers),
        }),
      ).toThrow(expect.objectContaining({ code: 'worksheet-incomplete' }));
    },
  );

  it('asks why a restraint would be granted only where one is asked for', () => {
    const asks = (restraint: string) =>
      missingForSignOff(REGULATOR_THRESHOLD, { restraint }).some(
        ({ question }) => question === 'restraintWhy',
      );
    expect([asks('yes'), asks('no')]).toEqual([true, false]);
  });

  it('misses the standard on telling the regulator where the doctor has a duty to tell it', () => {
    const missing = (standards: string[]) =>
      missingForSignOff(REGULATOR_THRESHOLD, { reportable: 'yes', standards }).filter(
        ({ question }) => question === 'standards',
      );
    expect(missing(['A1.p14'])).toHaveLength(1);
    expect(missing(['A1.p14', 'A2.p99'])).toEqual([]);
  });

  it('names standards by keys of the guidance', () => {
    const options = questionsOf(REGULATOR_THRESHOLD).find(({ id }) => id === 'standards')?.options;
    expect(options?.map(({ value }) => value).filter((key) => !isCitationKey(key))).toEqual([]);
  });
});

describe('a referral to a regulator', () => {
  it('comes of no step and no sign-off but the one that decides it, whatever the kind (seeds row 20)', () => {
    for (const kind of WORKSHEET_KINDS) {
      const bySteps = (kind.steps ?? []).flatMap(({ brings }) => brings?.referrals ?? []);
      const bySignOff = kind.signOff.brings?.referrals ?? [];
      const regulator = ({ route }: { route: string }) => route === 'regulator_advice';
      expect(bySteps.filter(regulator)).toEqual([]);
      if (kind.id !== 'regulator-threshold') expect(bySignOff.filter(regulator)).toEqual([]);
    }
    const { signOff, permits } = REGULATOR_THRESHOLD;
    expect(signOff).toMatchObject({ needsOther: true, right: 'worksheet:sign-high' });
    expect(signOff.brings?.referrals).toEqual([
      { route: 'regulator_advice', recipient: 'Regulator', when: { decision: 'refer' } },
    ]);
    expect(permits?.decisions).not.toContain('no-referral');
    expect(permits?.decisions).not.toContain('local');
  });
});
