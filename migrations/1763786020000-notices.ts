import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** What people are told, without anything of its content; mail as it was written, sealed; private calendar feeds. */
export class Notices1763786020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notice (
        id uuid primary key,
        organisation_id uuid not null,
        person_id uuid not null,
        kind text not null check (length(kind) between 1 and 60),
        case_id uuid,
        source_id uuid not null,
        created_at timestamptz not null,
        read_at timestamptz,
        unique (person_id, kind, source_id),
        foreign key (organisation_id, person_id) references person (organisation_id, id),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id)
      );
      create index notice_by_person on notice (organisation_id, person_id, created_at desc, id desc);
      create index notice_unread on notice (organisation_id, person_id) where read_at is null;

      create table mail (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        person_id uuid not null,
        letter_sealed bytea not null,
        written_at timestamptz not null,
        sent_at timestamptz,
        foreign key (organisation_id, person_id) references person (organisation_id, id)
      );
      create index mail_by_written on mail (organisation_id, written_at desc);

      create table calendar_feed (
        person_id uuid primary key,
        organisation_id uuid not null,
        token_hash bytea not null unique,
        made_at timestamptz not null,
        foreign key (organisation_id, person_id) references person (organisation_id, id)
      );
    `);
    await protect(runner, 'notice', 'select, insert, update');
    await protect(runner, 'mail', 'select, insert, update, delete');
    await protect(runner, 'calendar_feed', 'select, insert, update, delete');
    await runner.query(`
      create policy inside_wall on notice as restrictive
        using (case_id is null or exists (select from case_record c where c.id = notice.case_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table calendar_feed, mail, notice`);
  }
}
