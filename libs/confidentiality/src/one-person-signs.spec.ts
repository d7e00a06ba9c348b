import { ONE_PERSON_VIGNETTES } from '../../../test/vignettes/one-person.js';
import { onePersonSigns, type SignKind } from './one-person-signs.js';

const LETTERS: Record<string, SignKind> = {
  p: 'place',
  d: 'date',
  a: 'age',
  c: 'condition',
  j: 'job',
  f: 'family',
};
const ADVICE = ['none', 'none', 'care', 'stop', 'stop', 'stop', 'stop'] as const;

const judged = ONE_PERSON_VIGNETTES.map(([letters, text]) => {
  const kinds = new Set([...letters].map((letter) => LETTERS[letter]!));
  return { text, kinds, found: onePersonSigns(text) };
});

describe('a case told without a name', () => {
  it('is judged as people judged a hundred of them (seeds row 83)', () => {
    expect(judged).toHaveLength(100);
    const wrong = judged.filter(({ kinds, found }) => found.advice !== ADVICE[kinds.size]);
    expect(wrong.map(({ text, found }) => [text, found.kinds])).toEqual([]);
  });

  it('never passes where three signs or more come together (seeds row 83)', () => {
    const grave = judged.filter(({ kinds }) => kinds.size >= 3);
    expect(grave.length).toBeGreaterThan(30);
    for (const { text, found } of grave) expect([text, found.advice]).toEqual([text, 'stop']);
  });

  it('is stopped no longer, but still advised on, with written consent to it (seeds row 83)', () => {
    const text = ONE_PERSON_VIGNETTES.at(-1)![1];
    expect(onePersonSigns(text).kinds).toHaveLength(6);
    expect([onePersonSigns(text).advice, onePersonSigns(text, true).advice]).toEqual([
      'stop',
      'care',
    ]);
  });

  it('counts a kind once, however often it is there', () => {
    expect(onePersonSigns('From Leeds to Whitby, then to Oban.').kinds).toEqual(['place']);
  });

  it('takes no time over a hostile text', () => {
    const started = performance.now();
    onePersonSigns('in Leeds aged 42 year old '.repeat(4_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
