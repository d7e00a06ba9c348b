import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * What of a case is legally privileged: marked by a caseworker with the reason, lifted by somebody with the right, and
 * both stay in the record. Behind the wall of the case.
 */
export class PrivilegeMarks1763791020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table privilege_mark (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        kind text not null check (kind in ('note', 'draft', 'worksheet')),
        subject_id uuid not null,
        reason text not null check (length(reason) between 1 and 2000),
        marked_by uuid not null,
        marked_at timestamptz not null,
        lifted_by uuid,
        lifted_at timestamptz,
        lifted_reason text check (length(lifted_reason) between 1 and 2000),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, marked_by) references person (organisation_id, id),
        foreign key (organisation_id, lifted_by) references person (organisation_id, id),
        check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_reason is null))
      );
      create index privilege_mark_by_case on privilege_mark (organisation_id, case_id, marked_at);
      create unique index privilege_mark_in_force on privilege_mark (organisation_id, subject_id)
        where lifted_at is null;
    `);
    await protect(runner, 'privilege_mark', 'select, insert, update');
    await runner.query(`
      create policy inside_wall on privilege_mark as restrictive
        using (exists (select from case_record c where c.id = privilege_mark.case_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table privilege_mark`);
  }
}
