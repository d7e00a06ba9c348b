import { blocksOf, markOf, type TextBlock } from './text-blocks.js';

const kindsOf = (text: string) => blocksOf(text).map(({ kind }) => kind);

/** The words of a block as they stood in the text. */
function wordsOf(block: TextBlock): string[] {
  if (block.kind === 'heading') return [block.text];
  if (block.kind === 'paragraph') return [...block.lines];
  return block.items.flatMap(([first, ...rest], at) => [`${markOf(block, at)} ${first}`, ...rest]);
}

describe('the blocks of a text', () => {
  it.each([
    [
      'a salutation and a closing',
      'Dear members of the board\n\nThank you.\n\nYours sincerely\nDr X',
    ],
    ['a greeting in Welsh', 'Annwyl Siân ap Rhŷs\n\nDiolch yn fawr.'],
    ['a name above a post', 'Words.\n\nAnn Other\n\nPractice manager'],
    ['a fact', 'Our own reference: of the case\n\nThank you.'],
    ['a number that counts nothing', '1. Thank you.\n\n3. Words.'],
    ['a year and a house number', '2026. was a year\n\n12 High Street\nLondon'],
    ['signs without a space', '-5 degrees\n*not this*'],
  ])('leave as paragraphs %s', (_what, text) => {
    expect(new Set(kindsOf(text))).toEqual(new Set(['paragraph']));
  });

  it('are lists in each style, on lines of their own or with empty ones between', () => {
    for (const mark of ['-', '•', '*', '–'])
      expect(kindsOf(`${mark} a\n\n${mark} b`)).toEqual(['list']);
    for (const [one, two] of [
      ['1.', '2.'],
      ['8)', '9)'],
      ['(3)', '(4)'],
      ['b)', 'c)'],
      ['(a)', '(b)'],
    ]) {
      expect(blocksOf(`${one} x\n${two} y`)).toEqual([
        expect.objectContaining({ kind: 'list', items: [['x'], ['y']] }),
      ]);
    }
    expect(kindsOf('1. a\n2. b\n1. c\n2. d')).toEqual(['list', 'list']);
  });

  it('hold every line of the text, in its order, whatever they are taken for', () => {
    const text =
      'Head of all of it\n\n1. One\nWords.\n- a\n  more\nand more\nNew\n\n2. x.\n\n3. y.\n4. z';
    expect(blocksOf(text).flatMap(wordsOf)).toEqual(text.split(/\n+/));
  });
});
