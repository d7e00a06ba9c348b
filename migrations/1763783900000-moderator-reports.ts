import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

const BEHIND_WALLS = ['moderator_report', 'moderator_report_step'] as const;

/**
 * Reports to the people who moderate a platform, what came back, and the figures made of them. What is sent
 * is a released text: a report with a draft cannot go out before its draft has.
 */
export class ModeratorReports1763783900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table release add constraint release_of_draft unique (draft_id, id);

      create table moderator_report (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        draft_id uuid unique,
        release_id uuid,
        platform text not null,
        surface text not null,
        level text not null check (level in ('community', 'site')),
        ground text not null,
        post_url text not null check (length(post_url) <= 2000),
        post_text_hash text not null,
        post_seen_on date not null,
        captured_by uuid not null,
        video_time text not null default '' check (length(video_time) <= 20),
        state text not null default 'prepared' check (state in ('prepared', 'sent', 'acknowledged',
          'removed', 'kept', 'edited', 'no_answer', 'appealed', 'appeal_removed', 'appeal_kept',
          'withdrawn')),
        their_reference text not null default '' check (length(their_reference) <= 200),
        sent_on date,
        chase_on date,
        gone_cause text check (gone_cause in ('author', 'platform', 'unknown')),
        prepared_by uuid not null,
        prepared_at timestamptz not null,
        version int not null default 1,
        unique (organisation_id, id),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, draft_id) references draft (organisation_id, id),
        foreign key (draft_id, release_id) references release (draft_id, id),
        foreign key (organisation_id, captured_by) references person (organisation_id, id),
        foreign key (organisation_id, prepared_by) references person (organisation_id, id),
        constraint moderator_report_sent_has_day check (
          state in ('prepared', 'withdrawn') or sent_on is not null),
        constraint moderator_report_sent_is_released check (
          state in ('prepared', 'withdrawn') or draft_id is null or release_id is not null),
        constraint moderator_report_gone_has_cause check (
          (state in ('removed', 'appeal_removed')) = (gone_cause is not null))
      );
      create index moderator_report_by_case
        on moderator_report (organisation_id, case_id, prepared_at desc);
      create index moderator_report_by_post on moderator_report (organisation_id, post_url)
        where post_url <> '';

      create table moderator_report_step (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        report_id uuid not null,
        state text not null,
        happened_on date not null,
        their_reference text not null check (length(their_reference) <= 200),
        note text not null check (length(note) <= 5000),
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        foreign key (organisation_id, report_id) references moderator_report (organisation_id, id),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, recorded_by) references person (organisation_id, id)
      );
      create index moderator_report_step_by_report
        on moderator_report_step (organisation_id, report_id, recorded_at);

      create table moderator_report_figure (
        report_id uuid primary key,
        organisation_id uuid not null references organisation,
        case_id uuid not null,
        sent_on date not null,
        platform text not null,
        ground text not null,
        result text not null check (result in ('gone', 'stays', 'edited', 'open'))
      );
      create index moderator_report_figure_by_sent
        on moderator_report_figure (organisation_id, sent_on);
    `);
    await protect(runner, 'moderator_report', 'select, insert, update');
    await protect(runner, 'moderator_report_step', 'select, insert');
    await protect(runner, 'moderator_report_figure', 'select, insert, update, delete');
    for (const table of BEHIND_WALLS) {
      await runner.query(`
        create policy inside_wall on ${table} as restrictive
          using (exists (select from case_record c where c.id = ${table}.case_id))`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table moderator_report_figure, moderator_report_step, moderator_report;
      alter table release drop constraint release_of_draft;
    `);
  }
}
