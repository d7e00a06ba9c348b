import type { Id } from '#kernel';
import type { FileNote } from './file-note.js';
import type { MediaType } from './media-type.js';

export const EVIDENCE_KINDS = ['file', 'text', 'link'] as const;
/** A screenshot or other file, text copied from a page, or an address alone. */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const ORIGINAL_STATES = ['up', 'altered', 'gone'] as const;
/** What was found where the original stood. */
export type OriginalState = (typeof ORIGINAL_STATES)[number];

export const GONE_BY = ['author', 'platform', 'unknown'] as const;
/** Who took the original away, as far as anybody knows. */
export type GoneBy = (typeof GONE_BY)[number];

/** Largest item, in bytes: 10 MiB. */
export const EVIDENCE_SIZE = 10 * 1024 * 1024;
/** Longest text copied from a page, in UTF-16 code units. */
export const EVIDENCE_TEXT_LENGTH = 50_000;

/** What a person says of something that they keep. */
export interface CaptureWords {
  /** Day and time at which it was seen: an instant, or by the clock of the case's nation. */
  readonly seenAt: string;
  /** Where it was seen: a web address, or words; empty where there was none. */
  readonly address: string;
  /** What it shows, in words; empty where nothing was said. */
  readonly shows: string;
  /** Who captured it; empty where it was whoever keeps it. */
  readonly capturedBy: string;
  /** The item that shows the same page before it was changed. */
  readonly alteredFrom: Id | null;
}

/** A file as it was sent: its name comes from a stranger and is only ever shown. */
export interface CapturedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** One look at where the original stood. */
export interface Sighting {
  readonly state: OriginalState;
  /** Null while it is not gone. */
  readonly goneBy: GoneBy | null;
  readonly lookedAt: Date;
  readonly recordedByName: string;
}

/** One item of evidence, without its content. Nothing of it ever changes. */
export interface EvidenceItem extends Omit<CaptureWords, 'seenAt'> {
  readonly id: Id;
  /** Counts within its case, from 1: people say E1. */
  readonly number: number;
  readonly kind: EvidenceKind;
  readonly seenAt: Date;
  /** Empty where it was no file. */
  readonly fileName: string;
  /** By the bytes, whatever name or type came with them. */
  readonly mediaType: MediaType;
  /** Of the content, in bytes. */
  readonly size: number;
  /** Of the content: SHA-256, lower-case hex. */
  readonly sha256: string;
  /** What its file tells besides what it shows; null where nobody looked when it was kept. */
  readonly tells: readonly FileNote[] | null;
  readonly keptByName: string;
  /** Whether the doctor sent it with their request. */
  readonly isFromDoctor: boolean;
  readonly keptAt: Date;
  /** The last look at the original. */
  readonly original: Sighting;
  /** Null while the content is there. */
  readonly destroyed: { byName: string; at: Date; reason: string } | null;
}

/** An item with its content, where that is what was sealed. */
export interface OpenedEvidence {
  readonly item: EvidenceItem;
  /** Undefined where it was destroyed, or is no longer what was sealed. */
  readonly content: Buffer | undefined;
}

/** What an item is called: E1. */
export function nameOf({ number }: Pick<EvidenceItem, 'number'>): string {
  return `E${number}`;
}
