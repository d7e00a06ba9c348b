import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * Whether the doctor of a case is a member, and who else may advise them; and two cases whose doctors are on the two
 * sides of one dispute. Whoever has been inside one of these is never let into the other: the database refuses what
 * the code forgets.
 */
export class MembershipAndConflicts1763791030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_membership (
        case_id uuid primary key,
        organisation_id uuid not null,
        standing text not null check (standing in ('member', 'lapsed', 'not-member', 'not-asked')),
        other_organisation text not null default '' check (length(other_organisation) <= 200),
        checked_how text not null check (length(checked_how) between 1 and 500),
        checked_by uuid not null,
        checked_at timestamptz not null,
        version int not null default 1,
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, checked_by) references person (organisation_id, id)
      );

      create table case_conflict (
        case_id uuid not null,
        organisation_id uuid not null,
        other_case_id uuid not null,
        reason text not null check (length(reason) between 1 and 2000),
        declared_by uuid not null,
        declared_at timestamptz not null,
        primary key (case_id, other_case_id),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, other_case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, declared_by) references person (organisation_id, id),
        check (case_id <> other_case_id)
      );

      create table wall_bar (
        case_id uuid not null,
        organisation_id uuid not null,
        person_id uuid not null,
        primary key (case_id, person_id),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, person_id) references person (organisation_id, id)
      );

      create function wall_bar_holds() returns trigger language plpgsql as $$
      begin
        if exists (select from wall_bar b where b.organisation_id = new.organisation_id
            and b.case_id = new.case_id and b.person_id = new.person_id) then
          raise exception 'somebody of the other side is never let inside' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger wall_bar_holds before insert on wall_member
        for each row execute function wall_bar_holds();
    `);
    await protect(runner, 'case_membership', 'select, insert, update');
    await protect(runner, 'case_conflict', 'select, insert');
    await protect(runner, 'wall_bar', 'select, insert');
    for (const table of ['case_membership', 'case_conflict']) {
      await runner.query(`
        create policy inside_wall on ${table} as restrictive
          using (exists (select from case_record c where c.id = ${table}.case_id))`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger wall_bar_holds on wall_member;
      drop function wall_bar_holds();
      drop table wall_bar, case_conflict, case_membership;
    `);
  }
}
