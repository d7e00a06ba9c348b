import { Injectable } from '@nestjs/common';
import type { Recheck } from '#guidance';
import type { Id, OrganisationId, PersonId } from '#kernel';
import { Transactions } from '#platform';

/** A source that waits for somebody to look at it. */
export interface GuidanceTask {
  readonly key: string;
  readonly edition: string;
  readonly reason: 'unverified' | 'overdue' | 'link_broken';
  readonly raisedAt: Date;
}

/** A look as it is written down. */
export interface NewRecheck extends Omit<Recheck, 'checkedBy'> {
  readonly id: Id;
  readonly checkedBy: PersonId;
  readonly recordedAt: Date;
}

const DATES = `to_char(r.checked_on, 'YYYY-MM-DD') as "checkedOn", to_char(r.review_by, 'YYYY-MM-DD') as "reviewBy"`;

/** Reads and writes who looked at which source, and which wait. */
@Injectable()
export class GuidanceRepository {
  constructor(private readonly tx: Transactions) {}

  /** The newest look at each edition. */
  listRechecks(organisationId: OrganisationId): Promise<Recheck[]> {
    return this.tx.query(
      `select distinct on (r.source_key, r.edition)
              r.source_key as key, r.edition, ${DATES}, r.link, p.name as "checkedBy"
         from guidance_recheck r
         join person p on p.organisation_id = r.organisation_id and p.id = r.checked_by
        where r.organisation_id = $1
        order by r.source_key, r.edition, r.recorded_at desc, r.id desc`,
      [organisationId],
    );
  }

  async addRecheck(organisationId: OrganisationId, recheck: NewRecheck): Promise<void> {
    const { id, key, edition, checkedOn, checkedBy, link, reviewBy, recordedAt } = recheck;
    await this.tx.query(
      `insert into guidance_recheck (id, organisation_id, source_key, edition, checked_on, checked_by,
         link, review_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, organisationId, key, edition, checkedOn, checkedBy, link, reviewBy, recordedAt],
    );
  }

  listTasks(organisationId: OrganisationId): Promise<GuidanceTask[]> {
    return this.tx.query(
      `select source_key as key, edition, reason, raised_at as "raisedAt" from guidance_task
        where organisation_id = $1 order by source_key, edition`,
      [organisationId],
    );
  }

  async countTasks(organisationId: OrganisationId): Promise<number> {
    const rows = await this.tx.query<{ count: number }>(
      `select count(*)::int as count from guidance_task where organisation_id = $1`,
      [organisationId],
    );
    return rows[0]!.count;
  }

  /** @returns how many of them are new. */
  async raise(
    organisationId: OrganisationId,
    tasks: readonly Omit<GuidanceTask, 'raisedAt'>[],
    at: Date,
  ): Promise<number> {
    const rows = await this.tx.query(
      `with raised as (
         insert into guidance_task (organisation_id, source_key, edition, reason, raised_at)
         select $1, t.key, t.edition, t.reason, $3
           from jsonb_to_recordset($2::jsonb) as t (key text, edition text, reason text)
         on conflict (organisation_id, source_key, edition) do update set reason = excluded.reason
          where guidance_task.reason <> excluded.reason returning 1)
       select * from raised`,
      [organisationId, JSON.stringify(tasks), at],
    );
    return rows.length;
  }

  /** Takes away every task but these. */
  async keepOnly(
    organisationId: OrganisationId,
    tasks: readonly { key: string; edition: string }[],
  ): Promise<void> {
    await this.tx.query(
      `delete from guidance_task t where t.organisation_id = $1 and not exists (
         select from jsonb_to_recordset($2::jsonb) as k (key text, edition text)
          where k.key = t.source_key and k.edition = t.edition)`,
      [organisationId, JSON.stringify(tasks)],
    );
  }
}
