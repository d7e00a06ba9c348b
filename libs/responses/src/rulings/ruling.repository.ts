import { Injectable } from '@nestjs/common';
import { newId, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Draft } from '../draft.js';

/** What an approver decides about a text. */
export type Decision = 'approved' | 'returned';

/** A text as an approver had it before them who decided about it. */
export interface ReadBefore {
  readonly decision: Decision;
  readonly draftVersion: number;
  readonly text: string;
  readonly ruledBy: PersonId;
  readonly ruledAt: Date;
}

/** Keeps what approvers decided, with the texts that they had read. Nothing of it changes. */
@Injectable()
export class RulingRepository {
  constructor(private readonly tx: Transactions) {}

  /** Keeps a decision about a draft that waits, before the draft itself is changed. */
  async insert(
    { organisationId, caseId, id, version, text }: Draft,
    { decision, by, at }: { decision: Decision; by: PersonId; at: Date },
  ): Promise<void> {
    await this.tx.query(
      `insert into draft_ruling (id, organisation_id, case_id, draft_id, draft_version, decision, text,
                                 ruled_by, ruled_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [newId(), organisationId, caseId, id, version, decision, text, by, at],
    );
  }

  /** The text that this person decided about last; where they never did, the one that somebody did. */
  async findLast(
    { organisationId, id }: Pick<Draft, 'organisationId' | 'id'>,
    reader: PersonId,
  ): Promise<ReadBefore | undefined> {
    const rows = await this.tx.query<ReadBefore>(
      `select decision, draft_version as "draftVersion", text, ruled_by as "ruledBy", ruled_at as "ruledAt"
         from draft_ruling where organisation_id = $1 and draft_id = $2
        order by ruled_by = $3 desc, ruled_at desc, id desc limit 1`,
      [organisationId, id, reader],
    );
    return rows[0];
  }
}
