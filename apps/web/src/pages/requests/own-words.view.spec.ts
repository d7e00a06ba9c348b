import type { Id } from '#kernel';
import type { OwnWords } from '#responses';
import { ownWordsViews } from './own-words.view.js';

describe('a refused answer about words in the doctor’s name', () => {
  const words = (['agreed', null, null] as const).map((answer, at) => aText(`${at}`, answer));
  const meantOf = (textHash?: string) =>
    ownWordsViews('REQ-26-HGG82-E', words, { textHash })
      .filter(({ isMeant }) => isMeant)
      .map(({ id }) => id);

  it('is shown again beside the words that it was about', () => {
    expect(meantOf('hash of 2')).toEqual(['2']);
  });

  it('is not lost when those words are others by now: it stands beside the first that wait', () => {
    expect(meantOf('hash of words before')).toEqual(['1']);
    expect(meantOf('hash of 0')).toEqual(['1']);
    expect(meantOf()).toEqual(['1']);
  });
});

function aText(id: string, answer: OwnWords['answer']): OwnWords {
  const at = new Date('2026-01-05T09:30:00Z');
  return {
    id: id as Id,
    title: 'Corrective post',
    audience: 'public',
    text: `Words ${id}.`,
    textHash: `hash of ${id}`,
    askedAt: at,
    answer,
    answeredAt: answer && at,
  };
}
