import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type OrganisationId, type PersonId } from '#kernel';
import { Transactions } from '#platform';

/** A session as it is stored: who is signed in, and small things such as the form token. */
export interface StoredSession {
  personId: PersonId | null;
  organisationId: OrganisationId | null;
  data: Record<string, unknown>;
}

/** Minutes. Long enough to write a reply without touching the server: idle one hour, at most twelve hours, nobody signed in one. */
const LIFETIME = { idle: 60, longest: 12 * 60, anonymous: 60 } as const;

/** Sessions live in the database under the hash of their id, so ending one takes effect at once. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly tx: Transactions) {}

  /** The session of an id, unless it has ended. */
  async find(id: string): Promise<StoredSession | undefined> {
    const rows = await this.tx.ask<StoredSession & { isStale: boolean }>(
      `select person_id as "personId", organisation_id as "organisationId", data,
              seen_at < now() - interval '1 minute' as "isStale"
         from session where id_hash = $1 and expires_at > now()`,
      [hashOf(id)],
    );
    const found = rows[0];
    if (found?.isStale) await this.touch(id);
    return found;
  }

  /** Writes a new session. */
  save(id: string, { personId, organisationId, data }: StoredSession): Promise<void> {
    const minutes = personId ? LIFETIME.idle : LIFETIME.anonymous;
    return this.tx.runUnscoped(async () => {
      await this.tx.query(
        `insert into session as s (id_hash, person_id, organisation_id, data, expires_at)
         values ($1, $2, $3, $4, now() + make_interval(mins => $5))
         on conflict (id_hash) do update set person_id = $2, organisation_id = $3, data = $4`,
        [hashOf(id), personId, organisationId, JSON.stringify(data), minutes],
      );
    });
  }

  /** Writes a session that was found before. One that was ended meanwhile stays ended. */
  update(id: string, { personId, organisationId, data }: StoredSession): Promise<void> {
    return this.tx.runUnscoped(async () => {
      await this.tx.query(
        `update session set person_id = $2, organisation_id = $3, data = $4 where id_hash = $1`,
        [hashOf(id), personId, organisationId, JSON.stringify(data)],
      );
    });
  }

  /** Ends one session. */
  remove(id: string): Promise<void> {
    return this.tx.runUnscoped(async () => {
      await this.tx.query(`delete from session where id_hash = $1`, [hashOf(id)]);
    });
  }

  /** Ends all sessions of a person, wherever they are signed in. */
  removeAllOf(personId: PersonId): Promise<void> {
    return this.tx.runUnscoped(async () => {
      await this.tx.query(`delete from session where person_id = $1`, [personId]);
    });
  }

  /** Forgets sessions that have ended. */
  sweep(): Promise<void> {
    return this.tx.runUnscoped(async () => {
      await this.tx.query(`delete from session where expires_at < now()`);
    });
  }

  /** Once a minute at most, so that reading a page does not write to the database each time. */
  private async touch(id: string): Promise<void> {
    await this.tx.ask(
      `update session set seen_at = now(),
              expires_at = least(created_at + make_interval(mins => $2), now() + make_interval(mins => $3))
        where id_hash = $1`,
      [hashOf(id), LIFETIME.longest, LIFETIME.idle],
    );
  }
}

function hashOf(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}
