import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** What asking for the links of cited sources found, and the task that a broken one raises. It verifies no source. */
export class LinkChecks1763793002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table guidance_link_check (
        organisation_id uuid not null references organisation,
        link text not null check (length(link) between 1 and 2000),
        asked_at timestamptz not null,
        checked_at timestamptz,
        outcome text check (outcome in ('found', 'gone', 'moved', 'unclear')),
        status int check (status between 100 and 999),
        unclear_times int not null default 0 check (unclear_times >= 0),
        primary key (organisation_id, link),
        check ((checked_at is null) = (outcome is null))
      );
      alter table guidance_task drop constraint guidance_task_reason_check,
        add constraint guidance_task_reason_check check (reason in ('unverified', 'overdue', 'link_broken'));
    `);
    await protect(runner, 'guidance_link_check', 'select, insert, update');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table guidance_link_check;
      alter table guidance_task no force row level security;
      delete from guidance_task where reason = 'link_broken';
      alter table guidance_task force row level security;
      alter table guidance_task drop constraint guidance_task_reason_check,
        add constraint guidance_task_reason_check check (reason in ('unverified', 'overdue'));
    `);
  }
}
