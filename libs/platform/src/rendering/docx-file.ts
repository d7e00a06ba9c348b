import { paragraphsOf, type TextDocument } from './text-document.js';

const SMALL = { size: 14 };

/** Makes a document for Word. Its words stand in it as they are: nothing is read as markup. */
export async function makeDocx(document: TextDocument): Promise<Uint8Array> {
  const { Document, Packer } = await import('docx');
  const { title, language, sender } = document;
  const made = new Document({
    title,
    creator: sender.name,
    lastModifiedBy: sender.name,
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 22, language: { value: language } },
          paragraph: { spacing: { after: 200 } },
        },
      },
    },
    sections: [{ ...(await frameOf(document)), children: await bodyOf(document) }],
  });
  return Packer.toBuffer(made);
}

async function bodyOf({ title, sender, facts, text }: TextDocument) {
  const { HeadingLevel, Paragraph, TextRun } = await import('docx');
  const linesOf = (lines: readonly string[]) =>
    new Paragraph({
      children: lines.map((line, index) => new TextRun({ text: line, break: index > 0 ? 1 : 0 })),
    });
  return [
    new Paragraph({ children: [new TextRun({ text: sender.name, bold: true })] }),
    ...(sender.lines.length > 0 ? [linesOf(sender.lines)] : []),
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
    ...facts.map(
      (fact) =>
        new Paragraph({
          children: [new TextRun({ text: `${fact.key}: `, bold: true }), new TextRun(fact.text)],
        }),
    ),
    ...paragraphsOf(text).map(linesOf),
  ];
}

/** A4, with the foot and the number on each page. */
async function frameOf({ foot }: TextDocument) {
  const { Footer, PageNumber, Paragraph, TextRun } = await import('docx');
  const page = ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  const footer = new Footer({
    children: [
      new Paragraph({ children: [new TextRun({ text: foot, ...SMALL })] }),
      new Paragraph({ children: [new TextRun({ children: page, ...SMALL })] }),
    ],
  });
  return {
    properties: { page: { size: { width: 11_906, height: 16_838 } } },
    footers: { default: footer },
  };
}
