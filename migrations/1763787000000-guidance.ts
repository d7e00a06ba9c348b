import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * What an organisation keeps about guidance: who looked at a source again, which sources wait for a look, whom
 * to call, the policies of employers, and the version of its own settings.
 */
export class Guidance1763787000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organisation add column version int not null default 1;

      create table guidance_recheck (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        source_key text not null check (length(source_key) between 1 and 100),
        edition text not null check (length(edition) between 1 and 20),
        checked_on date not null,
        checked_by uuid not null,
        link text not null check (length(link) between 1 and 2000),
        review_by date not null check (review_by > checked_on),
        recorded_at timestamptz not null,
        foreign key (organisation_id, checked_by) references person (organisation_id, id)
      );
      create index guidance_recheck_newest
        on guidance_recheck (organisation_id, source_key, edition, recorded_at desc);

      create table guidance_task (
        organisation_id uuid not null references organisation,
        source_key text not null check (length(source_key) between 1 and 100),
        edition text not null check (length(edition) between 1 and 20),
        reason text not null check (reason in ('unverified', 'overdue')),
        raised_at timestamptz not null,
        primary key (organisation_id, source_key, edition)
      );

      create table support_change (
        organisation_id uuid not null references organisation,
        contact_key text not null check (length(contact_key) between 1 and 100),
        number text not null check (length(number) <= 100),
        hours text not null check (length(hours) <= 200),
        is_shown boolean not null,
        checked_on date not null,
        primary key (organisation_id, contact_key)
      );

      create table employer_policy (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        employer text not null check (length(employer) <= 200),
        title text not null check (length(title) between 1 and 200),
        edition text not null check (length(edition) between 1 and 100),
        in_force_from date not null,
        messaging text not null check (messaging in ('bans', 'allows', 'silent')),
        clauses jsonb not null,
        version int not null default 1,
        unique (organisation_id, id)
      );
      create unique index employer_policy_edition
        on employer_policy (organisation_id, lower(employer), in_force_from);
    `);
    await protect(runner, 'guidance_recheck', 'select, insert');
    await protect(runner, 'guidance_task', 'select, insert, update, delete');
    await protect(runner, 'support_change', 'select, insert, update');
    await protect(runner, 'employer_policy', 'select, insert, update');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table guidance_recheck, guidance_task, support_change, employer_policy;
      alter table organisation drop column version;
    `);
  }
}
