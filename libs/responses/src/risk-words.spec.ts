import { EMERGENCY_TEMPLATE, hasRiskWords } from './index.js';
import { shippedCatalogue } from './template-fixtures.js';

describe('words of an emergency', () => {
  it.each([
    'I have had chest pain since noon, what should I do?',
    'I can’t breathe when I lie down.',
    'I think I took an OVERDOSE',
    'Sometimes I think of killing myself.',
    'Is this urgent?',
  ])('are found in “%s” (seeds row 100)', (words) => {
    expect(hasRiskWords(words)).toBe(true);
  });

  it.each(['', 'Waited an hour and nobody said sorry.', 'Could you look at my rash?'])(
    'are not found in “%s”',
    (words) => {
      expect(hasRiskWords(words)).toBe(false);
    },
  );

  it('lead to a text that says whom to call (seeds row 100)', () => {
    const { route, parts } = shippedCatalogue().find(EMERGENCY_TEMPLATE)!;
    expect(route).toBe('private_contact');
    expect(JSON.stringify(parts)).toMatch(/call 999 .* or 112/);
  });
});
