import { Injectable } from '@nestjs/common';
import type { PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Draft } from '../draft.js';
import type { WorkingCopy } from './editing.js';

/** Keeps what people have typed and not saved: one copy for each person and draft. */
@Injectable()
export class WorkingCopyRepository {
  constructor(private readonly tx: Transactions) {}

  async find(
    { organisationId, id }: Pick<Draft, 'organisationId' | 'id'>,
    personId: PersonId,
  ): Promise<WorkingCopy | undefined> {
    const rows = await this.tx.query<WorkingCopy>(
      `select text, draft_version as "draftVersion", typed_at as "typedAt" from working_copy
        where organisation_id = $1 and draft_id = $2 and person_id = $3`,
      [organisationId, id, personId],
    );
    return rows[0];
  }

  /** Keeps a copy in the place of the one before. */
  async keep(
    { organisationId, caseId, id }: Pick<Draft, 'organisationId' | 'caseId' | 'id'>,
    personId: PersonId,
    { text, draftVersion, typedAt }: WorkingCopy,
  ): Promise<void> {
    await this.tx.query(
      `insert into working_copy (organisation_id, case_id, draft_id, person_id, draft_version, text, typed_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (draft_id, person_id) do update
          set draft_version = excluded.draft_version, text = excluded.text, typed_at = excluded.typed_at`,
      [organisationId, caseId, id, personId, draftVersion, text, typedAt],
    );
  }

  async remove(
    { organisationId, id }: Pick<Draft, 'organisationId' | 'id'>,
    personId: PersonId,
  ): Promise<void> {
    await this.tx.query(
      `delete from working_copy where organisation_id = $1 and draft_id = $2 and person_id = $3`,
      [organisationId, id, personId],
    );
  }
}
