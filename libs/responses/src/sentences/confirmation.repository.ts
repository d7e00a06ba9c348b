import { Injectable } from '@nestjs/common';
import type { PersonId } from '#kernel';
import { newId } from '#kernel';
import { Transactions } from '#platform';
import type { Draft } from '../draft.js';
import type { Confirmation } from './asked-sentences.js';

/** Keeps who confirmed which sentence. Nothing here is ever changed. */
@Injectable()
export class ConfirmationRepository {
  constructor(private readonly tx: Transactions) {}

  /** All that was confirmed of a draft, in any version of it; the earliest first. */
  listOfDraft({
    organisationId,
    id,
  }: Pick<Draft, 'organisationId' | 'id'>): Promise<Confirmation[]> {
    return this.tx.query<Confirmation>(
      `select sentence_hash as "sentenceHash", confirmed_by as "confirmedBy",
              confirmed_at as "confirmedAt", draft_version as "draftVersion"
         from sentence_confirmation where organisation_id = $1 and draft_id = $2
        order by confirmed_at, id`,
      [organisationId, id],
    );
  }

  /** Keeps that a person confirms sentences; those that are confirmed already stay as they were. */
  async insert(
    { organisationId, caseId, id, version }: Draft,
    hashes: readonly string[],
    { by, at }: { readonly by: PersonId; readonly at: Date },
  ): Promise<void> {
    for (const hash of hashes) {
      await this.tx.query(
        `insert into sentence_confirmation (id, organisation_id, case_id, draft_id, draft_version,
                                            sentence_hash, confirmed_by, confirmed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (draft_id, confirmed_by, sentence_hash) do nothing`,
        [newId(), organisationId, caseId, id, version, hash, by, at],
      );
    }
  }
}
