/** What a document can be made as. */
export const DOCUMENT_FORMATS = ['pdf', 'docx'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** How each kind of file is named to those who fetch it. */
export const MEDIA_TYPES: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** A text that goes out on paper or as a file: one model for each kind of file. Every string is plain text. */
export interface TextDocument {
  /** The heading, and the title that a reader's program shows. */
  readonly title: string;
  readonly language: 'en-GB' | 'en-IE';
  /** Who writes, and how they are reached. */
  readonly sender: { readonly name: string; readonly lines: readonly string[] };
  /** What stands above the words, such as date and reference. */
  readonly facts: readonly { readonly key: string; readonly text: string }[];
  /** The words, exactly. An empty line parts two paragraphs; lists and headings are found by `blocksOf`. */
  readonly text: string;
  /** Printed small at the foot of each page, beside its number. */
  readonly foot: string;
}
