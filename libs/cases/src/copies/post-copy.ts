import type { Id } from '#kernel';

/** How a copy of a post stands somewhere, in words. */
export const COPY_FORMS = {
  screenshot: 'Screenshot',
  repost: 'Shared or posted again',
  quote: 'Quoted in other words or in the press',
  archive: 'Kept by an archive',
  search: 'Shown among the results of a search',
} as const;
export type CopyForm = keyof typeof COPY_FORMS;

/** What became of a copy, in words. */
export const COPY_OUTCOMES = {
  gone: 'It is gone',
  left: 'It is left alone',
} as const;
export type CopyOutcome = keyof typeof COPY_OUTCOMES;

/** What somebody says of a copy that they saw. */
export interface SeenCopy {
  readonly form: CopyForm;
  /** Its address, or where it stands in words. Never opened. */
  readonly place: string;
  /** Civil date. */
  readonly seenOn: string;
}

/** What is said of a copy once it needs nothing more. */
export interface CopyEnd {
  readonly outcome: CopyOutcome;
  /** Empty where it is gone and nothing was said. */
  readonly reason: string;
}

/** A copy of the post of a case. */
export interface PostCopy extends SeenCopy {
  readonly id: Id;
  readonly recordedByName: string;
  readonly recordedAt: Date;
  /** Null while it waits for somebody to say what becomes of it. */
  readonly outcome: CopyOutcome | null;
  readonly outcomeReason: string | null;
  readonly settledAt: Date | null;
}

/** How many copies of a post are known. */
export interface CopyCount {
  readonly all: number;
  /** Of which nobody has said what became of them. */
  readonly open: number;
}
