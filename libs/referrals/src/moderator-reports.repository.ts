import { Injectable } from '@nestjs/common';
import type { Case } from '#cases';
import { Conflict, type Id, newId, type OrganisationId, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { ModeratorReport, NewReport, ReportStep, StepNote } from './moderator-report.js';

const COLUMNS = `r.id, r.draft_id as "draftId", r.platform, r.surface, r.level, r.ground,
  r.post_url as "postUrl", r.post_text_hash as "postTextHash", r.post_seen_on::text as "postSeenOn",
  c.name as "capturedByName", r.video_time as "videoTime", r.state, r.their_reference as "theirReference",
  r.sent_on::text as "sentOn", r.chase_on::text as "chaseOn", r.gone_cause as "goneCause",
  p.name as "preparedByName", r.prepared_at as "preparedAt", r.version`;

const FROM = `from moderator_report r
  join person p on p.organisation_id = r.organisation_id and p.id = r.prepared_by
  join person c on c.organisation_id = r.organisation_id and c.id = r.captured_by`;

/** A report on the same post, with the case that it belongs to. */
export interface EarlierReport extends Pick<
  ModeratorReport,
  'id' | 'platform' | 'ground' | 'state' | 'sentOn'
> {
  readonly reference: string;
}

/** What a person did, and when. */
export interface Doer {
  readonly by: PersonId;
  readonly at: Date;
}

/** Keeps reports to platforms. Every method runs in the unit of work of an organisation. */
@Injectable()
export class ModeratorReportsRepository {
  constructor(private readonly tx: Transactions) {}

  /** The reports of a case, newest first. */
  list(found: Case): Promise<ModeratorReport[]> {
    return this.tx.query<ModeratorReport>(
      `select ${COLUMNS} ${FROM} where r.organisation_id = $1 and r.case_id = $2
        order by r.prepared_at desc, r.id desc limit 200`,
      [found.organisationId, found.id],
    );
  }

  async find(found: Case, id: Id): Promise<ModeratorReport | undefined> {
    const rows = await this.tx.query<ModeratorReport>(
      `select ${COLUMNS} ${FROM} where r.organisation_id = $1 and r.case_id = $2 and r.id = $3`,
      [found.organisationId, found.id, id],
    );
    return rows[0];
  }

  /** The reports on the post at an address, those of this case too, newest first. */
  listOfPost(organisationId: OrganisationId, url: string): Promise<EarlierReport[]> {
    return this.tx.query<EarlierReport>(
      `select r.id, r.platform, r.ground, r.state, r.sent_on::text as "sentOn", c.reference
         from moderator_report r
         join case_record c on c.organisation_id = r.organisation_id and c.id = r.case_id
        where r.organisation_id = $1 and r.post_url = $2 and r.post_url <> ''
        order by r.prepared_at desc limit 50`,
      [organisationId, url],
    );
  }

  async insert(
    found: Case,
    given: NewReport & { id: Id; postTextHash: string },
    { by, at }: Doer,
  ): Promise<void> {
    await this.tx.query(
      `insert into moderator_report (id, organisation_id, case_id, draft_id, platform, surface, level, ground,
         video_time, post_url, post_text_hash, post_seen_on, captured_by, prepared_by, prepared_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        given.id,
        found.organisationId,
        found.id,
        given.draftId,
        given.platform,
        given.surface,
        given.level,
        given.ground,
        given.videoTime,
        found.url,
        given.postTextHash,
        found.seenOn,
        found.openedBy,
        by,
        at,
      ],
    );
  }

  /** Writes the next state of a report that is still as it was read. @throws Conflict `report-changed` */
  async update(found: Case, next: ModeratorReport, releaseId: Id | null = null): Promise<void> {
    const [rows] = await this.tx.manager.query<[unknown[], number]>(
      `update moderator_report set state = $4, their_reference = $5, sent_on = $6, chase_on = $7,
              gone_cause = $8, release_id = coalesce($9, release_id), version = version + 1
        where organisation_id = $1 and case_id = $2 and id = $3 and version = $10 returning id`,
      [
        found.organisationId,
        found.id,
        next.id,
        next.state,
        next.theirReference,
        next.sentOn,
        next.chaseOn,
        next.goneCause,
        releaseId,
        next.version,
      ],
    );
    if (rows.length > 0) return;
    throw new Conflict('report-changed', 'Somebody else changed this report first.');
  }

  async addStep(
    found: Case,
    { reportId, ...step }: Omit<StepNote, 'cause'> & { reportId: Id },
    { by, at }: Doer,
  ): Promise<void> {
    await this.tx.query(
      `insert into moderator_report_step (id, organisation_id, case_id, report_id, state, happened_on,
         their_reference, note, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        newId(),
        found.organisationId,
        found.id,
        reportId,
        step.to,
        step.happenedOn,
        step.theirReference,
        step.note,
        by,
        at,
      ],
    );
  }

  /** What was recorded of a report, oldest first. */
  listSteps(found: Case, reportId: Id): Promise<ReportStep[]> {
    return this.tx.query<ReportStep>(
      `select s.state, s.happened_on::text as "happenedOn", s.their_reference as "theirReference", s.note,
              p.name as "recordedByName", s.recorded_at as "recordedAt"
         from moderator_report_step s
         join person p on p.organisation_id = s.organisation_id and p.id = s.recorded_by
        where s.organisation_id = $1 and s.case_id = $2 and s.report_id = $3
        order by s.recorded_at, s.id`,
      [found.organisationId, found.id, reportId],
    );
  }
}
