import * as fc from 'fast-check';
import type { Finding } from '#confidentiality';
import { replacementFor, replaceIn } from './suggestion.js';

const finding = (text: string, words: string, rule = 'clinical.condition'): Finding => ({
  rule,
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  category: 'clinical_disclosure',
  severity: 3,
  why: 'Why.',
  citation: 'A1.p18',
  suggestion: 'We welcome all feedback.',
});

const after = (text: string, words: string) =>
  replaceIn(text, replacementFor(text, finding(text, words))!);

describe('a suggestion', () => {
  it.each(['identifier.person_name', 'over-disclosure.platform', 'guard-could-not-check'])(
    'of %s is advice and takes no place',
    (rule) => {
      const text = 'Thank you, Mary.';
      expect(replacementFor(text, finding(text, 'Mary', rule))).toBeUndefined();
    },
  );

  it('takes the place of the sentence, and of nothing besides', () => {
    expect(after('Thank you. Your asthma is bad! Call us.', 'asthma')).toBe(
      'Thank you. We welcome all feedback. Call us.',
    );
    expect(after('Hello\nYour asthma\nBye', 'asthma')).toBe('Hello\nWe welcome all feedback.\nBye');
    expect(after('See www.a.example for asthma', 'asthma')).toBe('We welcome all feedback.');
  });

  it('leaves all other sentences as they are, wherever the finding stands', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const sentence = fc
      .array(word, { minLength: 1, maxLength: 6 })
      .map((all) => `${all.join(' ')}.`);
    const sentences = fc.array(sentence, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sentences, fc.nat(), (all, pick) => {
        const index = pick % all.length;
        const text = all.join(' ');
        const start = all.slice(0, index).join(' ').length + (index > 0 ? 1 : 0);
        const found = { ...finding(text, ''), start, end: start + 1 };
        const expected = all.with(index, 'We welcome all feedback.').join(' ');
        expect(replaceIn(text, replacementFor(text, found)!)).toBe(expected);
      }),
    );
  });
});
