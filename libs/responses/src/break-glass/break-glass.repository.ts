import { Injectable } from '@nestjs/common';
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
import { WALL_MEMBERS } from '../draft-access.js';
import type { Draft } from '../draft.js';
import type { BreakGlassVerdict, BrokenGlass } from './break-glass.js';

/** A release by one person alone as those see it who keep watch: nothing of the text, nor of the reason. */
export interface BrokenGlassRow {
  id: Id;
  reference: string;
  draftId: Id;
  brokenByName: string;
  brokenAt: Date;
  /** Civil date. */
  reviewDueOn: string;
  reviewedByName: string | null;
  reviewedAt: Date | null;
  verdict: BreakGlassVerdict | null;
}

/** Such a release with what is needed to tell the right people. */
export interface ToldBrokenGlass {
  readonly id: Id;
  readonly caseId: CaseId;
  readonly reference: string;
  readonly brokenBy: PersonId;
  /** Those who may know of the case at all; null where every caseworker may. */
  readonly wallMembers: readonly PersonId[] | null;
}

const COLUMNS = `id, draft_id as "draftId", reason, broken_by as "brokenBy", broken_at as "brokenAt",
  waived_rules as "waivedRules", review_due_on::text as "reviewDueOn", reviewed_by as "reviewedBy",
  reviewed_at as "reviewedAt", verdict, review_note as "reviewNote"`;

const NEWEST_FIRST = new Keyset('descending', 'instant', 'id');

/** Keeps who let a text out alone, and the review of it. Only the review is added later, once. */
@Injectable()
export class BreakGlassRepository {
  constructor(private readonly tx: Transactions) {}

  async insert(
    { organisationId, caseId, id: draftId }: Draft,
    broken: Pick<
      BrokenGlass,
      'id' | 'reason' | 'brokenBy' | 'brokenAt' | 'waivedRules' | 'reviewDueOn'
    >,
  ): Promise<void> {
    const { id, reason, brokenBy, brokenAt, waivedRules, reviewDueOn } = broken;
    await this.tx.query(
      `insert into break_glass (id, organisation_id, case_id, draft_id, reason, broken_by, broken_at,
                                waived_rules, review_due_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, organisationId, caseId, draftId, reason, brokenBy, brokenAt, waivedRules, reviewDueOn],
    );
  }

  /** How a draft was let out by one person; undefined where it was not. */
  async findOfDraft({
    organisationId,
    id,
  }: Pick<Draft, 'organisationId' | 'id'>): Promise<BrokenGlass | undefined> {
    const rows = await this.tx.query<BrokenGlass>(
      `select ${COLUMNS} from break_glass where organisation_id = $1 and draft_id = $2`,
      [organisationId, id],
    );
    return rows[0];
  }

  /** Adds the review. */
  async review(
    { organisationId }: Pick<Draft, 'organisationId'>,
    id: Id,
    review: { by: PersonId; at: Date; verdict: BreakGlassVerdict; note: string },
  ): Promise<void> {
    const { by, at, verdict, note } = review;
    await this.tx.query(
      `update break_glass set reviewed_by = $3, reviewed_at = $4, verdict = $5, review_note = $6
        where organisation_id = $1 and id = $2 and reviewed_at is null`,
      [organisationId, id, by, at, verdict, note],
    );
  }

  /** All of an organisation, newest first. @throws Unreadable `cursor-wrong` */
  async list(
    organisationId: OrganisationId,
    { limit, cursor }: PageQuery,
  ): Promise<Page<BrokenGlassRow>> {
    const rows = await this.tx.query<BrokenGlassRow & Placed>(
      `select g.id, c.reference, g.draft_id as "draftId", b.name as "brokenByName",
              g.broken_at as "brokenAt", g.review_due_on::text as "reviewDueOn",
              r.name as "reviewedByName", g.reviewed_at as "reviewedAt", g.verdict,
              array[g.broken_at::text, g.id::text] as key
         from break_glass g
         join case_record c on c.organisation_id = g.organisation_id and c.id = g.case_id
         join person b on b.organisation_id = g.organisation_id and b.id = g.broken_by
         left join person r on r.organisation_id = g.organisation_id and r.id = g.reviewed_by
        where g.organisation_id = $1 and (g.broken_at, g.id) < ($2::timestamptz, $3::uuid)
        order by g.broken_at desc, g.id desc limit $4`,
      [organisationId, ...NEWEST_FIRST.after(cursor), limit + 1],
    );
    return NEWEST_FIRST.page<BrokenGlassRow>(rows, limit);
  }

  /** For background work; runs inside the unit of work of its caller. */
  async findTold(organisationId: OrganisationId, id: Id): Promise<ToldBrokenGlass | undefined> {
    const rows = await this.tx.query<ToldBrokenGlass>(
      `select g.id, g.case_id as "caseId", c.reference, g.broken_by as "brokenBy",
              ${WALL_MEMBERS} as "wallMembers"
         from break_glass g
         join case_record c on c.organisation_id = g.organisation_id and c.id = g.case_id
        where g.organisation_id = $1 and g.id = $2`,
      [organisationId, id],
    );
    return rows[0];
  }
}
