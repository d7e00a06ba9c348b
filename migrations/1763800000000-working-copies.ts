import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * What a person has typed into a draft and not saved as a version yet, one copy for each, and who is at work on it just
 * now. Neither is a record: a copy goes once its person saves, a presence when its heartbeat stops. Both stand behind
 * the wall of their case.
 */
export class WorkingCopies1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table working_copy (
        organisation_id uuid not null,
        case_id uuid not null,
        draft_id uuid not null,
        person_id uuid not null,
        draft_version int not null check (draft_version >= 1),
        text text not null check (length(text) <= 50000),
        typed_at timestamptz not null,
        primary key (draft_id, person_id),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, draft_id) references draft (organisation_id, id),
        foreign key (organisation_id, person_id) references person (organisation_id, id)
      );
      create table draft_presence (
        organisation_id uuid not null,
        case_id uuid not null,
        draft_id uuid not null,
        person_id uuid not null,
        since timestamptz not null,
        seen_at timestamptz not null check (seen_at >= since),
        primary key (draft_id, person_id),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, draft_id) references draft (organisation_id, id),
        foreign key (organisation_id, person_id) references person (organisation_id, id)
      );
    `);
    for (const table of ['working_copy', 'draft_presence']) {
      await protect(runner, table, 'select, insert, update, delete');
      await runner.query(`
        create policy inside_wall on ${table} as restrictive
          using (exists (select from case_record c where c.id = ${table}.case_id))`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table draft_presence, working_copy');
  }
}
