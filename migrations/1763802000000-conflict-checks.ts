import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * That somebody who has a part in a case bears the name of a person of the organisation, or of a doctor whom it advises
 * in another case, and what was decided about it. Whose name it is stays sealed with the party.
 */
export class ConflictChecks1763802000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table conflict_check (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        party_id uuid not null,
        is_person_here boolean not null,
        other_case_ids uuid[] not null,
        raised_at timestamptz not null,
        decision text check (decision in ('none', 'walled', 'parted')),
        reason text not null default '' check (length(reason) <= 2000),
        decided_by uuid,
        decided_at timestamptz,
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, decided_by) references person (organisation_id, id),
        check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
        check (decision is null or reason <> '')
      );
      create index conflict_check_by_case on conflict_check (organisation_id, case_id);
      create trigger keep_what_is_held before delete on conflict_check
        for each row execute function keep_what_is_held();
    `);
    await protect(runner, 'conflict_check', 'select, insert, update');
    await runner.query(`
      create policy inside_wall on conflict_check as restrictive
        using (exists (select from case_record c where c.id = conflict_check.case_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table conflict_check`);
  }
}
