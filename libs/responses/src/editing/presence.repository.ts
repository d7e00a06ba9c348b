import { Injectable } from '@nestjs/common';
import type { PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Draft } from '../draft.js';
import { PRESENCE_EXPIRES, type PresentEditor } from './editing.js';

/** Whose presence, on which draft, and when it is asked. */
interface At {
  readonly personId: PersonId;
  readonly now: Date;
}

/** Keeps who is at work on a draft, as long as they give signs of life. */
@Injectable()
export class PresenceRepository {
  constructor(private readonly tx: Transactions) {}

  /** Notes a sign of life; one after a silence begins anew. What has expired on this draft is cleared away. */
  async beat(
    { organisationId, caseId, id }: Pick<Draft, 'organisationId' | 'caseId' | 'id'>,
    { personId, now }: At,
  ): Promise<void> {
    await this.tx.query(
      `delete from draft_presence where organisation_id = $1 and draft_id = $2 and seen_at < $3`,
      [organisationId, id, expiredBefore(now)],
    );
    await this.tx.query(
      `insert into draft_presence (organisation_id, case_id, draft_id, person_id, since, seen_at)
       values ($1, $2, $3, $4, $5, $5)
       on conflict (draft_id, person_id) do update
          set seen_at = greatest(draft_presence.seen_at, excluded.seen_at)`,
      [organisationId, caseId, id, personId, now],
    );
  }

  /** The others who are at work, the first to begin first. */
  listOthers(
    { organisationId, id }: Pick<Draft, 'organisationId' | 'id'>,
    { personId, now }: At,
  ): Promise<PresentEditor[]> {
    return this.tx.query<PresentEditor>(
      `select w.person_id as "personId", p.name, w.since
         from draft_presence w join person p on p.id = w.person_id
        where w.organisation_id = $1 and w.draft_id = $2 and w.person_id <> $3 and w.seen_at >= $4
        order by w.since, w.person_id`,
      [organisationId, id, personId, expiredBefore(now)],
    );
  }

  async leave(
    { organisationId, id }: Pick<Draft, 'organisationId' | 'id'>,
    personId: PersonId,
  ): Promise<void> {
    await this.tx.query(
      `delete from draft_presence where organisation_id = $1 and draft_id = $2 and person_id = $3`,
      [organisationId, id, personId],
    );
  }
}

function expiredBefore(now: Date): Date {
  return new Date(now.getTime() - PRESENCE_EXPIRES);
}
