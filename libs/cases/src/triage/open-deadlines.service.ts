import { Injectable } from '@nestjs/common';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, type Id, Keyset, type Page, type PageQuery, type Placed } from '#kernel';
import { Transactions } from '#platform';

/** A running clock of a case that a person owns. */
export interface OpenDeadline {
  readonly id: Id;
  readonly reference: string;
  /** Id of a deadline rule. */
  readonly deadline: string;
  readonly title: string;
  /** Civil date; null for clocks that run in hours. */
  readonly dueOn: string | null;
  readonly dueAt: Date;
  readonly jurisdiction: string;
  readonly isUnverified: boolean;
}

/** Which of them a list shows. */
export interface OpenDeadlineQuery extends PageQuery {
  /** Only what is due before this instant. */
  readonly before?: Date | undefined;
}

const FIRST_DUE_FIRST = new Keyset('ascending', 'instant', 'id');

/** What one person has to keep: the running clocks of all their cases. */
@Injectable()
export class OpenDeadlines {
  constructor(
    private readonly tx: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The running clocks of the person's own open cases that have a date, the first due first. @throws Unreadable `cursor-wrong` */
  async listOwn(
    actor: Actor,
    query: OpenDeadlineQuery,
  ): Promise<Page<OpenDeadline> & { readAt: Date }> {
    requirePermission(actor, 'case:read');
    const rows = await this.tx.run(scopeOfActor(actor), () =>
      this.tx.query<OpenDeadline & Placed>(
        `select d.id, c.reference, d.deadline, d.title, d.due_on::text as "dueOn", d.due_at as "dueAt",
                c.jurisdiction, coalesce(d.explanation ->> 'label' = 'unverified', false) as "isUnverified",
                array[d.due_at::text, d.id::text] as key
           from case_record c
           join case_deadline d on d.organisation_id = c.organisation_id and d.case_id = c.id
          where c.organisation_id = $1 and c.owner_id = $2 and c.state = 'open' and d.state = 'open'
            and d.due_at is not null and d.paused_at is null and d.due_at < $3
            and (d.due_at, d.id) > ($4::timestamptz, $5::uuid)
          order by d.due_at, d.id limit $6`,
        [
          actor.organisationId,
          actor.personId,
          query.before ?? 'infinity',
          ...FIRST_DUE_FIRST.after(query.cursor),
          query.limit + 1,
        ],
      ),
    );
    return {
      ...FIRST_DUE_FIRST.page<OpenDeadline>(rows, query.limit),
      readAt: this.clock.now(),
    };
  }
}
