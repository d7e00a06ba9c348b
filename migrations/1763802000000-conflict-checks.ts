import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * That somebody who has a part in a case bears the name of a person of the organisation, or of a doctor whom it advises
 * in another case, and what was decided about it. Whose name it is stays sealed with the party. Surnames are kept as
 * they are compared, so that a name is found by an index and not by reading every case.
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
      create function surname_of(name text) returns text language sql immutable
        return substring(
          lower(regexp_replace(normalize(name, nfkd), '[\\u0300-\\u036f''’]', '', 'g'))
          from '([[:alpha:]]+)[^[:alpha:]]*$');
      alter table person add surname text generated always as (surname_of(name)) stored;
      create index person_by_surname on person (organisation_id, surname);
      alter table case_record
        add doctor_surname text generated always as (surname_of(doctor_name)) stored;
      create index case_record_by_doctor_surname on case_record (organisation_id, doctor_surname);
    `);
    await runner.query(`
      create policy inside_wall on conflict_check as restrictive
        using (exists (select from case_record c where c.id = conflict_check.case_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table conflict_check;
      alter table person drop surname;
      alter table case_record drop doctor_surname;
      drop function surname_of(text);
    `);
  }
}
