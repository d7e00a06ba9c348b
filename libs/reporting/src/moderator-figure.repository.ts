import { Injectable } from '@nestjs/common';
import type { Id, OrganisationId } from '#kernel';
import { Transactions } from '#platform';
import type { ReportCount } from './moderator-reports-report.js';

/** The figures of reports as the other tables have them now. One that was not sent has none. */
const FROM_REPORTS = `
  select r.id, r.organisation_id, r.case_id, r.sent_on, r.platform, r.ground,
         case when r.state in ('removed', 'appeal_removed') then 'gone'
              when r.state in ('kept', 'appeal_kept') then 'stays'
              when r.state = 'edited' then 'edited' else 'open' end
    from moderator_report r
   where r.organisation_id = $1 and r.sent_on is not null and r.state <> 'withdrawn'`;

const COLUMNS = 'report_id, organisation_id, case_id, sent_on, platform, ground, result';

/** The figures of reports to platforms; in the unit of work of an organisation. */
@Injectable()
export class ModeratorFigureRepository {
  constructor(private readonly tx: Transactions) {}

  /** Writes the figure of one report as it is now. */
  async refresh(organisationId: OrganisationId, reportId: Id): Promise<void> {
    await this.tx.query(
      `insert into moderator_report_figure (${COLUMNS}) ${FROM_REPORTS} and r.id = $2
       on conflict (report_id) do update set sent_on = excluded.sent_on, result = excluded.result`,
      [organisationId, reportId],
    );
  }

  /** Makes all figures of an organisation anew. */
  async rebuild(organisationId: OrganisationId): Promise<void> {
    await this.tx.query(`delete from moderator_report_figure where organisation_id = $1`, [
      organisationId,
    ]);
    await this.tx.query(`insert into moderator_report_figure (${COLUMNS}) ${FROM_REPORTS}`, [
      organisationId,
    ]);
  }

  /** Reports sent from `first` up to before `after`, counted. Those of walled cases count nowhere. */
  listCounts(
    organisationId: OrganisationId,
    { first, after }: { first: string; after: string },
  ): Promise<ReportCount[]> {
    return this.tx.query<ReportCount>(
      `select f.platform, f.ground, f.result, count(*)::int as count
         from moderator_report_figure f
         join case_figure c on c.organisation_id = f.organisation_id and c.case_id = f.case_id
        where f.organisation_id = $1 and f.sent_on >= $2::date and f.sent_on < $3::date
          and not c.is_walled
        group by 1, 2, 3`,
      [organisationId, first, after],
    );
  }
}
