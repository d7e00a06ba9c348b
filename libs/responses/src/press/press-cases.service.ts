import { Injectable } from '@nestjs/common';
import type { CaseState } from '#cases';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Keyset, type Page, type PageQuery, type Placed } from '#kernel';
import { Transactions } from '#platform';
import { PressCaseAccess } from './press-case-access.js';
import type { SummaryForPress } from './safe-summary.js';
import { SafeSummaryService } from './safe-summary.service.js';

/**
 * A case in the list of the press office: no title, post, kind, platform or name of anybody, and none of its other
 * routes and clocks.
 */
export interface PressCaseRow {
  readonly reference: string;
  readonly state: CaseState;
  /** Of the open enquiries, the one to be answered first. */
  readonly outlet: string | null;
  /** When the journalist's deadline is; null when none is known. */
  readonly deadlineAt: Date | null;
  readonly jurisdiction: string;
  readonly hasSummary: boolean;
  readonly openEnquiries: number;
}

/** One press case as the press office has it. */
export interface PressCase extends Omit<PressCaseRow, 'hasSummary'> {
  readonly summary: SummaryForPress;
}

const ON_ROUTE = `(c.primary_route = 'press_office' or 'press_office' = any (c.also_routes))`;
const ROW = `c.reference, c.state, c.jurisdiction,
  (select e.outlet from press_enquiry e
    where e.organisation_id = c.organisation_id and e.case_id = c.id
    order by e.state <> 'open', e.deadline_at nulls last, e.received_at desc limit 1) as outlet,
  (select d.due_at from case_deadline d
    where d.organisation_id = c.organisation_id and d.case_id = c.id and d.deadline = 'media_deadline'
      and d.state = 'open') as "deadlineAt",
  exists (select from press_summary s
           where s.organisation_id = c.organisation_id and s.case_id = c.id) as "hasSummary",
  (select count(*)::int from press_enquiry e
    where e.organisation_id = c.organisation_id and e.case_id = c.id
      and e.state = 'open') as "openEnquiries"`;

const NEWEST_FIRST = new Keyset('descending', 'instant', 'id');

/** The cases that were decided to go to the press office, for the press office. */
@Injectable()
export class PressCasesService {
  constructor(
    private readonly tx: Transactions,
    private readonly access: PressCaseAccess,
    private readonly summaries: SafeSummaryService,
  ) {}

  /** Press cases, newest first. @throws Forbidden; Unreadable `cursor-wrong` */
  list(actor: Actor, query: PageQuery): Promise<Page<PressCaseRow>> {
    requirePermission(actor, 'case:read-press');
    return this.tx.run(scopeOfActor(actor), async () => {
      const rows = await this.tx.query<PressCaseRow & Placed>(
        `select ${ROW}, array[c.opened_at::text, c.id::text] as key from case_record c
          where c.organisation_id = $1 and ${ON_ROUTE}
            and (c.opened_at, c.id) < ($2::timestamptz, $3::uuid)
          order by c.opened_at desc, c.id desc limit $4`,
        [actor.organisationId, ...NEWEST_FIRST.after(query.cursor), query.limit + 1],
      );
      return NEWEST_FIRST.page<PressCaseRow>(rows, query.limit);
    });
  }

  /** @throws Forbidden; NotFound `case-not-found` for a case that is not one of the press office's */
  get(actor: Actor, reference: string): Promise<PressCase> {
    requirePermission(actor, 'case:read-press');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.access.getPress(actor, reference);
      const [row] = await this.tx.query<PressCaseRow>(
        `select ${ROW} from case_record c where c.organisation_id = $1 and c.id = $2`,
        [actor.organisationId, found.id],
      );
      const { hasSummary: _has, ...rest } = row!;
      return { ...rest, summary: await this.summaries.forPress(actor, found) };
    });
  }
}
