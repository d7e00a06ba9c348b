import { Injectable } from '@nestjs/common';
import type { Category, Finding } from '#confidentiality';
import {
  type CaseId,
  type Id,
  Keyset,
  newId,
  type OrganisationId,
  type Page,
  type PageQuery,
  type PersonId,
  type Placed,
} from '#kernel';
import { Transactions } from '#platform';
import { WALL_MEMBERS } from '../draft-access.js';
import type { Draft } from '../draft.js';
import type { FindingWaiver } from './waiver.js';

/** A finding that one approver has let pass and that waits for the second. */
export interface WaitingWaiver {
  id: Id;
  rule: string;
  category: Category;
  /** The words that it is about. */
  words: string;
  draftId: Id;
  reference: string;
  title: string;
  waivedBy: PersonId;
  waivedByName: string;
  waivedAt: Date;
  contributorIds: PersonId[];
}

/** Findings of one text that were let pass, with what is needed to tell those who may agree. */
export interface AwaitedAgreement {
  readonly caseId: CaseId;
  readonly reference: string;
  /** All of that text. */
  readonly ids: readonly Id[];
  /** Who let those pass that wait for a second approver; empty where nothing waits. */
  readonly waitingOf: readonly PersonId[];
  readonly contributorIds: readonly PersonId[];
  /** Those who may know of the case at all; null where every caseworker may. */
  readonly wallMembers: readonly PersonId[] | null;
}

/** Whether the second approver is waited for, of a finding `w` in a draft `d` of a case `c`. */
const WAITS = `w.seconded_by is null and not w.is_void and c.state = 'open' and d.state in ('draft', 'returned')`;

const OLDEST_FIRST = new Keyset('ascending', 'instant', 'id');

/** Keeps which findings approvers let pass. A change of the text makes them void, in the database itself. */
@Injectable()
export class WaiverRepository {
  constructor(private readonly tx: Transactions) {}

  /** Those that stand for the text of a draft, the earliest first. */
  listOfDraft({
    organisationId,
    id,
  }: Pick<Draft, 'organisationId' | 'id'>): Promise<FindingWaiver[]> {
    return this.tx.query<FindingWaiver>(
      `select id, text_hash as "textHash", rule, starts as start, ends as "end", reason,
              waived_by as "waivedBy", waived_at as "waivedAt",
              seconded_by as "secondedBy", seconded_at as "secondedAt"
         from finding_waiver where organisation_id = $1 and draft_id = $2 and not is_void
        order by waived_at, id`,
      [organisationId, id],
    );
  }

  /** @returns the id of what is kept. */
  async insert(
    { organisationId, caseId, id: draftId, textHash }: Draft,
    { rule, start, end, category }: Finding,
    { by, at, reason }: { by: PersonId; at: Date; reason: string },
  ): Promise<Id> {
    const id = newId();
    await this.tx.query(
      `insert into finding_waiver (id, organisation_id, case_id, draft_id, text_hash, rule, starts, ends,
                                   category, reason, waived_by, waived_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [id, organisationId, caseId, draftId, textHash, rule, start, end, category, reason, by, at],
    );
    return id;
  }

  /** Adds the second approver. */
  async second(
    { organisationId }: Pick<Draft, 'organisationId'>,
    id: Id,
    { by, at }: { by: PersonId; at: Date },
  ): Promise<void> {
    await this.tx.query(
      `update finding_waiver set seconded_by = $3, seconded_at = $4
        where organisation_id = $1 and id = $2 and seconded_by is null and not is_void`,
      [organisationId, id, by, at],
    );
  }

  /** Those on open cases that wait for the second approver, the oldest first. @throws Unreadable `cursor-wrong` */
  async listWaiting(
    organisationId: OrganisationId,
    { limit, cursor }: PageQuery,
  ): Promise<Page<WaitingWaiver>> {
    const rows = await this.tx.query<Omit<WaitingWaiver, 'words'> & Whole & Placed>(
      `select w.id, w.rule, w.category, w.starts as start, w.ends as "end", d.text, w.draft_id as "draftId", c.reference, d.title, w.waived_by as "waivedBy",
              p.name as "waivedByName", w.waived_at as "waivedAt",
              d.contributor_ids as "contributorIds", array[w.waived_at::text, w.id::text] as key
         from finding_waiver w
         join draft d on d.organisation_id = w.organisation_id and d.id = w.draft_id
         join case_record c on c.organisation_id = w.organisation_id and c.id = w.case_id
         join person p on p.organisation_id = w.organisation_id and p.id = w.waived_by
        where w.organisation_id = $1 and ${WAITS}
          and (w.waived_at, w.id) > ($2::timestamptz, $3::uuid)
        order by w.waived_at, w.id limit $4`,
      [organisationId, ...OLDEST_FIRST.after(cursor), limit + 1],
    );
    const told = rows.map(({ text, start, end, ...row }) => ({
      ...row,
      words: text.slice(start, end),
    }));
    return OLDEST_FIRST.page<WaitingWaiver>(told, limit);
  }

  /** All that was let pass in the text of one of them. For background work; runs inside the unit of work of its caller. */
  async findAwaited(organisationId: OrganisationId, id: Id): Promise<AwaitedAgreement | undefined> {
    const rows = await this.tx.query<AwaitedAgreement>(
      `select c.id as "caseId", c.reference, d.contributor_ids as "contributorIds",
              array_agg(w.id) as ids,
              coalesce(array_agg(distinct w.waived_by) filter (where ${WAITS}), '{}') as "waitingOf",
              ${WALL_MEMBERS} as "wallMembers"
         from finding_waiver one
         join finding_waiver w on w.organisation_id = one.organisation_id and w.draft_id = one.draft_id
          and w.text_hash = one.text_hash
         join draft d on d.organisation_id = w.organisation_id and d.id = w.draft_id
         join case_record c on c.organisation_id = w.organisation_id and c.id = w.case_id
        where one.organisation_id = $1 and one.id = $2
        group by c.id, d.id`,
      [organisationId, id],
    );
    return rows[0];
  }
}

/** A text and the place of a finding in it, in UTF-16 code units, which the database cannot count. */
interface Whole {
  text: string;
  start: number;
  end: number;
}
