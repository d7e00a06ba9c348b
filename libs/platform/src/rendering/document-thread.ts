import { parentPort, workerData } from 'node:worker_threads';
import type { DocumentFormat, TextDocument } from './text-document.js';
import { makeDocx } from './docx-file.js';
import { PdfMaker, type PdfOutcome } from './pdf-file.js';

/** What the thread is asked for: a file, or with no document whether such a file can be made here. */
export interface Order {
  readonly format: DocumentFormat;
  readonly document: TextDocument | undefined;
}

/** How an order ended. A failure is told without its words: they may be those of the document. */
export type Outcome = PdfOutcome | { readonly state: 'ready' | 'no-compiler' | 'failed' };

let maker: PdfMaker | undefined;

parentPort?.on('message', (order: Order) => {
  fulfil(order).then(
    (outcome) => parentPort?.postMessage(outcome),
    () => parentPort?.postMessage({ state: 'failed' } satisfies Outcome),
  );
});

async function fulfil({ format, document }: Order): Promise<Outcome> {
  if (format === 'docx') {
    return document ? { state: 'made', content: await makeDocx(document) } : { state: 'ready' };
  }
  const pdf = openMaker();
  if (!pdf) return { state: 'no-compiler' };
  return document ? pdf.make(document) : { state: 'ready' };
}

/** The compiler comes in a binary for each machine; where there is none, all else works. */
function openMaker(): PdfMaker | undefined {
  try {
    return (maker ??= new PdfMaker((workerData as { compilerPackage: string }).compilerPackage));
  } catch {
    return undefined;
  }
}
