import { Injectable } from '@nestjs/common';
import { Conflict, type Id, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import type { NewProceeding, Proceeding, ProceedingStage, StageNote } from './proceeding.js';

const SELECT = `select id, kind, body, their_reference as "theirReference", stage, stage_on::text as "stageOn",
    representative, added_at as "addedAt", version from proceeding
  where organisation_id = $1 and case_id = $2`;

/** Keeps the proceedings about a case, and the stages that they went through. */
@Injectable()
export class ProceedingsRepository {
  constructor(private readonly tx: Transactions) {}

  /** Those of a case, in the order in which they were added. */
  list(found: Case): Promise<Proceeding[]> {
    return this.tx.query<Proceeding>(`${SELECT} order by added_at, id limit 50`, [
      found.organisationId,
      found.id,
    ]);
  }

  async find(found: Case, id: Id): Promise<Proceeding | undefined> {
    const rows = await this.tx.query<Proceeding>(`${SELECT} and id = $3`, [
      found.organisationId,
      found.id,
      id,
    ]);
    return rows[0];
  }

  async insert(
    found: Case,
    given: NewProceeding & { id: Id },
    added: { by: PersonId; at: Date },
  ): Promise<void> {
    await this.tx.query(
      `insert into proceeding (id, organisation_id, case_id, kind, body, their_reference, stage, stage_on,
         representative, added_by, added_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        given.id,
        found.organisationId,
        found.id,
        given.kind,
        given.body,
        given.theirReference,
        given.stage,
        given.stageOn,
        given.representative,
        added.by,
        added.at,
      ],
    );
  }

  /** Moves a proceeding that is still as it was read. @throws Conflict `proceeding-changed` */
  async move(
    found: Case,
    { id }: Proceeding,
    { stage, happenedOn, representative, version }: StageNote,
  ): Promise<void> {
    const [rows] = await this.tx.manager.query<[unknown[], number]>(
      `update proceeding set stage = $5, stage_on = $6, representative = $7, version = version + 1
        where organisation_id = $1 and case_id = $2 and id = $3 and version = $4 returning id`,
      [found.organisationId, found.id, id, version, stage, happenedOn, representative],
    );
    if (rows.length > 0) return;
    throw new Conflict('proceeding-changed', 'Somebody else changed these proceedings first.');
  }

  async insertStage(
    found: Case,
    stage: { id: Id; proceedingId: Id; stage: string; happenedOn: string; note: string },
    recorded: { by: PersonId; at: Date },
  ): Promise<void> {
    await this.tx.query(
      `insert into proceeding_stage (id, organisation_id, case_id, proceeding_id, stage, happened_on, note,
         recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        stage.id,
        found.organisationId,
        found.id,
        stage.proceedingId,
        stage.stage,
        stage.happenedOn,
        stage.note,
        recorded.by,
        recorded.at,
      ],
    );
  }

  /** The stages of one of them, the latest first. */
  listStages(found: Case, proceedingId: Id): Promise<ProceedingStage[]> {
    return this.tx.query<ProceedingStage>(
      `select s.stage, s.happened_on::text as "happenedOn", s.note, p.name as "recordedByName"
         from proceeding_stage s
         join person p on p.organisation_id = s.organisation_id and p.id = s.recorded_by
        where s.organisation_id = $1 and s.case_id = $2 and s.proceeding_id = $3
        order by s.recorded_at desc, s.id desc limit 100`,
      [found.organisationId, found.id, proceedingId],
    );
  }
}
