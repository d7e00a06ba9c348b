import { Injectable } from '@nestjs/common';
import { isPrivilegedSql } from '#cases';
import type { CaseId, Id, OrganisationId, PersonId } from '#kernel';
import { Transactions } from '#platform';

/** An approved text as it went out; it never changes. */
export interface Release {
  readonly id: Id;
  readonly organisationId: OrganisationId;
  readonly caseId: CaseId;
  readonly draftId: Id;
  readonly text: string;
  readonly textHash: string;
  readonly releasedBy: PersonId;
  readonly releasedAt: Date;
}

/** A released letter as the doctor reads it to whom it is written. */
export interface LetterToDoctor {
  id: Id;
  title: string;
  text: string;
  releasedAt: Date;
}

const RELEASE = `r.id, r.organisation_id as "organisationId", r.case_id as "caseId",
  r.draft_id as "draftId", r.text, r.text_hash as "textHash", r.released_by as "releasedBy",
  r.released_at as "releasedAt"`;

/** Most letters to one doctor about one case that a page shows. */
const MOST_LETTERS = 50;

/** `posted` where it can be read by others, `sent` to somebody. */
export const POSTING_WAYS = ['posted', 'sent'] as const;

/** When and where a released text went out. */
export interface Posting {
  readonly way: (typeof POSTING_WAYS)[number];
  /** Civil date. */
  readonly happenedOn: string;
  /** An address on the web, or words. */
  readonly place: string;
  readonly recordedBy: PersonId;
  readonly recordedAt: Date;
}

/** Keeps what was released and posted. Nothing here is ever changed. */
@Injectable()
export class ReleaseRepository {
  constructor(private readonly tx: Transactions) {}

  async insert(release: Release): Promise<void> {
    const { id, organisationId, caseId, draftId, text, textHash, releasedBy, releasedAt } = release;
    await this.tx.query(
      `insert into release (id, organisation_id, case_id, draft_id, text, text_hash, released_by,
                            released_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, organisationId, caseId, draftId, text, textHash, releasedBy, releasedAt],
    );
  }

  /** The release of a draft; undefined before. */
  async findOfDraft(organisationId: OrganisationId, draftId: Id): Promise<Release | undefined> {
    const rows = await this.tx.query<Release>(
      `select ${RELEASE} from release r where r.organisation_id = $1 and r.draft_id = $2`,
      [organisationId, draftId],
    );
    return rows[0];
  }

  /** What was released to the doctor whom a case is about and is not privileged, newest first. */
  listToDoctor(
    organisationId: OrganisationId,
    { caseId, doctorId }: { caseId: CaseId; doctorId: PersonId },
  ): Promise<LetterToDoctor[]> {
    return this.tx.query<LetterToDoctor>(
      `select r.id, d.title, r.text, r.released_at as "releasedAt"
         from case_record c
         join release r on r.organisation_id = c.organisation_id and r.case_id = c.id
         join draft d on d.organisation_id = r.organisation_id and d.id = r.draft_id
        where c.organisation_id = $1 and c.id = $2 and c.doctor_id = $3 and d.audience = 'doctor'
          and not ${isPrivilegedSql('d')}
        order by r.released_at desc, r.id desc limit ${MOST_LETTERS}`,
      [organisationId, caseId, doctorId],
    );
  }

  /** One of those letters. */
  async findToDoctor(
    organisationId: OrganisationId,
    { caseId, doctorId }: { caseId: CaseId; doctorId: PersonId },
    id: Id,
  ): Promise<Release | undefined> {
    const rows = await this.tx.query<Release>(
      `select ${RELEASE} from case_record c
         join release r on r.organisation_id = c.organisation_id and r.case_id = c.id
         join draft d on d.organisation_id = r.organisation_id and d.id = r.draft_id
        where c.organisation_id = $1 and c.id = $2 and c.doctor_id = $3 and r.id = $4
          and d.audience = 'doctor' and not ${isPrivilegedSql('d')}`,
      [organisationId, caseId, doctorId, id],
    );
    return rows[0];
  }

  /** The case of a letter that was released to its doctor; undefined where the text is for others. */
  async findCaseOfLetter(
    organisationId: OrganisationId,
    releaseId: Id,
  ): Promise<CaseId | undefined> {
    const rows = await this.tx.query<{ caseId: CaseId }>(
      `select r.case_id as "caseId"
         from release r
         join draft d on d.organisation_id = r.organisation_id and d.id = r.draft_id
        where r.organisation_id = $1 and r.id = $2 and d.audience = 'doctor'`,
      [organisationId, releaseId],
    );
    return rows[0]?.caseId;
  }

  /** Records once that a release is out. @returns false when that is recorded already. */
  async insertPosting(release: Release, posting: Posting & { id: Id }): Promise<boolean> {
    const rows = await this.tx.query(
      `insert into posting (id, organisation_id, release_id, way, happened_on, place, recorded_by,
                            recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (release_id) do nothing returning id`,
      [
        posting.id,
        release.organisationId,
        release.id,
        posting.way,
        posting.happenedOn,
        posting.place,
        posting.recordedBy,
        posting.recordedAt,
      ],
    );
    return rows.length > 0;
  }

  async findPosting(organisationId: OrganisationId, releaseId: Id): Promise<Posting | undefined> {
    const rows = await this.tx.query<Posting>(
      `select way, happened_on::text as "happenedOn", place, recorded_by as "recordedBy",
              recorded_at as "recordedAt"
         from posting where organisation_id = $1 and release_id = $2`,
      [organisationId, releaseId],
    );
    return rows[0];
  }
}
