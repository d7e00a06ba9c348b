import { Injectable } from '@nestjs/common';
import { type Case, isPrivilegedSql } from '#cases';
import type { EarlierText, Verdict } from '#confidentiality';
import { type CaseId, Conflict, type Id, type OrganisationId, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import { isPressStatement } from './draft-sides.js';
import type { Draft, DraftRisk, DraftState } from './draft.js';
import { DraftEntity } from './draft.entity.js';
import type { DraftProgress } from './draft-progress.js';
import { WorkingCopyRepository } from './editing/working-copy.repository.js';
import { PUBLISHED_AUDIENCES, type TemplateAudience } from './template-labels.js';
import { WALL_MEMBERS } from './draft-access.js';
import { WaiverRepository } from './waivers/waiver.repository.js';

/** A draft as a row of the list of a case. */
export interface DraftRow {
  id: Id;
  title: string;
  templateId: string;
  audience: TemplateAudience;
  channel: string;
  state: DraftState;
  verdict: Verdict;
  risk: DraftRisk;
  authorName: string;
  updatedAt: Date;
  /** Whether it is marked as legally privileged. */
  isPrivileged: boolean;
  version: number;
}

/** The columns of {@link DraftRow}. */
export const ROW = `d.id, d.title, d.template_id as "templateId", d.audience, d.channel, d.state, d.verdict,
  d.risk, a.name as "authorName", d.updated_at as "updatedAt", ${isPrivilegedSql('d')} as "isPrivileged", d.version`;

/** Most drafts of one case that a page shows. */
const MOST_OF_A_CASE = 200;

/** Somebody of the second side who sees the case, has written nothing of the draft and has not approved it. */
export const SECOND_APPROVER = `(
  d.second_side = 'press'
    and ${anybodyLeft(`(p.role = 'press' or 'draft:approve-press' = any (p.extra_rights))`)}
  or d.second_side = 'solicitor' and ${anybodyLeft(`'worksheet:sign-legal' = any (p.extra_rights)`)})`;

/** @param holder whether a person `p` holds the right; as its index of people says it. */
function anybodyLeft(holder: string): string {
  return `exists (
    select from person p
     where p.organisation_id = d.organisation_id and p.is_active and ${holder}
       and not p.id = any (d.contributor_ids) and p.id is distinct from d.approved_by
       and p.id is distinct from d.approved_for
       and (not c.is_walled
            or exists (select from wall_member w where w.case_id = c.id and w.person_id = p.id)))`;
}

/** Who is left to decide on a draft, and who could know of it. */
export interface Reach {
  readonly hasSecondApprover: boolean;
  readonly wallMembers: readonly PersonId[] | null;
}

/**
 * Reads and writes drafts. Every reading goes through the case, so that a walled case takes its drafts
 * with it out of sight.
 */
@Injectable()
export class DraftRepository {
  constructor(
    private readonly tx: Transactions,
    readonly workingCopies: WorkingCopyRepository,
    private readonly waivers: WaiverRepository,
  ) {}

  async insert(draft: Draft): Promise<void> {
    await this.tx.of(DraftEntity).insert(rowOf(draft));
  }

  /** The draft of an id; undefined when there is none for this person. */
  async find(organisationId: OrganisationId, id: Id): Promise<Draft | undefined> {
    const inSight = await this.tx.query(
      `select d.id from draft d join case_record c on c.id = d.case_id
        where d.organisation_id = $1 and d.id = $2`,
      [organisationId, id],
    );
    return inSight.length > 0 ? this.read(organisationId, id) : undefined;
  }

  /** As {@link find}; nobody else changes the draft or its case until the unit of work ends. */
  async findForUpdate(organisationId: OrganisationId, id: Id): Promise<Draft | undefined> {
    const locked = await this.tx.query(
      `select d.id from draft d join case_record c on c.id = d.case_id
        where d.organisation_id = $1 and d.id = $2 for update of c`,
      [organisationId, id],
    );
    return locked.length > 0 ? this.read(organisationId, id) : undefined;
  }

  /**
   * Changes a draft that is still as it was read.
   *
   * @returns the draft as it is now.
   * @throws Conflict `draft-changed`
   */
  async update(before: Draft, after: Draft): Promise<Draft> {
    const { id, organisationId, version } = before;
    const result = await this.tx
      .of(DraftEntity)
      .update({ id, organisationId, version }, rowOf({ ...after, version: version + 1 }));
    if (result.affected !== 1) throw draftChanged(before);
    return { ...after, version: version + 1 };
  }

  /** The drafts of a case, the newest first. */
  listOfCase(organisationId: OrganisationId, caseId: CaseId): Promise<DraftRow[]> {
    return this.tx.query<DraftRow>(
      `select ${ROW} from draft d join person a on a.id = d.author_id
        where d.organisation_id = $1 and d.case_id = $2
        order by d.created_at desc, d.id desc limit ${MOST_OF_A_CASE}`,
      [organisationId, caseId],
    );
  }

  /** The press statements of a case that are not privileged, the newest first. */
  async listPressOfCase(organisationId: OrganisationId, caseId: CaseId): Promise<DraftRow[]> {
    const drafts = await this.listOfCase(organisationId, caseId);
    return drafts.filter((draft) => isPressStatement(draft) && !draft.isPrivileged);
  }

  /** Whether a draft is marked as legally privileged. */
  async isPrivileged({ organisationId, id }: Draft): Promise<boolean> {
    const rows = await this.tx.query<{ is: boolean }>(
      `select ${isPrivilegedSql('d')} as is from draft d where d.organisation_id = $1 and d.id = $2`,
      [organisationId, id],
    );
    return rows[0]?.is ?? false;
  }

  /** Whether somebody of the second side is left who can decide on a draft, and who may know of its case. */
  async findReach({ organisationId, id }: Draft): Promise<Reach> {
    const rows = await this.tx.query<Reach>(
      `select ${SECOND_APPROVER} as "hasSecondApprover", ${WALL_MEMBERS} as "wallMembers"
         from draft d join case_record c on c.id = d.case_id
        where d.organisation_id = $1 and d.id = $2`,
      [organisationId, id],
    );
    return rows[0] ?? { hasSecondApprover: false, wallMembers: [] };
  }

  /**
   * What everybody could read before a draft was out: texts released for the case, and for other cases of the same
   * post as far as this person may see them. The earliest first.
   */
  listPublished(
    { organisationId, id, url }: Pick<Case, 'organisationId' | 'id' | 'url'>,
    draftId: Id | null = null,
  ): Promise<EarlierText[]> {
    return this.tx.query<EarlierText>(
      `select d.title || ', released on '
                || to_char(r.released_at at time zone 'Europe/London', 'FMDD FMMonth YYYY') as label,
              r.text
         from case_record c
         join release r on r.organisation_id = c.organisation_id and r.case_id = c.id
         join draft d on d.organisation_id = r.organisation_id and d.id = r.draft_id
        where c.organisation_id = $1 and (c.id = $2 or (c.url <> '' and c.url = $3))
          and d.audience = any ($4) and d.id is distinct from $5
          and r.released_at < coalesce(
                (select o.released_at from release o where o.draft_id = $5), 'infinity')
        order by r.released_at, r.id`,
      [organisationId, id, url, PUBLISHED_AUDIENCES, draftId],
    );
  }

  /** How far the drafts of a case have come. */
  listProgress(organisationId: OrganisationId, caseId: CaseId): Promise<DraftProgress[]> {
    return this.tx.query<DraftProgress>(
      `select d.state, d.updated_at as "updatedAt", p.recorded_at as "postedAt",
              d.is_doctors_words and d.accepted_hash is null as "needsDoctor"
         from draft d left join release r on r.draft_id = d.id
         left join posting p on p.release_id = r.id
        where d.organisation_id = $1 and d.case_id = $2`,
      [organisationId, caseId],
    );
  }

  /** The names of people who stand on a draft, by id. */
  async namesOf(
    organisationId: OrganisationId,
    ids: readonly PersonId[],
  ): Promise<Map<PersonId, string>> {
    const rows = await this.tx.query<{ id: PersonId; name: string }>(
      `select id, name from person where organisation_id = $1 and id = any ($2)`,
      [organisationId, ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  private async read(organisationId: OrganisationId, id: Id): Promise<Draft | undefined> {
    const row = await this.tx.of(DraftEntity).findOneBy({ organisationId, id });
    return row ? { ...row, waivers: await this.waivers.listOfDraft(row) } : undefined;
  }
}

/** Somebody was faster; both versions are shown, and neither is lost. */
export function draftChanged(saved: Draft): Conflict {
  return new Conflict(
    'draft-changed',
    'Somebody else saved this draft after you opened it. Both versions are shown.',
    { version: saved.version, text: saved.text },
  );
}

function rowOf(draft: Draft): Omit<DraftEntity, 'textHash'> {
  const { textHash: _computed, waivers: _kept, contributorIds, findings, ...row } = draft;
  return { ...row, contributorIds: [...contributorIds], findings: [...findings] };
}
