import type { CaseId, Id, PersonId } from '#kernel';
import type { FileNote } from './file-note.js';
import type { MediaType } from './media-type.js';

/** Most files that one request takes. */
export const MOST_SENT_FILES = 20;

/** What a doctor says of a file that they send. */
export interface SentWords {
  /** Day and time at which they saw it: an instant, or by the clock of the nation. */
  readonly seenAt: string;
  /** What it shows; empty where nothing was said. */
  readonly shows: string;
}

/** A request to which a file belongs, as intake knows it. */
export interface RequestOfFiles {
  readonly id: Id;
  /** By whose clock its times are told. */
  readonly jurisdiction: string;
  /** Whether the doctor has sent it: what is added after that is told. */
  readonly isSent: boolean;
}

/** A file that a doctor sent; its content is undefined where it is no longer what was sealed. */
export interface SentFileWithContent {
  readonly file: SentFile;
  readonly content: Buffer | undefined;
}

/** A file that a doctor sent, without its content. */
export interface SentFile {
  readonly id: Id;
  readonly sentBy: PersonId;
  readonly sentAt: Date;
  readonly seenAt: Date;
  /** From a stranger's telephone: only ever shown. */
  readonly fileName: string;
  readonly shows: string;
  readonly mediaType: MediaType;
  /** Of the content, in bytes. */
  readonly size: number;
  /** Of the content: SHA-256, lower-case hex. */
  readonly sha256: string;
  /** What it tells besides what it shows; null where nobody looked when it was sent. */
  readonly tells: readonly FileNote[] | null;
  /** Null until it is evidence of a case. */
  readonly caseId: CaseId | null;
  readonly evidenceId: Id | null;
}
