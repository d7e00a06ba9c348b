import { Injectable } from '@nestjs/common';
import { type CaseId, Conflict, type Id, type OrganisationId, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import type { Adjournment, Hearing, HearingEntry, HearingForDoctor } from './hearing.js';

const FOR_DOCTOR = `h.kind, h.state, h.begins_at as "beginsAt", h.ends_on::text as "endsOn", h.venue,
  h.is_public as "isPublic", h.representative`;
const HEARING = `${FOR_DOCTOR}, h.id, h.proceeding_id as "proceedingId", coalesce(h.outcome, '') as outcome, h.version`;

interface Done {
  readonly by: PersonId;
  readonly at: Date;
}

/** Keeps the hearings of the proceedings about a case. */
@Injectable()
export class HearingsRepository {
  constructor(private readonly tx: Transactions) {}

  /** Those of a case, the one that begins first first, those without a day last. */
  async list(found: Case): Promise<HearingEntry[]> {
    const of = [found.organisationId, found.id];
    const hearings = await this.tx.query<Hearing>(
      `select ${HEARING} from hearing h where h.organisation_id = $1 and h.case_id = $2
        order by h.begins_at nulls last, h.id limit 100`,
      of,
    );
    const adjournments = await this.tx.query<Adjournment & { hearingId: Id }>(
      `select a.hearing_id as "hearingId", a.from_at as "fromAt", a.to_at as "toAt", a.reason,
              p.name as "recordedByName", a.recorded_at as "recordedAt"
         from hearing_adjournment a
         join person p on p.organisation_id = a.organisation_id and p.id = a.recorded_by
        where a.organisation_id = $1 and a.case_id = $2 order by a.recorded_at, a.id limit 500`,
      of,
    );
    return hearings.map((hearing) => ({
      ...hearing,
      adjournments: adjournments
        .filter(({ hearingId }) => hearingId === hearing.id)
        .map(({ hearingId: _hearing, ...adjournment }) => adjournment),
    }));
  }

  /** The case of a hearing. */
  async findCase(organisationId: OrganisationId, id: Id): Promise<CaseId | undefined> {
    const rows = await this.tx.query<{ id: CaseId }>(
      `select case_id as id from hearing where organisation_id = $1 and id = $2`,
      [organisationId, id],
    );
    return rows[0]?.id;
  }

  /** What the doctor of a case may know of its hearings; those that are over last. Also behind a wall. */
  listForDoctor(
    organisationId: OrganisationId,
    caseId: CaseId,
    doctorId: PersonId,
  ): Promise<HearingForDoctor[]> {
    return this.tx.query<HearingForDoctor>(
      `select ${FOR_DOCTOR} from hearing h
        where h.organisation_id = $1 and h.case_id = $2 and h.doctor_id = $3 and h.state <> 'vacated'
        order by h.state = 'held', h.begins_at nulls last limit 20`,
      [organisationId, caseId, doctorId],
    );
  }

  async insert(
    found: Case,
    hearing: Omit<Hearing, 'version' | 'outcome' | 'state'>,
    listed: Done,
  ): Promise<void> {
    await this.tx.query(
      `insert into hearing (id, organisation_id, case_id, proceeding_id, doctor_id, kind, begins_at, ends_on,
         venue, is_public, representative, listed_by, listed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        hearing.id,
        found.organisationId,
        found.id,
        hearing.proceedingId,
        found.doctorId,
        hearing.kind,
        hearing.beginsAt,
        hearing.endsOn,
        hearing.venue,
        hearing.isPublic,
        hearing.representative,
        listed.by,
        listed.at,
      ],
    );
  }

  /** Changes a hearing that is still as it was read. @throws Conflict `hearing-changed` */
  async update(
    found: Case,
    { id, version }: Hearing,
    next: Pick<Hearing, 'state' | 'beginsAt' | 'outcome'>,
  ): Promise<void> {
    const [rows] = await this.tx.manager.query<[unknown[], number]>(
      `update hearing set state = $5, begins_at = $6::timestamptz, outcome = nullif($7, ''), version = version + 1,
         ends_on = case when ends_on < ($6::timestamptz)::date then null else ends_on end
        where organisation_id = $1 and case_id = $2 and id = $3 and version = $4 returning id`,
      [found.organisationId, found.id, id, version, next.state, next.beginsAt, next.outcome],
    );
    if (rows.length > 0) return;
    throw new Conflict('hearing-changed', 'Somebody else changed this hearing first.');
  }

  async insertAdjournment(
    found: Case,
    given: Pick<Adjournment, 'fromAt' | 'toAt' | 'reason'> & { id: Id; hearingId: Id },
    recorded: Done,
  ): Promise<void> {
    await this.tx.query(
      `insert into hearing_adjournment (id, organisation_id, case_id, hearing_id, from_at, to_at, reason,
         recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        given.id,
        found.organisationId,
        found.id,
        given.hearingId,
        given.fromAt,
        given.toAt,
        given.reason,
        recorded.by,
        recorded.at,
      ],
    );
  }
}
