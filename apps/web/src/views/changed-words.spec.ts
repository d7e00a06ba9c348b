import * as fc from 'fast-check';
import { changedWords, type WordRun } from './changed-words.js';

const whole = (runs: readonly WordRun[]) => runs.map(({ text }) => text).join('');
const marked = (runs: readonly WordRun[]) =>
  runs.filter(({ isChanged }) => isChanged).map(({ text }) => text);
const kept = (runs: readonly WordRun[]) =>
  runs
    .filter(({ isChanged }) => !isChanged)
    .map(({ text }) => text)
    .join('');
const words = fc
  .array(fc.constantFrom('thank', 'you', 'Mary', 'now.', '\n', '👩‍⚕️'), { maxLength: 12 })
  .map((list) => list.join(' '));

describe('two versions of a text', () => {
  it('are both shown whole, and what is not marked stands in both in the same order', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const change = changedWords(before, after);
        expect([whole(change.before), whole(change.after)]).toEqual([before, after]);
        expect(kept(change.before)).toBe(kept(change.after));
      }),
    );
  });

  it('have nothing marked when they are alike, and everything when they share no word', () => {
    fc.assert(
      fc.property(words, (text) => {
        const { before, after } = changedWords(text, text);
        expect([...marked(before), ...marked(after)]).toEqual([]);
      }),
    );
    const other = changedWords('Thank you.', 'Write to us');
    expect([marked(other.before), marked(other.after)]).toEqual([['Thank you.'], ['Write to us']]);
  });

  it('have just the words marked that were put in, taken out or exchanged', () => {
    const { before, after } = changedWords(
      'Thank you for the review. Please write to us.',
      'Thank you, Mary, for the review. Please write.',
    );
    expect(marked(before)).toEqual(['you ', 'write to us.']);
    expect(marked(after)).toEqual(['you, Mary, ', 'write.']);
  });

  it('are marked in the middle as a whole where there are too many words to compare', () => {
    const many = (name: string) => `Thank you. ${`${name} and so on `.repeat(1500)}Goodbye.`;
    const { after } = changedWords(many('one'), many('two'));
    expect(after.map(({ isChanged }) => isChanged)).toEqual([false, true, false]);
  });
});
