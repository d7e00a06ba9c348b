import type { ISectionOptions, ParagraphChild } from 'docx';
import { blocksOf, type TextBlock, type TextList } from './text-blocks.js';
import type { TextDocument } from './text-document.js';
import { listDefinition, lookOf, PAGE_WIDTH } from './docx-look.js';

/** Makes a document for Word. Its words stand in it as they are: nothing is read as markup. */
export async function makeDocx(document: TextDocument): Promise<Uint8Array> {
  const { Document, Packer } = await import('docx');
  const { title, language, sender, text } = document;
  const blocks = blocksOf(text);
  const made = new Document({
    title,
    creator: sender.name,
    lastModifiedBy: sender.name,
    styles: lookOf(language),
    numbering: { config: blocks.flatMap(listDefinition) },
    sections: [{ ...(await frameOf(document)), children: await bodyOf(document, blocks) }],
  });
  return Packer.toBuffer(made);
}

async function bodyOf(
  { title, sender, facts }: TextDocument,
  blocks: readonly TextBlock[],
): Promise<ISectionOptions['children']> {
  const { HeadingLevel, Paragraph, TextRun } = await import('docx');
  const factLines = facts.flatMap(({ key, text }, index) => [
    new TextRun({ text: `${key}: `, bold: true, break: index > 0 ? 1 : 0 }),
    new TextRun(text),
  ]);
  const parts = await Promise.all(blocks.map(blockOf));
  return [
    new Paragraph({ text: sender.name, style: 'Sender' }),
    new Paragraph({ children: await runsOf(sender.lines), style: 'SenderLines' }),
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
    new Paragraph({ children: factLines, spacing: { after: 320 } }),
    ...parts.flat(),
  ];
}

async function blockOf(block: TextBlock, index: number) {
  const { HeadingLevel, Paragraph } = await import('docx');
  if (block.kind === 'list') return listOf(block, index);
  if (block.kind === 'paragraph') return [new Paragraph({ children: await runsOf(block.lines) })];
  return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2 })];
}

/** A real list, whose marks Word counts and a screen reader says. */
async function listOf({ items }: TextList, index: number) {
  const { Paragraph } = await import('docx');
  const numbering = { reference: `list-${index}`, level: 0 };
  return Promise.all(
    items.map(async (lines, at) => {
      const after = at === items.length - 1 ? 200 : 80;
      return new Paragraph({ children: await runsOf(lines), numbering, spacing: { after } });
    }),
  );
}

async function runsOf(lines: readonly string[]): Promise<ParagraphChild[]> {
  const { TextRun } = await import('docx');
  return lines.map((text, index) => new TextRun({ text, break: index > 0 ? 1 : 0 }));
}

/** A4, with the foot and the number on each page. */
async function frameOf({ foot }: TextDocument) {
  const { Footer, PageNumber, Paragraph, Tab, TabStopType, TextRun } = await import('docx');
  const page = [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  const footer = new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: PAGE_WIDTH.words }],
        children: [
          new TextRun({ text: foot, size: 14 }),
          new TextRun({ children: page, size: 14 }),
        ],
      }),
    ],
  });
  const margin = { top: 1247, bottom: 1588, left: PAGE_WIDTH.margin, right: PAGE_WIDTH.margin };
  return {
    properties: { page: { size: { width: PAGE_WIDTH.all, height: 16_838 }, margin } },
    footers: { default: footer },
  };
}
