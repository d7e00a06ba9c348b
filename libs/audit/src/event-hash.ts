import { createHash } from 'node:crypto';
import type { Id, OrganisationId, PersonId } from '#kernel';

/** What an event may say besides who, what, when: ids, codes and counts. Never content. */
export type AuditDetail = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;

/** One thing that somebody did or read, chained to the one before it on the same subject. */
export interface AuditEvent {
  readonly id: Id;
  readonly organisationId: OrganisationId;
  /** `case`, `request`, `person` … */
  readonly subjectType: string;
  readonly subjectId: Id;
  /** 1 for the first event of the subject, then without gaps. */
  readonly sequence: number;
  /** `case.opened`: past tense, or `viewed` for reads of identifying data. */
  readonly action: string;
  /** Null for background work. */
  readonly actorId: PersonId | null;
  readonly at: Date;
  readonly detail: AuditDetail;
  /** 32 bytes; null for the first. */
  readonly previousHash: Buffer | null;
}

/** SHA-256 over all fields of an event in a fixed form: a change of any of them changes it. */
export function eventHash(event: AuditEvent): Buffer {
  const fields = [
    event.id,
    event.organisationId,
    event.subjectType,
    event.subjectId,
    event.sequence,
    event.action,
    event.actorId,
    event.at.toISOString(),
    canonical(event.detail),
    event.previousHash?.toString('hex') ?? null,
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest();
}

/** Hash of one entry of the sealed log: binds the event to its place after all earlier ones. */
export function sealHash(
  previous: Buffer | null,
  sequence: number,
  eventHashOfEntry: Buffer,
): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([previous?.toString('hex') ?? null, sequence]))
    .update(eventHashOfEntry)
    .digest();
}

/** JSON with sorted keys, so that the database's own order of keys does not matter. */
function canonical(detail: AuditDetail): string {
  return JSON.stringify(Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1)));
}
