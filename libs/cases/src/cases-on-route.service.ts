import { Injectable } from '@nestjs/common';
import { type Actor, type Permission, requirePermission, scopeOfActor } from '#identity';
import { isReference, Keyset, NotFound, type Page, type PageQuery, type Placed } from '#kernel';
import { Transactions } from '#platform';
import type { CaseState } from './case.js';

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
  /** Whether that clock counts hours, not working days. */
  readonly isDueByHour: boolean;
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
  c.is_due_by_hour as "isDueByHour", c.is_urgent as "isUrgent"`;
const WITH_POST = `${SAFE}, c.url, c.handle, c.post_text as "postText", c.posted_on::text as "postedOn",
  c.seen_on::text as "seenOn"`;

const DESKS = {
  dataProtection: {
    permission: 'case:read-data-protection',
    on: `(c.primary_route = 'data_protection' or 'data_protection' = any (c.also_routes))`,
  },
} as const satisfies Record<string, { permission: Permission; on: string }>;
type Desk = keyof typeof DESKS;

const NEWEST_FIRST = new Keyset('descending', 'instant', 'id');

/** The cases that were decided to go to a desk, for whoever works there. */
@Injectable()
export class CasesOnRouteService {
  constructor(private readonly tx: Transactions) {}

  /** Data-protection cases, newest first. @throws Forbidden */
  listDataProtection(actor: Actor, query: PageQuery): Promise<Page<CaseOnRoute>> {
    return this.list(actor, 'dataProtection', query);
  }

  /** @throws Forbidden; NotFound `case-not-found` */
  getDataProtection(actor: Actor, reference: string): Promise<DataProtectionCase> {
    return this.get<DataProtectionCase>(actor, 'dataProtection', { reference, columns: WITH_POST });
  }

  private list(actor: Actor, desk: Desk, query: PageQuery): Promise<Page<CaseOnRoute>> {
    requirePermission(actor, DESKS[desk].permission);
    return this.tx.run(scopeOfActor(actor), async () => {
      const rows = await this.tx.query<CaseOnRoute & Placed>(
        `select ${SAFE}, array[c.opened_at::text, c.id::text] as key from case_record c
          where c.organisation_id = $1 and ${DESKS[desk].on}
            and (c.opened_at, c.id) < ($2::timestamptz, $3::uuid)
          order by c.opened_at desc, c.id desc limit $4`,
        [actor.organisationId, ...NEWEST_FIRST.after(query.cursor), query.limit + 1],
      );
      return NEWEST_FIRST.page<CaseOnRoute>(rows, query.limit);
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
