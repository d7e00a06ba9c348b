import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, type Id, Invalid, type Page } from '#kernel';
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
export interface OpenDeadlineQuery {
  /** Only what is due before this instant. */
  readonly before?: Date | undefined;
  /** 1 to 500. */
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);
const FIRST = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;

/** What one person has to keep: the running clocks of all their cases. */
@Injectable()
export class OpenDeadlines {
  constructor(
    private readonly tx: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The running clocks of the person's own open cases that have a date, the first due first. @throws Invalid `cursor-wrong` */
  async listOwn(
    actor: Actor,
    query: OpenDeadlineQuery,
  ): Promise<Page<OpenDeadline> & { readAt: Date }> {
    requirePermission(actor, 'case:read');
    const [dueAt, id] = readCursor(query.cursor);
    const rows = await this.tx.run(scopeOfActor(actor), () =>
      this.tx.query<OpenDeadline>(
        `select d.id, c.reference, d.deadline, d.title, d.due_on::text as "dueOn", d.due_at as "dueAt",
                c.jurisdiction, coalesce(d.explanation ->> 'label' = 'unverified', false) as "isUnverified"
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
          dueAt,
          id,
          query.limit + 1,
        ],
      ),
    );
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    const next = rows.length > query.limit && last ? writeCursor(last) : null;
    return { items, next, readAt: this.clock.now() };
  }
}

function writeCursor({ dueAt, id }: OpenDeadline): string {
  return Buffer.from(JSON.stringify([dueAt.toISOString(), id])).toString('base64url');
}

function readCursor(cursor: string | undefined): readonly [string, string] {
  if (!cursor) return FIRST;
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new Invalid('cursor-wrong', 'This page of the list cannot be found.', [
      { field: 'cursor', message: 'Start again from the first page.' },
    ]);
  }
}
