import { Injectable } from '@nestjs/common';
import { type Actor, type Permission, requirePermission, scopeOfActor } from '#identity';
import { isReference, NotFound, type Page } from '#kernel';
import { Transactions } from '#platform';
import type { CaseState } from './case.js';
import { readCursor, writeCursor } from './list-cursor.js';

/** A case in the list of a desk: no title, note or name of anybody. */
export interface CaseOnRoute {
  readonly reference: string;
  readonly state: CaseState;
  readonly kind: string;
  readonly platform: string;
  readonly jurisdiction: string;
  readonly openedAt: Date;
  /** Route that was decided first; the desk's own may be one of those besides. */
  readonly route: string;
  /** Next running clock; null when none runs. */
  readonly dueAt: Date | null;
  readonly isUrgent: boolean;
}

/** A data-protection case, with the post that it is about. */
export interface DataProtectionCase extends CaseOnRoute {
  readonly url: string;
  readonly handle: string;
  readonly postText: string;
  readonly postedOn: string | null;
  readonly seenOn: string;
}

const SAFE = `c.reference, c.state, c.kind, c.platform, c.jurisdiction, c.opened_at as "openedAt",
  coalesce(c.primary_route, '') as route, nullif(c.next_due_at, 'infinity') as "dueAt",
  c.is_urgent as "isUrgent"`;
const WITH_POST = `${SAFE}, c.url, c.handle, c.post_text as "postText", c.posted_on::text as "postedOn",
  c.seen_on::text as "seenOn"`;

const DESKS = {
  dataProtection: {
    permission: 'case:read-data-protection',
    on: `(c.primary_route = 'data_protection' or 'data_protection' = any (c.also_routes))`,
  },
} as const satisfies Record<string, { permission: Permission; on: string }>;
type Desk = keyof typeof DESKS;

interface ListQuery {
  limit: number;
  cursor?: string | undefined;
}

/** The cases that were decided to go to a desk, for whoever works there. */
@Injectable()
export class CasesOnRouteService {
  constructor(private readonly tx: Transactions) {}

  /** Data-protection cases, newest first. @throws Forbidden */
  listDataProtection(actor: Actor, query: ListQuery): Promise<Page<CaseOnRoute>> {
    return this.list(actor, 'dataProtection', query);
  }

  /** @throws Forbidden; NotFound `case-not-found` */
  getDataProtection(actor: Actor, reference: string): Promise<DataProtectionCase> {
    return this.get<DataProtectionCase>(actor, 'dataProtection', { reference, columns: WITH_POST });
  }

  private list(actor: Actor, desk: Desk, query: ListQuery): Promise<Page<CaseOnRoute>> {
    requirePermission(actor, DESKS[desk].permission);
    return this.tx.run(scopeOfActor(actor), async () => {
      const [at, id] = readCursor(query.cursor);
      const rows = await this.tx.query<CaseOnRoute & { at: string; id: string }>(
        `select ${SAFE}, c.opened_at::text as at, c.id from case_record c
          where c.organisation_id = $1 and ${DESKS[desk].on}
            and (c.opened_at, c.id) < ($2::timestamptz, $3::uuid)
          order by c.opened_at desc, c.id desc limit $4`,
        [actor.organisationId, at, id, query.limit + 1],
      );
      const shown = rows.slice(0, query.limit);
      const last = shown.at(-1);
      return {
        items: shown.map(({ at: _at, id: _id, ...row }) => row),
        next: rows.length > query.limit && last ? writeCursor(last.at, last.id) : null,
      };
    });
  }

  private get<Row>(
    actor: Actor,
    desk: Desk,
    { reference, columns }: { reference: string; columns: string },
  ): Promise<Row> {
    requirePermission(actor, DESKS[desk].permission);
    return this.tx.run(scopeOfActor(actor), async () => {
      const rows = isReference(reference)
        ? await this.tx.query<Row>(
            `select ${columns} from case_record c
              where c.organisation_id = $1 and c.reference = $2 and ${DESKS[desk].on}`,
            [actor.organisationId, reference],
          )
        : [];
      if (!rows[0]) throw new NotFound('case-not-found', 'We could not find that case.');
      return rows[0];
    });
  }
}
