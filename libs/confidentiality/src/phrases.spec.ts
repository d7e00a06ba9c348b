import { compilePhrase, matchAt } from './phrases.js';
import { parse } from './words.js';

const SETS = { verb: new Set(['saw', 'met']) };
const fits = (phrase: string, text: string): boolean =>
  matchAt(compilePhrase(phrase, SETS), parse(text).words, 0) !== undefined;

describe('a phrase', () => {
  it('refuses a word set that nobody defined', () => {
    expect(() => compilePhrase('we @nothing', SETS)).toThrow('@nothing');
  });

  it.each([
    ['we @verb you', 'We met them', 'another word'],
    ['we *2 @verb', 'We then quite suddenly met', 'a gap that is too wide'],
    ['we *2 @verb', 'We left. Saw nothing', 'another sentence'],
    ['^ @verb', '', 'an empty text'],
    ['we #', 'We ten', 'a number in letters'],
    ['we ^A', 'We met', 'a small letter'],
  ])('%s does not fit %j: %s', (phrase, text) => {
    expect(fits(phrase, text)).toBe(false);
  });

  it.each([
    ['we @verb you', 'We saw you'],
    ['we not? @verb', 'We met'],
    ['we *2 @verb', 'We then suddenly met'],
    ['you have @verb', "You've met"],
    ['did not @verb', "Didn't saw"],
  ])('%s fits %j', (phrase, text) => {
    expect(fits(phrase, text)).toBe(true);
  });
});
