import type { Permission } from '#identity';
import type { Id, PersonId } from '#kernel';
import { DomainError, Conflict } from '#kernel';
import type { Period } from './period.js';

export const EXPORT_STATES = ['waiting', 'running', 'ready', 'failed', 'expired'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** What a file is of: cases with their dates and codes, what became of reports to platforms, or the log of press enquiries. */
export const EXPORT_KINDS = ['cases', 'moderator-reports', 'press-log'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** The right that each kind takes. */
export const EXPORT_PERMISSIONS = {
  cases: 'export:make',
  'moderator-reports': 'export:make',
  'press-log': 'export:make-press',
} as const satisfies Record<ExportKind, Permission>;

/** A file of figures that somebody asked for. */
export interface Export {
  readonly id: Id;
  readonly requestedBy: PersonId;
  readonly kind: ExportKind;
  readonly period: Period;
  readonly state: ExportState;
  readonly rowsDone: number;
  /** Null until the work has begun. */
  readonly rowsTotal: number | null;
  readonly createdAt: Date;
  readonly readyAt: Date | null;
  /** When the file is removed; null until it is ready. */
  readonly expiresAt: Date | null;
}

/** Hours that a finished file is kept. */
export const KEPT_HOURS = 24;

/** Files of one person that may be waiting or being written at the same time. */
export const MOST_AT_ONCE = 3;

/** When the file of an export that is ready now is removed. */
export function expiryOf(readyAt: Date): Date {
  return new Date(readyAt.getTime() + KEPT_HOURS * 3_600_000);
}

/** An export as it is at an instant: a file past its hour is gone, though nobody has removed it yet. */
export function exportAt(found: Export, now: Date): Export {
  const isOver = found.state === 'ready' && found.expiresAt !== null && found.expiresAt <= now;
  return isOver ? { ...found, state: 'expired' } : found;
}

/** @throws DomainError `export-expired` (gone); Conflict `export-not-ready`, `export-failed` */
export function requireFile({ state }: Export): void {
  if (state === 'expired') {
    throw new DomainError(
      'gone',
      'export-expired',
      `This file was removed ${KEPT_HOURS} hours after it was made. Create the export again.`,
    );
  }
  if (state === 'failed') {
    throw new Conflict('export-failed', 'This file could not be made. Create the export again.');
  }
  if (state !== 'ready') {
    throw new Conflict('export-not-ready', 'This file is still being made.');
  }
}
