import type { INumberingOptions, IStylesOptions } from 'docx';
import type { TextBlock } from './text-blocks.js';
import type { TextDocument } from './text-document.js';

/** Across an A4 page, in twentieths of a point. */
export const PAGE_WIDTH = { all: 11_906, margin: 1417, words: 11_906 - 2 * 1417 } as const;

const BLACK = '000000';
const heading = (size: number, before: number, after: number) => ({
  run: { font: 'Arial', size, bold: true, color: BLACK },
  paragraph: { spacing: { before, after }, keepNext: true },
});

/** Black on white as on headed paper; no line of a paragraph stands alone on a page. Sizes in half points. */
export function lookOf(language: TextDocument['language']): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: 'Arial', size: 22, language: { value: language } },
        paragraph: { spacing: { after: 200, line: 264 } },
      },
      heading1: heading(28, 360, 240),
      heading2: heading(22, 280, 120),
    },
    paragraphStyles: [
      {
        id: 'Sender',
        name: 'Sender',
        basedOn: 'Normal',
        run: { size: 30, bold: true },
        paragraph: { spacing: { after: 80 } },
      },
      {
        id: 'SenderLines',
        name: 'Sender lines',
        basedOn: 'Normal',
        run: { size: 19 },
        paragraph: {
          border: { bottom: { style: 'single', size: 5, space: 8, color: BLACK } },
        },
      },
    ],
  };
}

const FORMATS: Readonly<Record<string, 'decimal' | 'lowerLetter'>> = {
  '1': 'decimal',
  a: 'lowerLetter',
};

/** How a list is marked: as in the text. @param index of the block, which names it. */
export function listDefinition(block: TextBlock, index: number): INumberingOptions['config'] {
  if (block.kind !== 'list') return [];
  const { style, start } = block;
  const counter = /[1a]/.exec(style)?.[0];
  const level = {
    level: 0,
    format: counter ? FORMATS[counter]! : ('bullet' as const),
    text: counter ? style.replace(counter, '%1') : style,
    start,
    alignment: 'left' as const,
    style: { paragraph: { indent: { left: 482, hanging: 340 } }, run: { font: 'Arial' } },
  };
  return [{ reference: `list-${index}`, levels: [level] }];
}
