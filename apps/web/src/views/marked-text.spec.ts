import { markText } from './marked-text.js';

describe('marks in a text', () => {
  it('keep every character of the text, however findings overlap', () => {
    const text = 'one two three four';
    const { segments } = markText(text, [at(4, 13), at(0, 7, 'warn'), at(8, 99), at(5, 5)]);
    expect(segments.map((segment) => segment.text).join('')).toBe(text);
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
