import { Injectable } from '@nestjs/common';
import { type Actor, scopeOfActor } from '#identity';
import {
  type CaseId,
  Clock,
  type Id,
  Keyset,
  newId,
  NotFound,
  type OrganisationId,
  type Page,
  type PageQuery,
  type PersonId,
  type Placed,
} from '#kernel';
import { Transactions } from '#platform';
import type { Notice, NoticeKind } from './notice.js';

/** Counting stops here: the header says “99+”. */
const COUNTED_UP_TO = 100;

const NEWEST_FIRST = new Keyset('descending', 'instant', 'id');

/** Something that a person is to be told. */
export interface NewNotice {
  readonly personId: PersonId;
  readonly kind: NoticeKind;
  readonly caseId: CaseId | null;
  /** What it speaks of. */
  readonly sourceId: Id;
  /** The request that it is about, where it waits to be read before more is said of it. */
  readonly requestId?: Id;
}

/** What each person is told. */
@Injectable()
export class Notices {
  constructor(
    private readonly tx: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts a notice before a person, once for each cause; about a request only once while they have not read it. Runs
   * inside the unit of work of its caller.
   *
   * @returns whether it is new; false where the person was told before.
   */
  async add(organisationId: OrganisationId, notice: NewNotice): Promise<boolean> {
    const { personId, kind, caseId, sourceId, requestId = null } = notice;
    const written = await this.tx.query(
      `insert into notice (id, organisation_id, person_id, kind, case_id, source_id, created_at, request_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
      [newId(), organisationId, personId, kind, caseId, sourceId, this.clock.now(), requestId],
    );
    return written.length > 0;
  }

  /** Marks what was said of a cause as done, and read, for everybody. Runs inside the unit of work of its caller. */
  async settle(organisationId: OrganisationId, kind: NoticeKind, sourceId: Id): Promise<void> {
    await this.tx.query(
      `update notice set settled_at = $4, read_at = coalesce(read_at, $4)
        where organisation_id = $1 and kind = $2 and source_id = $3 and settled_at is null`,
      [organisationId, kind, sourceId, this.clock.now()],
    );
  }

  /** Takes back that a cause is done. Runs inside the unit of work of its caller. */
  async reopen(organisationId: OrganisationId, kind: NoticeKind, sourceId: Id): Promise<void> {
    await this.tx.query(
      `update notice set settled_at = null
        where organisation_id = $1 and kind = $2 and source_id = $3 and settled_at is not null`,
      [organisationId, kind, sourceId],
    );
  }

  /** The person's own notices, newest first. @throws Unreadable `cursor-wrong` */
  async list(actor: Actor, query: PageQuery): Promise<Page<Notice>> {
    const rows = await this.tx.run(scopeOfActor(actor), () =>
      this.tx.query<Notice & Placed>(
        `select n.id, n.kind, n.case_id as "caseId", coalesce(c.reference, r.reference) as reference, n.created_at as "createdAt",
                n.read_at as "readAt", n.settled_at as "settledAt", array[n.created_at::text, n.id::text] as key
           from notice n left join case_record c on c.organisation_id = n.organisation_id and c.id = n.case_id
             left join request r on r.organisation_id = n.organisation_id and r.id = n.request_id
          where n.organisation_id = $1 and n.person_id = $2 and (n.created_at, n.id) < ($3::timestamptz, $4::uuid)
          order by n.created_at desc, n.id desc limit $5`,
        [
          actor.organisationId,
          actor.personId,
          ...NEWEST_FIRST.after(query.cursor),
          query.limit + 1,
        ],
      ),
    );
    return NEWEST_FIRST.page<Notice>(rows, query.limit);
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
