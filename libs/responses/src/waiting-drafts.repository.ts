import { Injectable } from '@nestjs/common';
import { isPrivilegedSql } from '#cases';
import {
  Keyset,
  type OrganisationId,
  type Page,
  type PageQuery,
  type PersonId,
  type Placed,
} from '#kernel';
import { Transactions } from '#platform';
import { WALL_MEMBERS } from './draft-access.js';
import type { SecondSide } from './draft-sides.js';
import { type DraftRow, SECOND_APPROVER, type Reach, ROW } from './draft.repository.js';

/** A draft that waits for somebody's approval. */
export interface WaitingDraft extends DraftRow, Reach {
  reference: string;
  caseTitle: string;
  isUrgent: boolean;
  contributorIds: PersonId[];
  submittedAt: Date;
  /** When the next clock of its case ends; null where none runs. */
  dueAt: Date | null;
  isDueByHour: boolean;
  jurisdiction: string;
  approvedBy: PersonId | null;
  approvedFor: PersonId | null;
  secondApprovedBy: PersonId | null;
  secondApprovedFor: PersonId | null;
  /** Who approves it besides an approver; null where nobody does. */
  secondSide: SecondSide | null;
}

/**
 * High risk before low, then the case that is due first, then what has waited longest: the order of an index, so that a
 * page costs the same however many wait. The draft carries the due time of its case, which the database keeps.
 */
const BY_RISK_AND_DUE_TIME = new Keyset('ascending', 'words', 'instant', 'instant', 'id');

/** Reads what waits for approval. */
@Injectable()
export class WaitingDraftsRepository {
  constructor(private readonly tx: Transactions) {}

  /**
   * What waits for approval on open cases: high risk first, then what is due first, then what has waited longest.
   *
   * @param ofPress only the statements of press cases to the press.
   * @throws Unreadable `cursor-wrong`
   */
  async list(
    organisationId: OrganisationId,
    { limit, cursor }: PageQuery,
    ofPress: boolean,
  ): Promise<Page<WaitingDraft>> {
    const rows = await this.tx.query<WaitingDraft & Placed>(
      `select ${ROW}, c.reference, c.title as "caseTitle", c.is_urgent as "isUrgent",
              d.contributor_ids as "contributorIds", d.submitted_at as "submittedAt",
              d.approved_by as "approvedBy", d.second_approved_by as "secondApprovedBy",
              d.approved_for as "approvedFor", d.second_approved_for as "secondApprovedFor",
              d.second_side as "secondSide", ${SECOND_APPROVER} as "hasSecondApprover", ${WALL_MEMBERS} as "wallMembers",
              nullif(d.case_due_at, 'infinity') as "dueAt", c.is_due_by_hour as "isDueByHour", c.jurisdiction,
              array[d.risk, d.case_due_at::text, d.submitted_at::text, d.id::text] as key
         from draft d
         join case_record c on c.organisation_id = d.organisation_id and c.id = d.case_id
         join person a on a.organisation_id = d.organisation_id and a.id = d.author_id
        where d.organisation_id = $1 and d.state = 'submitted' and c.state = 'open'
          and (d.risk, d.case_due_at, d.submitted_at, d.id) > ($2, $3::timestamptz, $4::timestamptz, $5::uuid)
          and (not $7 or (d.audience = 'press' and not ${isPrivilegedSql('d')}
                and (c.primary_route = 'press_office' or 'press_office' = any (c.also_routes))))
        order by d.risk, d.case_due_at, d.submitted_at, d.id limit $6`,
      [organisationId, ...BY_RISK_AND_DUE_TIME.after(cursor), limit + 1, ofPress],
    );
    return BY_RISK_AND_DUE_TIME.page<WaitingDraft>(rows, limit);
  }
}
