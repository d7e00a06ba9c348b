import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Id, OrganisationId } from '#kernel';
import { scopeOf, Transactions } from '#platform';
import { type Checkpoint, isGenuine } from './checkpoint.js';
import { type AuditEvent, eventHash, sealHash } from './event-hash.js';

/** A place where the trail is not what it was. */
export interface AuditFault {
  readonly kind:
    | 'event-changed'
    | 'chain-broken'
    | 'event-missing'
    | 'event-not-sealed'
    | 'seal-broken'
    | 'log-rewritten'
    | 'log-truncated'
    | 'checkpoint-forged';
  /** Event id, subject id with place, or place in the sealed log. */
  readonly where: string;
}

/** What a verification found. */
export interface AuditVerification {
  readonly events: number;
  readonly sealed: number;
  /** Events of the last seconds that the sealer has yet to fold in. */
  readonly unsealed: number;
  readonly checkpoints: number;
  readonly faults: readonly AuditFault[];
}

interface StoredEvent extends AuditEvent {
  readonly hash: Buffer;
}

interface Seal {
  sequence: string;
  eventId: Id;
  eventHash: Buffer;
  sealHash: Buffer;
}

const BATCH = 5_000;

/** Reads the whole trail of an organisation and proves that nothing was changed, removed, added or moved. */
@Injectable()
export class AuditVerifier {
  constructor(private readonly tx: Transactions) {}

  /**
   * @param checkpoints signed ends of this log kept outside the database, in any order.
   * @param publicKey of the installation that signed them.
   */
  verify(
    organisationId: OrganisationId,
    checkpoints: readonly Checkpoint[],
    publicKey: KeyObject,
  ): Promise<AuditVerification> {
    const work = async () => {
      await this.tx.query('set local statement_timeout = 0');
      const faults: AuditFault[] = [];
      const hashes = await this.verifyChains(organisationId, faults);
      const genuine = verifyCheckpoints(organisationId, checkpoints, publicKey, faults);
      const sealed = await this.verifyLog(organisationId, hashes, genuine, faults);
      const unsealed = await this.verifyTail(organisationId, hashes, faults);
      const total = sealed + unsealed;
      return { events: total, sealed, unsealed, checkpoints: checkpoints.length, faults };
    };
    return this.tx.run(scopeOf(organisationId), work, 'snapshot');
  }

  /** Every event hashes to what it carries and follows the one before it without a gap. */
  private async verifyChains(organisationId: OrganisationId, faults: AuditFault[]) {
    const hashes = new Map<Id, Buffer>();
    let previous: StoredEvent | undefined;
    for await (const event of this.events(organisationId)) {
      const expected = eventHash(event);
      hashes.set(event.id, expected);
      if (!expected.equals(event.hash)) faults.push({ kind: 'event-changed', where: event.id });
      const before = previous?.subjectId === event.subjectId ? previous : undefined;
      if (!follows(before, event)) {
        faults.push({ kind: 'chain-broken', where: `${event.subjectId} at ${event.sequence}` });
      }
      previous = event;
    }
    return hashes;
  }

  private async *events(organisationId: OrganisationId): AsyncGenerator<StoredEvent> {
    let last: StoredEvent | undefined;
    for (;;) {
      const rows: StoredEvent[] = await this.tx.query<StoredEvent>(
        `select id, organisation_id as "organisationId", subject_type as "subjectType",
                subject_id as "subjectId", sequence, action, actor_id as "actorId", at, detail,
                previous_hash as "previousHash", hash
           from audit_event
          where organisation_id = $1 and (subject_id, sequence) > ($2, $3)
          order by subject_id, sequence limit ${BATCH}`,
        [organisationId, last?.subjectId ?? FIRST_ID, last?.sequence ?? 0],
      );
      yield* rows;
      last = rows.at(-1);
      if (rows.length < BATCH) return;
    }
  }

  /** The sealed log has no gap, its hashes follow from each other, and its events are all there. */
  private async verifyLog(
    organisationId: OrganisationId,
    hashes: Map<Id, Buffer>,
    checkpoints: readonly Checkpoint[],
    faults: AuditFault[],
  ): Promise<number> {
    const marks = new Map(checkpoints.map((mark) => [mark.sequence, mark.sealHash]));
    let count = 0;
    let previous: Buffer | null = null;
    for await (const seal of this.seals(organisationId)) {
      count += 1;
      const where = `seal ${seal.sequence}`;
      const expected = sealHash(previous, count, seal.eventHash);
      if (Number(seal.sequence) !== count || !expected.equals(seal.sealHash)) {
        faults.push({ kind: 'seal-broken', where });
      }
      const hash = hashes.get(seal.eventId);
      if (!hash) faults.push({ kind: 'event-missing', where: `${seal.eventId} (${where})` });
      else if (!hash.equals(seal.eventHash))
        faults.push({ kind: 'event-changed', where: seal.eventId });
      hashes.delete(seal.eventId);
      const mark = marks.get(count);
      if (mark && mark !== seal.sealHash.toString('hex'))
        faults.push({ kind: 'log-rewritten', where });
      previous = seal.sealHash;
    }
    let longest = 0;
    for (const sequence of marks.keys()) longest = Math.max(longest, sequence);
    if (longest > count)
      faults.push({ kind: 'log-truncated', where: `${count} of ${longest} seals` });
    return count;
  }

  private async *seals(organisationId: OrganisationId): AsyncGenerator<Seal> {
    let last = '0';
    for (;;) {
      const rows: Seal[] = await this.tx.query<Seal>(
        `select sequence, event_id as "eventId", event_hash as "eventHash", seal_hash as "sealHash"
           from audit_seal where organisation_id = $1 and sequence > $2
          order by sequence limit ${BATCH}`,
        [organisationId, last],
      );
      yield* rows;
      last = rows.at(-1)?.sequence ?? last;
      if (rows.length < BATCH) return;
    }
  }

  /** What is in no seal must be waiting for the sealer; anything else was slipped in. */
  private async verifyTail(
    organisationId: OrganisationId,
    left: Map<Id, Buffer>,
    faults: AuditFault[],
  ): Promise<number> {
    const waiting = await this.tx.query<{ id: Id }>(
      `select event_id as id from audit_unsealed where organisation_id = $1`,
      [organisationId],
    );
    for (const { id } of waiting) {
      if (!left.delete(id)) faults.push({ kind: 'event-missing', where: id });
    }
    for (const id of left.keys()) faults.push({ kind: 'event-not-sealed', where: id });
    return waiting.length;
  }
}

/** Keeps the checkpoints that can be believed: signed by us, about this organisation. */
function verifyCheckpoints(
  organisationId: OrganisationId,
  checkpoints: readonly Checkpoint[],
  publicKey: KeyObject,
  faults: AuditFault[],
): Checkpoint[] {
  return checkpoints.filter((checkpoint) => {
    if (checkpoint.organisationId === organisationId && isGenuine(checkpoint, publicKey))
      return true;
    faults.push({ kind: 'checkpoint-forged', where: `seal ${checkpoint.sequence}` });
    return false;
  });
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

function follows(before: StoredEvent | undefined, event: StoredEvent): boolean {
  if (!before) return event.sequence === 1 && event.previousHash === null;
  return (
    event.sequence === before.sequence + 1 && (event.previousHash?.equals(before.hash) ?? false)
  );
}
