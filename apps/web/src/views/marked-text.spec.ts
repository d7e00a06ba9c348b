import * as fc from 'fast-check';
import { markText } from './marked-text.js';

describe('marks in a text', () => {
  it('keep every character of the text, however findings overlap', () => {
    const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(40)));
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), spans, (text, pairs) => {
        const { segments } = markText(
          text,
          pairs.map(([a, b]) => at(Math.min(a, b), Math.max(a, b))),
        );
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
      }),
    );
  });

  it('stand on exactly the characters of their finding', () => {
    const spans = fc.array(fc.tuple(fc.nat(30), fc.nat(30)));
    fc.assert(
      fc.property(fc.string({ minLength: 30, maxLength: 30 }), spans, (text, pairs) => {
        const places = pairs.map(([a, b]) => at(Math.min(a, b), Math.max(a, b)));
        const { segments, findings } = markText(text, places);
        for (const { number, quote } of findings) {
          const under = segments.filter((segment) => segment.numbers.includes(number));
          expect(under.map((segment) => segment.text).join('')).toBe(quote);
        }
      }),
    );
  });

  it('number the findings in the order of the text and take the worst of those that overlap', () => {
    const { segments, summary } = markText('one two three', [at(4, 7), at(0, 13, 'warn')]);
    expect(segments).toEqual([
      { text: 'one ', numbers: [1], starts: [1], severity: 'warn' },
      { text: 'two', numbers: [1, 2], starts: [2], severity: 'block' },
      { text: ' three', numbers: [1], starts: [], severity: 'warn' },
    ]);
    expect(summary).toBe('1 must fix, 1 to consider');
  });

  function at(start: number, end: number, severity: 'block' | 'warn' = 'block') {
    return { start, end, severity, why: 'Why' };
  }
});
