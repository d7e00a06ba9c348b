import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Conflict, DomainError } from '#kernel';
import type { Order, Outcome } from './document-thread.js';
import type { DocumentFormat, TextDocument } from './text-document.js';

const THREAD = join(import.meta.dirname, 'document-thread.js');

/** How the renderer is bounded. */
export interface RenderingLimits {
  /** Milliseconds for one document; the thread that takes longer is ended. */
  readonly time: number;
  /** Documents that wait for their turn; more are refused. */
  readonly waiting: number;
  readonly compilerPackage: string;
}

const LIMITS: RenderingLimits = {
  time: 10_000,
  waiting: 20,
  compilerPackage: '@myriaddreamin/typst-ts-node-compiler',
};

/**
 * Makes files of text documents, one after the other, in a thread of its own: the process answers others meanwhile.
 * The thread starts with the first document.
 */
@Injectable()
export class DocumentRenderer implements OnApplicationShutdown {
  private thread: Worker | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private pdfIsMade: Promise<boolean> | undefined;
  private readonly limits: RenderingLimits;

  constructor(limits: Partial<RenderingLimits> = {}) {
    this.limits = { ...LIMITS, ...limits };
  }

  /** Whether such files can be made on this machine; found out once. */
  async canMake(format: DocumentFormat): Promise<boolean> {
    if (format === 'docx') return true;
    this.pdfIsMade ??= this.order({ format, document: undefined }).then(
      ({ state }) => state === 'ready',
    );
    return this.pdfIsMade.catch(() => {
      this.pdfIsMade = undefined;
      return false;
    });
  }

  /**
   * @throws Conflict `pdf-not-made-here` where this machine has no compiler, `text-not-in-pdf` where a character cannot be shown;
   *   DomainError (unavailable) `document-took-too-long`, `too-many-documents`
   */
  async render(format: DocumentFormat, document: TextDocument): Promise<Buffer> {
    const outcome = await this.order({ format, document });
    if (outcome.state === 'made') return Buffer.from(outcome.content);
    if (outcome.state === 'no-compiler') throw new Conflict('pdf-not-made-here', NO_COMPILER);
    if (outcome.state === 'unprintable') throw new Conflict('text-not-in-pdf', UNPRINTABLE);
    throw new Error(`A document could not be made as ${format}.`);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread?.terminate();
  }

  /** Takes its turn. */
  private async order(order: Order): Promise<Outcome> {
    if (this.waiting >= this.limits.waiting) throw busy('too-many-documents');
    this.waiting += 1;
    const turn = this.last.then(() => this.ask(order));
    this.last = turn.catch(() => undefined);
    return turn.finally(() => (this.waiting -= 1));
  }

  private async ask(order: Order): Promise<Outcome> {
    const thread = (this.thread ??= this.start());
    const stop = new AbortController();
    const { signal } = stop;
    const late = setTimeout(() => stop.abort(), this.limits.time);
    try {
      const answer = once(thread, 'message', { signal });
      thread.postMessage(order);
      const [outcome] = (await answer) as [Outcome];
      return outcome;
    } catch (error) {
      this.thread = undefined;
      // Ends once the compiler lets go of it: nobody waits for that.
      void thread.terminate();
      throw signal.aborted ? busy('document-took-too-long') : error;
    } finally {
      clearTimeout(late);
    }
  }

  /** Does not keep the process alive. One that ends is replaced by the next order. */
  private start(): Worker {
    const { compilerPackage } = this.limits;
    const thread = new Worker(THREAD, {
      workerData: { compilerPackage },
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    thread.on('error', () => {
      if (this.thread === thread) this.thread = undefined;
    });
    thread.unref();
    return thread;
  }
}

const NO_COMPILER =
  'PDF files cannot be made on this machine. Take the Word file, which holds the same words.';
const UNPRINTABLE =
  'The text has a character that our PDF files cannot show, such as an emoji. Take the Word file, which holds the same words.';

function busy(code: string): DomainError {
  return new DomainError('unavailable', code, 'The file could not be made now. Try again.');
}
