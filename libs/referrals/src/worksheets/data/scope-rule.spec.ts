import type { Answers } from '../answers.js';
import { missingForSignOff } from '../answers.js';
import { INDEMNITY_SCOPE } from './indemnity-scope.js';
import { scopeBar, scopeOf, scopeWords } from './scope-rule.js';

/** A claim and a regulator's letter that come of the same column in a newspaper. */
const COLUMN: Answers = {
  helpWanted: ['defence', 'regulator'],
  activity: 'published',
  personPlace: 'nobody',
  inMembership: 'yes',
  facts: 'A column in a newspaper',
  ruleText: 'Rule 4 of the memorandum',
};
const outcomes = (answers: Answers) =>
  Object.fromEntries(scopeOf(answers).map(({ matter, outcome }) => [matter, outcome]));

describe('the scope of indemnity', () => {
  it('parts the claim from the regulator’s matter: the same facts, two outcomes (seeds row 109)', () => {
    expect(outcomes(COLUMN)).toEqual({ defence: 'out-of-scope', regulator: 'in-scope' });
  });

  it('refuses to decide the whole one way where the parts go two ways (seeds row 109)', () => {
    expect(scopeBar(COLUMN, 'out-of-scope')).toMatch(/usually in scope/);
    expect(scopeBar(COLUMN, 'in-scope')).toMatch(/usually out of scope/);
    expect(scopeBar(COLUMN, 'in-part')).toBeUndefined();
    const departs = { ...COLUMN, departure: 'The committee of 2025 said so' };
    expect(scopeBar(departs, 'out-of-scope')).toBeUndefined();
  });

  it.each(['published', 'commercial', 'personal'])(
    'finds a claim from something %s unlikely to be assisted, with the rule in words (seeds row 108)',
    (activity) => {
      const answers = { ...COLUMN, helpWanted: ['defence'], activity };
      expect(outcomes(answers)).toEqual({ defence: 'out-of-scope' });
      expect(scopeWords(answers)).toEqual([
        expect.objectContaining({ why: expect.stringContaining('unlikely to be assisted') }),
      ]);
    },
  );

  it('finds a claim from clinical work in scope, and an action of one’s own out of it', () => {
    const answers = { ...COLUMN, activity: 'clinical', helpWanted: ['defence', 'action'] };
    expect(outcomes(answers)).toEqual({ defence: 'in-scope', action: 'out-of-scope' });
  });

  it.each(['overseas', 'unknown'])(
    'goes to the committee where the person advised was in a place that is %s (seeds row 102)',
    (personPlace) => {
      const answers = { ...COLUMN, activity: 'clinical', personPlace, departure: 'We like them' };
      expect(outcomes(answers)).toEqual({ defence: 'committee', regulator: 'committee' });
      expect(scopeBar(answers, 'in-scope')).toMatch(/committee/);
      expect(scopeBar(answers, 'out-of-scope')).toMatch(/committee/);
      expect(scopeBar(answers, 'committee')).toBeUndefined();
    },
  );

  it('asks for the country where it was another one (seeds row 102)', () => {
    const missing = (answers: Answers) =>
      missingForSignOff(INDEMNITY_SCOPE, answers).map(({ question }) => question);
    expect(missing(COLUMN)).toEqual([]);
    expect(missing({ ...COLUMN, personPlace: 'overseas' })).toEqual(['personCountry']);
    const { personPlace: _place, ...without } = COLUMN;
    expect(missing(without)).toEqual(['personPlace']);
  });

  it('is reviewed by somebody who wrote none of it, and names the rule (seeds row 108)', () => {
    expect(INDEMNITY_SCOPE.signOff).toMatchObject({
      right: 'worksheet:sign-indemnity',
      needsOther: true,
    });
    const { ruleText: _rule, ...without } = COLUMN;
    expect(missingForSignOff(INDEMNITY_SCOPE, without)).toMatchObject([{ question: 'ruleText' }]);
  });
});
