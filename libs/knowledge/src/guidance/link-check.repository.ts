import { Injectable } from '@nestjs/common';
import type { LinkAnswer, LinkCheck } from '#guidance';
import type { OrganisationId } from '#kernel';
import { Transactions } from '#platform';

/** Reads and writes what asking for links found. Every method runs in the unit of work of an organisation. */
@Injectable()
export class LinkCheckRepository {
  constructor(private readonly tx: Transactions) {}

  /** What is known of every link that was answered for. */
  list(organisationId: OrganisationId): Promise<LinkCheck[]> {
    return this.tx.query(
      `select link, outcome, status, unclear_times as "unclearTimes",
              to_char(checked_at at time zone 'Europe/London', 'YYYY-MM-DD') as "checkedOn"
         from guidance_link_check where organisation_id = $1 and checked_at is not null`,
      [organisationId],
    );
  }

  /**
   * Takes the links whose time has come, so that nobody else asks for them: after a month, and after a day where
   * nothing could be said or nobody came back with an answer.
   *
   * @returns those to ask for now
   */
  async claim(
    organisationId: OrganisationId,
    links: readonly string[],
    now: Date,
  ): Promise<string[]> {
    const rows = await this.tx.query<{ link: string }>(
      `with claimed as (
         insert into guidance_link_check as c (organisation_id, link, asked_at)
         select $1, l.link, $3 from unnest($2::text[]) as l (link)
         on conflict (organisation_id, link) do update set asked_at = excluded.asked_at
          where c.asked_at <= $3::timestamptz - case
            when c.outcome is null or c.outcome = 'unclear' or c.checked_at < c.asked_at
            then interval '1 day' else interval '1 month' end
         returning link)
       select link from claimed order by link`,
      [organisationId, links, now],
    );
    return rows.map(({ link }) => link);
  }

  /** Keeps what was found. */
  async keep(
    organisationId: OrganisationId,
    link: string,
    { outcome, status }: LinkAnswer,
    now: Date,
  ): Promise<void> {
    await this.tx.query(
      `update guidance_link_check set checked_at = $3, outcome = $4, status = $5,
              unclear_times = case when $4 = 'unclear' then unclear_times + 1 else 0 end
        where organisation_id = $1 and link = $2`,
      [organisationId, link, now, outcome, status],
    );
  }
}
