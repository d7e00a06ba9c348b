import { conditionSentence, conditionWords, parseExpression, RULE_PACK } from './index.js';

const say = (source: string) =>
  conditionSentence(conditionWords(parseExpression(source), RULE_PACK));

describe('a condition in words', () => {
  it.each([
    ['True', 'Always'],
    ['about', 'Content about the doctor exists'],
    [
      'about and immediate_danger',
      'Content about the doctor exists; and Someone may be hurt now (person at premises, threat with time and place)',
    ],
    ["reach=='viral'", 'How far has it spread so far? “Viral”'],
    ["reach!='viral'", 'How far has it spread so far? anything but “Viral”'],
    ["reach in ('high','viral')", 'How far has it spread so far? “Widely seen” or “Viral”'],
    ['first_published_days_ago >= 300', 'How many days ago was it first published? at least 300'],
    [
      'media_deadline_hours is not None',
      'How many hours are left to the journalist’s deadline? known',
    ],
    ['not about', 'Not so: content about the doctor exists'],
    [
      'not (about or by)',
      'Not so: content about the doctor exists; and Not so: content by the doctor exists',
    ],
    [
      'about and (by or consent_ok)',
      'Content about the doctor exists; and (Content by the doctor exists; or Valid consent now)',
    ],
  ])('says %s as %s', (source, words) => {
    expect(say(source)).toBe(words);
  });

  it('is there for every rule that ships, without a name of the table in it', () => {
    const names = [...RULE_PACK.facts, ...RULE_PACK.derived]
      .map(({ name }) => name)
      .filter((name) => name.includes('_'));
    for (const { when } of RULE_PACK.compiled.rules) {
      const words = conditionSentence(conditionWords(when, RULE_PACK));
      expect(names.filter((name) => words.includes(name))).toEqual([]);
      expect(words.length).toBeGreaterThan(5);
    }
  });
});
