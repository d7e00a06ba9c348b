import { createRequire } from 'node:module';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { blocksOf, isCounted, type TextBlock } from './text-blocks.js';
import type { TextDocument } from './text-document.js';
import { TYPST_SOURCE } from './typst-source.js';

/** Whether a PDF can be made, and if not, why. */
export type PdfOutcome =
  | { readonly state: 'made'; readonly content: Uint8Array }
  /** The text has a character that none of the fonts can show. */
  | { readonly state: 'unprintable' };

/** More letters without a space than a line holds for certain. */
const UNBROKEN = /\S{40}(?=\S)/gu;

/**
 * Makes tagged PDF (PDF/UA-1) in this thread. @throws Error where there is no compiler for this machine, or a document fails to be one of
 * that standard.
 */
export class PdfMaker {
  private readonly compiler: NodeCompiler;

  /** @param compilerPackage the binding of the compiler; a package without its binary for this machine cannot be loaded. */
  constructor(compilerPackage: string) {
    const load = createRequire(import.meta.url);
    const binding = load(compilerPackage) as typeof import('@myriaddreamin/typst-ts-node-compiler');
    this.compiler = binding.NodeCompiler.create({ fontArgs: [] });
  }

  make(document: TextDocument): PdfOutcome {
    const inputs = { document: JSON.stringify(inPieces(document)) };
    try {
      const content = this.compiler.pdf(
        { mainFileContent: TYPST_SOURCE, inputs },
        { pdfStandard: 'ua-1', pdfTags: true },
      );
      return { state: 'made', content };
    } catch (error) {
      if (/could not be displayed with font/.test(String(error))) return { state: 'unprintable' };
      throw error;
    } finally {
      // What the compiler remembers of a letter is forgotten with it.
      this.compiler.evictCache(0);
    }
  }
}

/** A document as the page takes it: its lines in pieces between which they may be broken. */
function inPieces({ title, language, sender, facts, text, foot }: TextDocument) {
  return {
    title,
    region: language.slice(-2),
    foot,
    sender: {
      name: sender.name,
      'name-pieces': piecesOf(sender.name),
      lines: sender.lines.map(piecesOf),
    },
    facts: facts.map((fact) => ({ key: fact.key, pieces: piecesOf(fact.text) })),
    blocks: blocksOf(text).map(blockInPieces),
  };
}

function blockInPieces(block: TextBlock) {
  if (block.kind === 'paragraph') return { kind: block.kind, lines: block.lines.map(piecesOf) };
  if (block.kind === 'heading') return { kind: block.kind, pieces: piecesOf(block.text) };
  const { style, start, items } = block;
  const kind = isCounted(style) ? 'counted' : 'signed';
  return { kind, style, start, items: items.map((lines) => lines.map(piecesOf)) };
}

/** Cuts only where there is no space for a whole line; NUL is in no text. Joined, the pieces are the line. */
function piecesOf(line: string): string[] {
  return line.replaceAll(UNBROKEN, '$&\0').split('\0');
}
