import { Injectable } from '@nestjs/common';
import { isPrivilegedSql } from '#cases';
import { type Actor, can, requireAnyPermission, scopeOfActor } from '#identity';
import {
  type CaseId,
  type Id,
  Keyset,
  type OrganisationId,
  type Page,
  type PageQuery,
  type PersonId,
  type Placed,
} from '#kernel';
import { Transactions } from '#platform';
import { kindsReached } from './signing-reach.js';
import type { WorksheetKind } from './kind.js';
import { kindOf } from './worksheet.js';

/** Counting stops here: the navigation says “99+”. */
const COUNTED_UP_TO = 100;

/** A worksheet that waits for its sign-off. Nothing of its answers or of the case stands in it. */
export interface WaitingWorksheet {
  readonly id: Id;
  readonly kind: WorksheetKind;
  readonly reference: string;
  readonly isUrgent: boolean;
  readonly waitingSince: Date;
  /** Names of those who wrote any of it. */
  readonly preparedBy: readonly string[];
  /** Whether this person wrote any of it and somebody else has to sign. */
  readonly isForAnother: boolean;
  readonly jurisdiction: string;
  /** Next running clock of the case; null when none runs, and for the press office, which sees only its own. */
  readonly dueAt: Date | null;
  /** Whether that clock counts hours, not working days. */
  readonly isDueByHour: boolean;
}

/** A worksheet that waits, with what is needed to tell the right people. */
export interface AwaitedSignature {
  readonly id: Id;
  readonly caseId: CaseId;
  readonly reference: string;
  readonly kind: WorksheetKind;
  /** Decided for the case, the first and those besides. */
  readonly routes: readonly string[];
  readonly ownerId: PersonId | null;
  readonly authors: readonly PersonId[];
  readonly lastAuthorId: PersonId;
  /** Those who may know of the case at all; null where every caseworker may. */
  readonly wallMembers: readonly PersonId[] | null;
}

const DUE_FIRST = new Keyset('ascending', 'instant', 'id');

const WAITS = `w.organisation_id = $1 and w.waiting_since is not null and c.state = 'open'`;
const IN_SIGHT = `from worksheet w
  join case_record c on c.organisation_id = w.organisation_id and c.id = w.case_id
  join unnest($2::text[], $3::text[]) as reached (kind, route) on reached.kind = w.kind
    and (reached.route is null or reached.route = c.primary_route or reached.route = any (c.also_routes))
  where ${WAITS} and ($4 or not ${isPrivilegedSql('w')})`;
const DUE = `case when $4 then c.next_due_at else 'infinity' end`;
const FOR_ANOTHER = `(w.needs_other and $5 = any (w.authors))`;

/** Finds the worksheets that wait for a signature. */
@Injectable()
export class WaitingWorksheets {
  constructor(private readonly tx: Transactions) {}

  /** Those that this person may sign, on the cases that they see: the case due first first. @throws Unreadable `cursor-wrong` */
  listToSign(actor: Actor, query: PageQuery): Promise<Page<WaitingWorksheet>> {
    return this.list(actor, query, true);
  }

  /** All that wait on the cases that this person sees, whoever signs them. @throws Forbidden; Unreadable `cursor-wrong` */
  listInSight(actor: Actor, query: PageQuery): Promise<Page<WaitingWorksheet>> {
    requireAnyPermission(actor, ['case:read', 'case:read-press', 'case:read-data-protection']);
    return this.list(actor, query, false);
  }

  /** How many this person may sign, up to 100. */
  async countToSign(actor: Actor): Promise<number> {
    const kinds = kindsReached(actor, true);
    if (kinds.length === 0) return 0;
    const [row] = await this.tx.run(scopeOfActor(actor), () =>
      this.tx.query<{ count: number }>(
        `select count(*)::int as count from (
           select ${IN_SIGHT} and not ${FOR_ANOTHER} limit ${COUNTED_UP_TO}) waiting`,
        placeOf(actor, kinds),
      ),
    );
    return row!.count;
  }

  /**
   * One that waits, for telling of it; it stays as it is until the caller's unit of work ends.
   *
   * @returns undefined where it waits no longer.
   */
  async find(organisationId: OrganisationId, id: Id): Promise<AwaitedSignature | undefined> {
    const [found] = await this.tx.query<Omit<AwaitedSignature, 'kind'> & { kind: string }>(
      `select w.id, w.kind, w.case_id as "caseId", c.reference, c.owner_id as "ownerId", w.authors,
              w.changed_by as "lastAuthorId",
              array_remove(array_prepend(c.primary_route, c.also_routes), null) as routes,
              case when c.is_walled then array(
                select m.person_id from wall_member m
                 where m.organisation_id = c.organisation_id and m.case_id = c.id) end as "wallMembers"
         from worksheet w join case_record c on c.organisation_id = w.organisation_id and c.id = w.case_id
        where ${WAITS} and w.id = $2 for share of w`,
      [organisationId, id],
    );
    return found && { ...found, kind: kindOf(found.kind) };
  }

  private async list(
    actor: Actor,
    query: PageQuery,
    isToSign: boolean,
  ): Promise<Page<WaitingWorksheet>> {
    const kinds = kindsReached(actor, isToSign);
    const rows = await this.tx.run(scopeOfActor(actor), () =>
      this.tx.query<Omit<WaitingWorksheet, 'kind'> & { kind: string } & Placed>(
        `select w.id, w.kind, c.reference, (c.is_urgent and $4) as "isUrgent", c.jurisdiction, w.waiting_since as "waitingSince",
                nullif(${DUE}, 'infinity') as "dueAt", (c.is_due_by_hour and $4) as "isDueByHour",
                array(select p.name from person p where p.organisation_id = w.organisation_id
                       and p.id = any (w.authors) order by p.name, p.id) as "preparedBy",
                ${FOR_ANOTHER} as "isForAnother", array[(${DUE})::text, w.id::text] as key
           ${IN_SIGHT} and not ($6 and ${FOR_ANOTHER})
            and (${DUE}, w.id) > ($7::timestamptz, $8::uuid)
          order by ${DUE}, w.id limit $9`,
        [...placeOf(actor, kinds), isToSign, ...DUE_FIRST.after(query.cursor), query.limit + 1],
      ),
    );
    const { items, next } = DUE_FIRST.page<Omit<WaitingWorksheet, 'kind'> & { kind: string }>(
      rows,
      query.limit,
    );
    return { items: items.map((row) => ({ ...row, kind: kindOf(row.kind) })), next };
  }
}

/** Where a person looks. The press office finds nothing privileged, and sees no clock of the case. */
function placeOf(actor: Actor, kinds: ReturnType<typeof kindsReached>) {
  const isNoPressOffice = can(actor, 'case:read') || !can(actor, 'case:read-press');
  return [
    actor.organisationId,
    kinds.map(({ kind }) => kind),
    kinds.map(({ route }) => route),
    isNoPressOffice,
    actor.personId,
  ];
}
