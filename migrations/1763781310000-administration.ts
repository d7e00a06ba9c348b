import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** Why a person was granted rights beyond those of the role, and what a person has chosen for themselves. */
export class Administration1763781310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person add column has_shortcuts boolean not null default false;

      create table right_grant (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        person_id uuid not null,
        rights text[] not null,
        reason text not null check (length(reason) between 1 and 500),
        granted_by uuid not null,
        granted_at timestamptz not null,
        foreign key (organisation_id, person_id) references person (organisation_id, id),
        foreign key (organisation_id, granted_by) references person (organisation_id, id)
      );
      create index right_grant_person on right_grant (organisation_id, person_id, granted_at desc);
    `);
    await protect(runner, 'right_grant', 'select, insert');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table right_grant;
      alter table person drop column has_shortcuts;
    `);
  }
}
