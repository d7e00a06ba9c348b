import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Actor, scopeOfActor } from '#identity';
import {
  type CaseId,
  Clock,
  type Id,
  Invalid,
  newId,
  NotFound,
  type OrganisationId,
  type Page,
  type PersonId,
} from '#kernel';
import { Transactions } from '#platform';
import type { Notice, NoticeKind } from './notice.js';

/** Counting stops here: the header says “99+”. */
const COUNTED_UP_TO = 100;

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);
const NEWEST = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

/** What each person is told. */
@Injectable()
export class Notices {
  constructor(
    private readonly tx: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts a notice before a person, once for each cause. Runs inside the unit of work of its caller.
   *
   * @returns whether it is new; false where the person was told before.
   */
  async add(
    organisationId: OrganisationId,
    notice: { personId: PersonId; kind: NoticeKind; caseId: CaseId; sourceId: Id },
  ): Promise<boolean> {
    const { personId, kind, caseId, sourceId } = notice;
    const written = await this.tx.query(
      `insert into notice (id, organisation_id, person_id, kind, case_id, source_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (person_id, kind, source_id) do nothing returning id`,
      [newId(), organisationId, personId, kind, caseId, sourceId, this.clock.now()],
    );
    return written.length > 0;
  }

  /** The person's own notices, newest first. @throws Invalid `cursor-wrong` */
  async list(
    actor: Actor,
    query: { limit: number; cursor?: string | undefined },
  ): Promise<Page<Notice>> {
    const [at, id] = readCursor(query.cursor);
    const rows = await this.tx.run(scopeOfActor(actor), () =>
      this.tx.query<Notice>(
        `select n.id, n.kind, n.case_id as "caseId", c.reference, n.created_at as "createdAt",
                n.read_at as "readAt"
           from notice n left join case_record c on c.organisation_id = n.organisation_id and c.id = n.case_id
          where n.organisation_id = $1 and n.person_id = $2 and (n.created_at, n.id) < ($3::timestamptz, $4::uuid)
          order by n.created_at desc, n.id desc limit $5`,
        [actor.organisationId, actor.personId, at, id, query.limit + 1],
      ),
    );
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    return { items, next: rows.length > query.limit && last ? writeCursor(last) : null };
  }

  /** How many of the person's own notices are unread, up to 100. */
  async countUnread(actor: Actor): Promise<number> {
    const rows = await this.tx.run(scopeOfActor(actor), () =>
      this.tx.query<{ count: number }>(
        `select count(*)::int as count from (
           select from notice where organisation_id = $1 and person_id = $2 and read_at is null
            limit ${COUNTED_UP_TO}) unread`,
        [actor.organisationId, actor.personId],
      ),
    );
    return rows[0]!.count;
  }

  /** Marks one of the person's own notices as read. @throws NotFound `notice-not-found` */
  async markRead(actor: Actor, id: Id): Promise<void> {
    const [rows] = await this.tx.run(scopeOfActor(actor), () =>
      this.tx.manager.query<[unknown[], number]>(
        `update notice set read_at = coalesce(read_at, $4)
          where organisation_id = $1 and person_id = $2 and id = $3 returning id`,
        [actor.organisationId, actor.personId, id, this.clock.now()],
      ),
    );
    if (rows.length === 0) throw new NotFound('notice-not-found', 'We could not find that notice.');
  }

  /** Marks all of the person's own notices as read. */
  async markAllRead(actor: Actor): Promise<void> {
    await this.tx.run(scopeOfActor(actor), () =>
      this.tx.query(
        `update notice set read_at = $3 where organisation_id = $1 and person_id = $2 and read_at is null`,
        [actor.organisationId, actor.personId, this.clock.now()],
      ),
    );
  }
}

function writeCursor({ createdAt, id }: Notice): string {
  return Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString('base64url');
}

function readCursor(cursor: string | undefined): readonly [string, string] {
  if (!cursor) return NEWEST;
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new Invalid('cursor-wrong', 'This page of the list cannot be found.', [
      { field: 'cursor', message: 'Start again from the first page.' },
    ]);
  }
}
