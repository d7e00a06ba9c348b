import { Injectable } from '@nestjs/common';
import type { Id, OrganisationId } from '#kernel';
import { scopeOf, Transactions } from '#platform';
import { sealHash } from './event-hash.js';

const BATCH = 1_000;

interface Unsealed {
  id: Id;
  hash: Buffer;
}

/** Where the sealed log of an organisation ends. */
export interface LogHead {
  /** 0 when nothing is sealed yet. */
  sequence: number;
  sealHash: Buffer | null;
}

/** Up to where the log of an organisation is sealed, and since when. */
export interface LogEnd {
  sequence: number;
  sealedAt: Date;
}

/**
 * Folds finished events into the organisation's sealed log, in the background and in one place, so that
 * writing an event never waits for another case.
 */
@Injectable()
export class AuditSealer {
  constructor(private readonly tx: Transactions) {}

  /** Seals up to a thousand events. @returns the new head and how many were sealed. */
  seal(organisationId: OrganisationId): Promise<{ head: LogHead; sealed: number }> {
    return this.tx.run(scopeOf(organisationId), async () => {
      await this.tx.query(`select pg_advisory_xact_lock(hashtextextended('seal ' || $1, 0))`, [
        organisationId,
      ]);
      const events = await this.unsealed(organisationId);
      const head = await this.head(organisationId);
      const entries = chain(head, events);
      if (entries.length > 0) await this.append(organisationId, entries);
      return { head: entries.at(-1) ?? head, sealed: entries.length };
    });
  }

  /** Where the sealed log ends now; in the running transaction. */
  async head(organisationId: OrganisationId): Promise<LogHead> {
    const rows = await this.tx.query<{ sequence: string; sealHash: Buffer }>(
      `select sequence, seal_hash as "sealHash" from audit_seal
        where organisation_id = $1 order by sequence desc limit 1`,
      [organisationId],
    );
    const last = rows[0];
    return { sequence: Number(last?.sequence ?? 0), sealHash: last?.sealHash ?? null };
  }

  /** How far the log is sealed, for showing; undefined before the first seal. In the running transaction. */
  async end(organisationId: OrganisationId): Promise<LogEnd | undefined> {
    const rows = await this.tx.query<{ sequence: string; sealedAt: Date }>(
      `select sequence, sealed_at as "sealedAt" from audit_seal
        where organisation_id = $1 order by sequence desc limit 1`,
      [organisationId],
    );
    const last = rows[0];
    return last && { sequence: Number(last.sequence), sealedAt: last.sealedAt };
  }

  /** Ordered by chain and place, so that the log never holds an event before its predecessor. */
  private unsealed(organisationId: OrganisationId): Promise<Unsealed[]> {
    return this.tx.query<Unsealed>(
      `select e.id, e.hash from (
         select event_id from audit_unsealed where organisation_id = $1 order by event_id limit ${BATCH}) u
         join audit_event e on e.id = u.event_id
        order by e.id, e.subject_id, e.sequence`,
      [organisationId],
    );
  }

  private async append(organisationId: OrganisationId, entries: Entry[]): Promise<void> {
    await this.tx.query(
      `with entry as (
         insert into audit_seal (organisation_id, sequence, event_id, event_hash, seal_hash)
         select $1, * from unnest($2::bigint[], $3::uuid[], $4::bytea[], $5::bytea[]) returning event_id)
       delete from audit_unsealed u using entry where u.event_id = entry.event_id`,
      [
        organisationId,
        entries.map((entry) => entry.sequence),
        entries.map((entry) => entry.id),
        entries.map((entry) => entry.hash),
        entries.map((entry) => entry.sealHash),
      ],
    );
  }
}

interface Entry extends Unsealed {
  sequence: number;
  sealHash: Buffer;
}

function chain(head: LogHead, events: Unsealed[]): Entry[] {
  let { sequence, sealHash: previous } = head;
  return events.map((event) => {
    sequence += 1;
    previous = sealHash(previous, sequence, event.hash);
    return { ...event, sequence, sealHash: previous };
  });
}
