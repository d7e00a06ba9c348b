import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** What the reports read: a row of figures a case, counts kept up as it changes, and the exports. */
export class Reporting1763780900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_figure (
        case_id uuid primary key,
        organisation_id uuid not null references organisation,
        reference text not null,
        opened_on date not null,
        jurisdiction text not null,
        kind text not null,
        platform text not null,
        route text not null,
        decided_on date,
        released_on date,
        closed_on date,
        outcome text not null default '',
        is_walled boolean not null
      );
      create index case_figure_by_opened on case_figure (organisation_id, opened_on, case_id);

      create table figure_count (
        organisation_id uuid not null references organisation,
        month date not null,
        dimension text not null check (dimension in ('route', 'platform', 'kind', 'all')),
        value text not null,
        count int not null,
        primary key (organisation_id, month, dimension, value)
      );

      create table export (
        id uuid primary key,
        organisation_id uuid not null,
        requested_by uuid not null,
        from_month date,
        until_month date,
        state text not null default 'waiting' check (state in
          ('waiting', 'running', 'ready', 'failed', 'expired')),
        rows_done int not null default 0,
        rows_total int,
        created_at timestamptz not null,
        ready_at timestamptz,
        expires_at timestamptz,
        foreign key (organisation_id, requested_by) references person (organisation_id, id)
      );
      create index export_by_person on export (organisation_id, requested_by, created_at desc);
      create index export_expiring on export (expires_at) where state = 'ready';
    `);
    await protect(runner, 'case_figure', 'select, insert, update, delete');
    await protect(runner, 'figure_count', 'select, insert, update, delete');
    await protect(runner, 'export', 'select, insert, update');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table export, figure_count, case_figure`);
  }
}
