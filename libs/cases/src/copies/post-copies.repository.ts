import { Injectable } from '@nestjs/common';
import type { Id, PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import type { CopyCount, CopyEnd, PostCopy, SeenCopy } from './post-copy.js';

/** Most copies that are shown of one case. */
const MOST = 200;

/** Keeps copies of posts. Callers have found the case for their person first. */
@Injectable()
export class PostCopiesRepository {
  constructor(private readonly tx: Transactions) {}

  /** The copies of a case, the one that was seen last first. */
  list({ organisationId, id }: Case): Promise<PostCopy[]> {
    return this.tx.query<PostCopy>(
      `select y.id, y.form, y.place, y.seen_on::text as "seenOn", p.name as "recordedByName",
              y.recorded_at as "recordedAt", y.outcome, y.outcome_reason as "outcomeReason",
              y.settled_at as "settledAt"
         from post_copy y
         join person p on p.organisation_id = y.organisation_id and p.id = y.recorded_by
        where y.organisation_id = $1 and y.case_id = $2
        order by y.seen_on desc, y.id desc limit ${MOST}`,
      [organisationId, id],
    );
  }

  async count({ organisationId, id }: Case): Promise<CopyCount> {
    const rows = await this.tx.query<CopyCount>(
      `select count(*)::int as "all", count(*) filter (where outcome is null)::int as open
         from post_copy where organisation_id = $1 and case_id = $2`,
      [organisationId, id],
    );
    return rows[0]!;
  }

  async insert(
    { organisationId, id: caseId }: Case,
    { id, form, place, seenOn }: SeenCopy & { id: Id },
    recorded: { by: PersonId; at: Date },
  ): Promise<void> {
    await this.tx.query(
      `insert into post_copy (id, organisation_id, case_id, form, place, seen_on, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, organisationId, caseId, form, place, seenOn, recorded.by, recorded.at],
    );
  }

  /** Says what became of a copy. @returns false where there is no such copy, or it was said before */
  async settle(
    { organisationId, id: caseId }: Case,
    { id, outcome, reason }: CopyEnd & { id: Id },
    settled: { by: PersonId; at: Date },
  ): Promise<boolean> {
    const [rows] = await this.tx.manager.query<[unknown[], number]>(
      `update post_copy set outcome = $4, outcome_reason = nullif($5, ''), settled_by = $6, settled_at = $7
        where organisation_id = $1 and case_id = $2 and id = $3 and outcome is null returning id`,
      [organisationId, caseId, id, outcome, reason, settled.by, settled.at],
    );
    return rows.length > 0;
  }
}
