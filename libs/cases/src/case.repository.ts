import { Injectable } from '@nestjs/common';
import {
  type CaseId,
  Conflict,
  Keyset,
  newReference,
  type OrganisationId,
  type Page,
  type PageQuery,
  type PersonId,
  type Placed,
} from '#kernel';
import { Transactions } from '#platform';
import {
  type Case,
  type CaseOverview,
  type CaseStanding,
  COUNTED_UP_TO,
  WORK_VIEWS,
  type WorkCounts,
  type WorklistRow,
  type WorkView,
} from './case.js';
import { CaseEntity } from './case.entity.js';

/** What a list of cases is asked for. */
export interface WorkQuery extends PageQuery {
  view: WorkView;
  /** Owner of `mine`. */
  personId: PersonId;
}

const ROW = `c.reference, c.title, c.kind, c.platform, c.doctor_name as "doctorName", o.name as "ownerName",
  c.next_step as "nextStep", c.primary_route as "primaryRoute", c.is_urgent as "isUrgent", nullif(c.next_due_at, 'infinity') as "dueAt",
  c.is_due_by_hour as "isDueByHour", c.opened_at as "openedAt", c.jurisdiction, array[c.next_due_at::text, c.id::text] as key`;

const VIEWS: Record<WorkView, string> = {
  mine: 'c.owner_id = $5',
  unassigned: 'c.owner_id is null and $5::uuid is not null',
  due: `c.next_due_at < now() + interval '3 days' and $5::uuid is not null`,
  all: '$5::uuid is not null',
};

/** The same views, where the person is the second parameter. */
const COUNTS = WORK_VIEWS.map(
  (view) =>
    `(select count(*)::int from (select from case_record c
       where c.organisation_id = $1 and c.state = 'open' and ${VIEWS[view].replace('$5', '$2')}
       order by c.next_due_at limit ${COUNTED_UP_TO + 1}) counted) as "${view}"`,
);

/** Of one case: its organisation, owner and id are the parameters. */
const STANDING = `(select name from person where organisation_id = $1 and id = $2) as "ownerName",
  due.at as "dueAt", coalesce(due.is_by_hour, false) as "isDueByHour",
  (select count(*)::int from case_task
    where organisation_id = $1 and case_id = $3 and state = 'open') as "openTasks",
  (select count(*)::int from case_hold
    where organisation_id = $1 and case_id = $3 and lifted_at is null) as "openHolds",
  due.sealed_items as "sealedItems",
  exists (select from proceeding where organisation_id = $1 and case_id = $3
    and kind = 'claim' and stage <> 'ended') as "hasClaim"`;
const DUE = `(select 1) one left join (
  select nullif(next_due_at, 'infinity') as at, is_due_by_hour as is_by_hour,
         sealed_items from case_record
   where organisation_id = $1 and id = $3) due on true`;

const BY_DUE = new Keyset('ascending', 'instant', 'id');

/** Reads and writes cases. Every method runs in the unit of work of an organisation. */
@Injectable()
export class CaseRepository {
  constructor(private readonly tx: Transactions) {}

  /** Writes a new case, with another reference when its own is taken. @returns the case as written. */
  async insert(found: Case): Promise<Case> {
    const written = await this.tx
      .of(CaseEntity)
      .createQueryBuilder()
      .insert()
      .values({ ...found, alsoRoutes: [...found.alsoRoutes] })
      .orIgnore()
      .returning('id')
      .execute();
    if ((written.raw as unknown[]).length > 0) return this.withFirstDue(found);
    return this.insert({
      ...found,
      reference: newReference('PAR', found.openedAt.getUTCFullYear()),
    });
  }

  /** The worklist sorts by what is due first, which at first is the response. */
  private async withFirstDue(found: Case): Promise<Case> {
    if (found.firstResponseDueAt === null) return found;
    await this.tx.query(
      `update case_record set next_due_at = first_response_due_at
        where organisation_id = $1 and id = $2`,
      [found.organisationId, found.id],
    );
    return found;
  }

  /** The case of a reference; undefined when there is none for this person. */
  async find(organisationId: OrganisationId, reference: string): Promise<Case | undefined> {
    return (await this.tx.of(CaseEntity).findOneBy({ organisationId, reference })) ?? undefined;
  }

  /** The case of an id; undefined when there is none for this person. */
  async findById(organisationId: OrganisationId, id: CaseId): Promise<Case | undefined> {
    return (await this.tx.of(CaseEntity).findOneBy({ organisationId, id })) ?? undefined;
  }

  /**
   * Changes a case that is still as it was read.
   *
   * @returns the case as it is now.
   * @throws Conflict `case-changed` when somebody was faster.
   */
  async update(
    found: Case,
    change: Partial<Omit<Case, 'id' | 'alsoRoutes'>> & { alsoRoutes?: string[] },
  ): Promise<Case> {
    const { id, organisationId, version } = found;
    const result = await this.tx
      .of(CaseEntity)
      .update({ id, organisationId, version }, { ...change, version: version + 1 });
    if (result.affected !== 1) {
      throw new Conflict(
        'case-changed',
        'Somebody else changed this case first. Look at it again.',
      );
    }
    return { ...found, ...change, version: version + 1 };
  }

  /** Open cases, the one due first first. @throws Unreadable `cursor-wrong` */
  async listWork(organisationId: OrganisationId, query: WorkQuery): Promise<Page<WorklistRow>> {
    const [due, id] = BY_DUE.after(query.cursor);
    const rows = await this.tx.query<WorklistRow & Placed>(
      `select ${ROW} from case_record c
         left join person o on o.organisation_id = c.organisation_id and o.id = c.owner_id
        where c.organisation_id = $1 and c.state = 'open'
          and (c.next_due_at, c.id) > ($2::timestamptz, $3::uuid) and ${VIEWS[query.view]}
        order by c.next_due_at, c.id limit $4`,
      [organisationId, due, id, query.limit + 1, query.personId],
    );
    return BY_DUE.page<WorklistRow>(rows, query.limit);
  }

  /** Open cases by view, each counted up to one more than {@link COUNTED_UP_TO}. */
  async countWork(organisationId: OrganisationId, personId: PersonId): Promise<WorkCounts> {
    const rows = await this.tx.query<WorkCounts>(`select ${COUNTS.join(', ')}`, [
      organisationId,
      personId,
    ]);
    return rows[0]!;
  }

  /** The name of a case's owner, and when its next clock is due. */
  async findStanding(found: Case): Promise<Omit<CaseStanding, 'readAt'>> {
    const rows = await this.tx.query<Omit<CaseStanding, 'readAt'>>(
      `select ${STANDING} from ${DUE}`,
      [found.organisationId, found.ownerId, found.id],
    );
    return rows[0]!;
  }

  /** The same, and the other cases on its address, in one question. */
  async findAround(found: Case): Promise<Omit<CaseOverview, 'readAt' | 'found'>> {
    const rows = await this.tx.query<Omit<CaseOverview, 'readAt' | 'found'>>(
      `select ${STANDING},
              coalesce((select jsonb_agg(r) from (
                select reference, title from case_record
                 where organisation_id = $1 and url = $4 and url <> '' and id <> $3
                 order by opened_at desc limit 5) r), '[]') as related
         from ${DUE}`,
      [found.organisationId, found.ownerId, found.id, found.url],
    );
    return rows[0]!;
  }

  /** Cases on the same address, so that an incident is not logged twice. */
  listByUrl(
    organisationId: OrganisationId,
    url: string,
  ): Promise<{ reference: string; title: string }[]> {
    return this.tx.query(
      `select reference, title from case_record
        where organisation_id = $1 and url = $2 and url <> '' order by opened_at desc limit 5`,
      [organisationId, url],
    );
  }
}
