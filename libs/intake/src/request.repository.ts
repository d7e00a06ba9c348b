import { Injectable } from '@nestjs/common';
import type { OrganisationKind } from '#identity';
import {
  type CaseId,
  Conflict,
  type Id,
  Keyset,
  type OrganisationId,
  type Page,
  type PageQuery,
  type PersonId,
  type Placed,
  newReference,
} from '#kernel';
import { Transactions } from '#platform';
import { isPressing, type RequestAnswers } from './request-answers.js';
import { RequestEntity } from './request.entity.js';
import type { CaseProgress, DoctorRequest, InboxRow, OwnRequest } from './request.js';

/** What of an organisation a request depends on. */
export interface RequestedOrganisation {
  name: string;
  kind: OrganisationKind;
  jurisdiction: string;
}

const BY_ANSWER = new Keyset('ascending', 'instant', 'id');
const NEWEST_FIRST = new Keyset('descending', 'instant', 'id');

/** Reads and writes requests. Every method runs in the unit of work of an organisation. */
@Injectable()
export class RequestRepository {
  constructor(private readonly tx: Transactions) {}

  /** Writes a request, with another reference when its own is taken. @returns the request as written. */
  async insert(request: DoctorRequest): Promise<DoctorRequest> {
    const written = await this.tx
      .of(RequestEntity)
      .createQueryBuilder()
      .insert()
      .values(request)
      .orIgnore()
      .returning('id')
      .execute();
    if ((written.raw as unknown[]).length > 0) return request;
    return this.insert({
      ...request,
      reference: newReference('REQ', request.begunAt.getUTCFullYear()),
    });
  }

  /** Adds a begun request unless the doctor has one, or its reference is taken. @returns whether it was added. */
  async insertBegun(request: DoctorRequest): Promise<boolean> {
    const { id, organisationId, reference, doctorId, begunAt } = request;
    const rows = await this.tx.query(
      `insert into request (id, organisation_id, reference, doctor_id, begun_at)
       values ($1, $2, $3, $4, $5)
       on conflict do nothing returning id`,
      [id, organisationId, reference, doctorId, begunAt],
    );
    return rows.length === 1;
  }

  /** The request that a doctor is writing, if there is one. */
  async findBegun(
    organisationId: OrganisationId,
    doctorId: PersonId,
  ): Promise<DoctorRequest | undefined> {
    const key = { organisationId, doctorId, state: 'begun' as const };
    return (await this.tx.of(RequestEntity).findOneBy(key)) ?? undefined;
  }

  /** The request of a reference, held until the unit of work ends: nobody else decides it meanwhile. */
  async lock(
    organisationId: OrganisationId,
    reference: string,
  ): Promise<DoctorRequest | undefined> {
    const found = await this.tx.of(RequestEntity).findOne({
      where: { organisationId, reference },
      lock: { mode: 'pessimistic_write' },
    });
    // Who waited for another's decision is told of no row: the wall is looked up as it was before the wait.
    return found ?? this.find(organisationId, reference);
  }

  async find(
    organisationId: OrganisationId,
    reference: string,
  ): Promise<DoctorRequest | undefined> {
    return (await this.tx.of(RequestEntity).findOneBy({ organisationId, reference })) ?? undefined;
  }

  async findById(organisationId: OrganisationId, id: Id): Promise<DoctorRequest | undefined> {
    return (await this.tx.of(RequestEntity).findOneBy({ organisationId, id })) ?? undefined;
  }

  /** The request that a case came from. */
  async findByCase(
    organisationId: OrganisationId,
    caseId: CaseId,
  ): Promise<DoctorRequest | undefined> {
    return (await this.tx.of(RequestEntity).findOneBy({ organisationId, caseId })) ?? undefined;
  }

  /** A doctor's own requests, newest first. @throws Unreadable `cursor-wrong` */
  async listOwn(
    organisationId: OrganisationId,
    doctorId: PersonId,
    { limit, cursor }: PageQuery,
  ): Promise<Page<OwnRequest>> {
    const rows = await this.tx.query<OwnRequest & Placed>(
      `select reference, state, answers, begun_at as "begunAt", sent_at as "sentAt",
              answer_by as "answerBy", array[begun_at::text, id::text] as key
         from request
        where organisation_id = $1 and doctor_id = $2
          and (begun_at, id) < ($3::timestamptz, $4::uuid)
        order by begun_at desc, id desc limit $5`,
      [organisationId, doctorId, ...NEWEST_FIRST.after(cursor), limit + 1],
    );
    return NEWEST_FIRST.page<OwnRequest>(rows, limit);
  }

  /**
   * Changes a request that is still as it was read.
   *
   * @throws Conflict `request-changed` when somebody was faster.
   */
  async update(
    request: DoctorRequest,
    change: Partial<Omit<DoctorRequest, 'id'>>,
  ): Promise<DoctorRequest> {
    const { id, organisationId, version } = request;
    const result = await this.tx
      .of(RequestEntity)
      .update({ id, organisationId, version }, { ...change, version: version + 1 } as object);
    if (result.affected !== 1) {
      throw new Conflict('request-changed', 'This request was changed in another window.');
    }
    return { ...request, ...change, version: version + 1 };
  }

  /** Requests that wait for an answer, the one to be answered first first. @throws Unreadable `cursor-wrong` */
  async listWaiting(
    organisationId: OrganisationId,
    { limit, cursor }: PageQuery,
  ): Promise<Page<InboxRow>> {
    const rows = await this.tx.query<WaitingRow & Placed>(
      `select r.reference, r.answers, r.sent_at as "sentAt", r.answer_by as "answerBy",
              (select p.name from person p
                where p.organisation_id = r.organisation_id and p.id = r.doctor_id) as "doctorName",
              o.jurisdiction, array[r.answer_by::text, r.id::text] as key
         from request r join organisation o on o.organisation_id = r.organisation_id
        where r.organisation_id = $1 and r.state = 'sent' and (r.answer_by, r.id) > ($2::timestamptz, $3::uuid)
        order by r.answer_by, r.id limit $4`,
      [organisationId, ...BY_ANSWER.after(cursor), limit + 1],
    );
    const { items, next } = BY_ANSWER.page<WaitingRow>(rows, limit);
    return { items: items.map(inboxRow), next };
  }

  /** Other requests about the same address; none whose case this person may not see. */
  listByUrl(
    organisationId: OrganisationId,
    url: string,
    except: Id,
  ): Promise<{ reference: string }[]> {
    return this.tx.query(
      `select reference from request r
        where organisation_id = $1 and md5(answers ->> 'url') = md5($2) and answers ->> 'url' = $2
          and answers ->> 'url' <> '' and state <> 'begun' and id <> $3
          and (case_id is null or exists (select from case_record c where c.id = r.case_id))
        order by sent_at desc limit 5`,
      [organisationId, url, except],
    );
  }

  /** What of the organisation the request depends on. */
  async organisation(organisationId: OrganisationId): Promise<RequestedOrganisation> {
    const rows = await this.tx.query<RequestedOrganisation>(
      `select name, kind, jurisdiction from organisation where organisation_id = $1`,
      [organisationId],
    );
    return rows[0]!;
  }

  /** The name of a person of the organisation; empty when there is none. */
  async personName(organisationId: OrganisationId, id: PersonId): Promise<string> {
    const rows = await this.tx.query<{ name: string }>(
      `select name from person where organisation_id = $1 and id = $2`,
      [organisationId, id],
    );
    return rows[0]?.name ?? '';
  }

  /** Keeps the triage facts that the answers of a new case's request settle. */
  async insertTriageFacts(
    organisationId: OrganisationId,
    caseId: CaseId,
    { facts, unsure }: { facts: object; unsure: readonly string[] },
  ): Promise<void> {
    await this.tx.query(
      `insert into triage_answers (case_id, organisation_id, facts, unsure) values ($1, $2, $3, $4)`,
      [caseId, organisationId, JSON.stringify(facts), unsure],
    );
  }

  /** Reference of a case; undefined for one that this person may not see. */
  async caseReference(organisationId: OrganisationId, id: CaseId): Promise<string | undefined> {
    const rows = await this.tx.query<{ reference: string }>(
      `select reference from case_record where organisation_id = $1 and id = $2`,
      [organisationId, id],
    );
    return rows[0]?.reference;
  }

  /** How far a case has come; undefined when it is walled off from the one who asks. */
  async caseProgress(
    organisationId: OrganisationId,
    id: CaseId,
  ): Promise<CaseProgress | undefined> {
    const rows = await this.tx.query<CaseProgress>(
      `select c.state, c.next_step as "nextStep", p.name as "ownerName" from case_record c
         left join person p on p.organisation_id = c.organisation_id and p.id = c.owner_id
        where c.organisation_id = $1 and c.id = $2`,
      [organisationId, id],
    );
    return rows[0];
  }
}

interface WaitingRow {
  reference: string;
  answers: RequestAnswers;
  sentAt: Date;
  answerBy: Date;
  doctorName: string;
  jurisdiction: string;
}

function inboxRow({ answers, ...row }: WaitingRow): InboxRow {
  const { whatHappened, platform } = answers;
  return { ...row, whatHappened, platform, isPressing: isPressing(answers) };
}
