import type { Id } from '#kernel';

/** What of a case can be marked as legally privileged, in words. */
export const PRIVILEGED_KINDS = {
  note: 'Note',
  draft: 'Draft',
  worksheet: 'Worksheet',
} as const;
export type PrivilegedKind = keyof typeof PRIVILEGED_KINDS;

/** A note, a draft or a worksheet of a case. */
export interface PrivilegedItem {
  readonly kind: PrivilegedKind;
  readonly subjectId: Id;
}

/** A mark that something is legally privileged. */
export interface PrivilegeMark extends PrivilegedItem {
  readonly id: Id;
  readonly reason: string;
  readonly markedByName: string;
  readonly markedAt: Date;
  /** Null while it is in force. */
  readonly liftedAt: Date | null;
  readonly liftedByName: string | null;
  readonly liftedReason: string | null;
}

/**
 * Whether a row is marked, for the lists that show or hide it.
 *
 * @param row alias of the row in the query around it; it has `organisation_id` and `id`.
 */
export function isPrivilegedSql(row: string): string {
  return `exists (select from privilege_mark m
    where m.organisation_id = ${row}.organisation_id and m.subject_id = ${row}.id and m.lifted_at is null)`;
}
