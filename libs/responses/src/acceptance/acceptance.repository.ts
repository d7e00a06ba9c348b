import { Injectable } from '@nestjs/common';
import { type Case, isPrivilegedSql } from '#cases';
import { type CaseId, type Id, newId, type OrganisationId, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Draft } from '../draft.js';
import type { Acceptance, OwnWords } from './acceptance.js';

const COLUMNS = `a.id, a.case_id as "caseId", a.draft_id as "draftId", a.text_hash as "textHash",
  a.asked_at as "askedAt", a.answer, a.answered_at as "answeredAt", a.answered_by as "answeredBy",
  a.way, a.agreed_on::text as "agreedOn", a.proof, a.comment`;

/** Most texts in the name of one doctor that their page shows. */
const MOST_WORDS = 50;

/** Whom an answer concerns besides the doctor. */
export interface ToldAcceptance {
  readonly id: Id;
  readonly caseId: CaseId;
  readonly reference: string;
  readonly ownerId: PersonId | null;
  /** Null where every caseworker may know of the case. */
  readonly wallMembers: PersonId[] | null;
}

/** The answer to be kept; the rest of the row stays as it was asked. */
export type Answered = Pick<
  Acceptance,
  'answer' | 'answeredAt' | 'answeredBy' | 'way' | 'agreedOn' | 'proof' | 'comment'
>;

/** Keeps what doctors were asked about words in their name, and what they answered once. */
@Injectable()
export class AcceptanceRepository {
  constructor(private readonly tx: Transactions) {}

  /** Asks about the words of a draft. @returns the id; undefined where the same words are asked about already */
  async ask(draft: Draft, now: Date): Promise<Id | undefined> {
    const { organisationId, caseId, id, textHash } = draft;
    const rows = await this.tx.query<{ id: Id }>(
      `insert into acceptance (id, organisation_id, case_id, draft_id, text_hash, asked_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (draft_id, text_hash) where answer is null do nothing returning id`,
      [newId(), organisationId, caseId, id, textHash, now],
    );
    return rows[0]?.id;
  }

  /** The last time that the doctor was asked about words of a draft. */
  async findOfDraft({
    organisationId,
    id,
  }: Pick<Draft, 'organisationId' | 'id'>): Promise<Acceptance | undefined> {
    const rows = await this.tx.query<Acceptance>(
      `select ${COLUMNS} from acceptance a where a.organisation_id = $1 and a.draft_id = $2
        order by a.asked_at desc, a.id desc limit 1`,
      [organisationId, id],
    );
    return rows[0];
  }

  async find(
    organisationId: OrganisationId,
    caseId: CaseId,
    id: Id,
  ): Promise<Acceptance | undefined> {
    const rows = await this.tx.query<Acceptance>(
      `select ${COLUMNS} from acceptance a
        where a.organisation_id = $1 and a.case_id = $2 and a.id = $3`,
      [organisationId, caseId, id],
    );
    return rows[0];
  }

  /** What a doctor is asked about as it stands, and what they agreed to, newest first; nothing that is privileged. */
  listOwn(
    organisationId: OrganisationId,
    { caseId, doctorId }: { caseId: CaseId; doctorId: PersonId },
  ): Promise<OwnWords[]> {
    return this.tx.query<OwnWords>(
      `select a.id, d.title, d.audience, d.text, a.text_hash as "textHash", a.asked_at as "askedAt",
              a.answer, a.answered_at as "answeredAt"
         from case_record c
         join acceptance a on a.organisation_id = c.organisation_id and a.case_id = c.id
         join draft d on d.organisation_id = a.organisation_id and d.id = a.draft_id
        where c.organisation_id = $1 and c.id = $2 and c.doctor_id = $3
          and d.text_hash = a.text_hash and d.state in ('approved', 'released')
          and (a.answer = 'agreed' or (a.answer is null and d.state = 'approved' and c.state = 'open'))
          and not ${isPrivilegedSql('d')}
        order by a.asked_at desc, a.id desc limit ${MOST_WORDS}`,
      [organisationId, caseId, doctorId],
    );
  }

  /** Keeps the answer, once. */
  async answer(organisationId: OrganisationId, id: Id, answered: Answered): Promise<void> {
    const { answer, answeredAt, answeredBy, way, agreedOn, proof, comment } = answered;
    await this.tx.query(
      `update acceptance set answer = $3, answered_at = $4, answered_by = $5, way = $6,
              agreed_on = $7, proof = $8, comment = $9
        where organisation_id = $1 and id = $2`,
      [organisationId, id, answer, answeredAt, answeredBy, way, agreedOn, proof, comment],
    );
  }

  /** Whether the doctor of a case can sign in and has a request of their own that led to it. */
  async answersHere({ organisationId, id }: Pick<Case, 'organisationId' | 'id'>): Promise<boolean> {
    const rows = await this.tx.query<{ is: boolean }>(
      `select exists (
         select from case_record c
           join person p on p.organisation_id = c.organisation_id and p.id = c.doctor_id
           join request q on q.organisation_id = c.organisation_id and q.case_id = c.id
                         and q.doctor_id = c.doctor_id
          where c.organisation_id = $1 and c.id = $2 and p.is_active) as is`,
      [organisationId, id],
    );
    return rows[0]?.is ?? false;
  }

  /** Whom to tell of an answer, for background work. */
  async findTold(organisationId: OrganisationId, id: Id): Promise<ToldAcceptance | undefined> {
    const rows = await this.tx.query<ToldAcceptance>(
      `select a.id, a.case_id as "caseId", c.reference, c.owner_id as "ownerId",
              case when c.is_walled then array(
                select w.person_id from wall_member w where w.case_id = c.id) end as "wallMembers"
         from acceptance a join case_record c on c.id = a.case_id
        where a.organisation_id = $1 and a.id = $2`,
      [organisationId, id],
    );
    return rows[0];
  }
}
