import { Injectable } from '@nestjs/common';
import type { CaseId, OrganisationId } from '#kernel';
import { Transactions } from '#platform';
import {
  type CaseFigure,
  type CountChange,
  type Dimension,
  OUTCOME_CODES,
  UNDECIDED,
} from './case-figure.js';

const COLUMNS = `case_id, organisation_id, reference, opened_on, jurisdiction, kind, platform, route,
  decided_on, released_on, closed_on, outcome, is_walled`;

const DAY = (instant: string) => `(${instant} at time zone 'Europe/London')::date`;

/** The figures of cases as the other tables have them now; civil dates are London's. */
const FROM_CASES = `
  select c.id, c.organisation_id, c.reference, ${DAY('c.opened_at')}, c.jurisdiction, c.kind, c.platform,
         coalesce(c.primary_route, '${UNDECIDED}'),
         (select ${DAY('min(d.decided_at)')} from decision d
           where d.organisation_id = c.organisation_id and d.case_id = c.id),
         (select ${DAY('min(r.released_at)')} from release r
           where r.organisation_id = c.organisation_id and r.case_id = c.id),
         ${DAY('c.closed_at')},
         case when c.outcome in (${OUTCOME_CODES.map((code) => `'${code}'`).join(', ')})
              then c.outcome else '' end,
         c.is_walled
    from case_record c where c.organisation_id = $1`;

const FIGURE = `case_id as "caseId", reference, opened_on::text as "openedOn", jurisdiction, kind, platform,
  route, decided_on::text as "decidedOn", released_on::text as "releasedOn", closed_on::text as "closedOn",
  outcome, is_walled as "isWalled"`;

const CHANGED = COLUMNS.split(',')
  .map((column) => column.trim())
  .filter((column) => column !== 'case_id')
  .map((column) => `${column} = excluded.${column}`)
  .join(', ');

/** One count of a report. */
export interface CountRow {
  dimension: Dimension;
  /** Of `all`: the month, `YYYY-MM`. */
  value: string;
  count: number;
}

/** The figures of cases and the counts made of them; in the unit of work of an organisation. */
@Injectable()
export class CaseFigureRepository {
  constructor(private readonly tx: Transactions) {}

  /** Lets one at a time refresh a case; a rebuild waits for all of them. */
  async lockCase(organisationId: OrganisationId, caseId: CaseId): Promise<void> {
    await this.tx.query(
      `select pg_advisory_xact_lock_shared(hashtextextended('figures ' || $1, 0)),
              pg_advisory_xact_lock(hashtextextended('figure ' || $2, 0))`,
      [organisationId, caseId],
    );
  }

  /** Keeps refreshes out while everything is made anew. */
  async lockAll(organisationId: OrganisationId): Promise<void> {
    await this.tx.query(`select pg_advisory_xact_lock(hashtextextended('figures ' || $1, 0))`, [
      organisationId,
    ]);
  }

  async find(organisationId: OrganisationId, caseId: CaseId): Promise<CaseFigure | undefined> {
    const rows = await this.tx.query<CaseFigure>(
      `select ${FIGURE} from case_figure where organisation_id = $1 and case_id = $2`,
      [organisationId, caseId],
    );
    return rows[0];
  }

  /** Writes the figures of one case as it is now. @returns them; undefined when there is no such case. */
  async refresh(organisationId: OrganisationId, caseId: CaseId): Promise<CaseFigure | undefined> {
    const rows = await this.tx.query<CaseFigure>(
      `insert into case_figure (${COLUMNS}) ${FROM_CASES} and c.id = $2
       on conflict (case_id) do update set ${CHANGED} returning ${FIGURE}`,
      [organisationId, caseId],
    );
    return rows[0];
  }

  async remove(organisationId: OrganisationId, caseId: CaseId): Promise<void> {
    await this.tx.query(`delete from case_figure where organisation_id = $1 and case_id = $2`, [
      organisationId,
      caseId,
    ]);
  }

  /** Adds to the counts. @param changes in the order of {@link countChanges}. */
  async adjust(organisationId: OrganisationId, changes: readonly CountChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.tx.query(
      `insert into figure_count as f (organisation_id, month, dimension, value, count)
       select $1, * from unnest($2::date[], $3::text[], $4::text[], $5::int[])
       on conflict (organisation_id, month, dimension, value)
       do update set count = f.count + excluded.count`,
      [
        organisationId,
        changes.map(({ month }) => month),
        changes.map(({ dimension }) => dimension),
        changes.map(({ value }) => value),
        changes.map(({ by }) => by),
      ],
    );
  }

  /** Makes all figures and counts of an organisation anew. @returns how many cases. */
  async rebuild(organisationId: OrganisationId): Promise<number> {
    await this.tx.query(`delete from figure_count where organisation_id = $1`, [organisationId]);
    await this.tx.query(`delete from case_figure where organisation_id = $1`, [organisationId]);
    await this.tx.query(`insert into case_figure (${COLUMNS}) ${FROM_CASES}`, [organisationId]);
    await this.tx.query(
      `insert into figure_count (organisation_id, month, dimension, value, count)
       select $1, date_trunc('month', f.opened_on)::date, d.dimension, d.value, count(*)
         from case_figure f
        cross join lateral (values ('all', 'all'), ('route', f.route), ('platform', f.platform),
                                   ('kind', f.kind)) d (dimension, value)
        where f.organisation_id = $1 and not f.is_walled group by 2, 3, 4`,
      [organisationId],
    );
    const rows = await this.tx.query<{ count: number }>(
      `select count(*)::int as count from case_figure where organisation_id = $1`,
      [organisationId],
    );
    return rows[0]!.count;
  }

  /** Counts of the months from `first` up to before `after`; of `all` by month. */
  listCounts(
    organisationId: OrganisationId,
    { first, after }: { first: string; after: string },
  ): Promise<CountRow[]> {
    return this.tx.query<CountRow>(
      `select dimension, case dimension when 'all' then to_char(month, 'YYYY-MM') else value end as value,
              sum(count)::int as count
         from figure_count
        where organisation_id = $1 and month >= $2::date and month < $3::date
        group by 1, 2 having sum(count) > 0`,
      [organisationId, first, after],
    );
  }
}
