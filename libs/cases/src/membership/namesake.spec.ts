import { comparedName, mayBeOne } from './namesake.js';

const areOne = (one: string, other: string) => {
  const [a, b] = [comparedName(one), comparedName(other)];
  return a !== undefined && b !== undefined && mayBeOne(a, b);
};

describe('two names (seeds row 71)', () => {
  it.each([
    ['Dr Anna Müller', 'anna muller'],
    ['A. Müller', 'Professor Anna Maria Müller'],
    ['Dr O’Brien', "Miss Siân O'Brien"],
  ])('may be those of one person: %s and %s', (one, other) => {
    expect(areOne(one, other)).toBe(true);
  });

  it.each([
    ['Anna Müller', 'Bert Müller'],
    ['B Müller', 'Anna Müller'],
    ['Anna Müller', 'Anna Miller'],
    ['angrymum', 'Dr Angrymum'],
    ['', ''],
  ])('are not: %s and %s', (one, other) => {
    expect(areOne(one, other)).toBe(false);
  });
});
