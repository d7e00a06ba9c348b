import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The notices that a solicitor approves besides a lead adviser. */
const LEGAL = `template_id in ('T-S5-NOTICE', 'T-LEGAL-NOTICE', 'T-DSA16')`;

/**
 * Who approves a text besides an approver stands on the draft: the press office, or a solicitor. Legal notices that
 * nobody has approved yet need the solicitor from now on.
 */
export class SecondSides1763807000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table draft rename column press_approved_by to second_approved_by;
      alter table draft rename column press_approved_for to second_approved_for;
      alter table draft rename column press_approved_hash to second_approved_hash;
      alter table draft rename column press_approved_at to second_approved_at;
      alter table draft rename constraint draft_press_approval_is_whole to draft_second_approval_is_whole;
      alter table draft rename constraint draft_press_approver_is_not_author to draft_second_approver_is_not_author;
      alter table draft rename constraint draft_press_approver_is_another to draft_second_approver_is_another;
      alter table draft
        add column second_side text check (second_side in ('press', 'solicitor'));
      drop trigger press_statement_stays_honest on draft;
      alter table draft no force row level security;
      update draft set second_side = 'press' where audience = 'press';
      update draft set second_side = 'solicitor' where ${LEGAL} and state in ('draft', 'submitted', 'returned');
      alter table draft force row level security;
      alter table draft
        add constraint draft_press_is_the_second_side check (
          (audience = 'press') = (second_side is not distinct from 'press')),
        drop constraint draft_unapproved_has_no_approval,
        add constraint draft_unapproved_has_no_approval check (
          state in ('approved', 'released') or (second_side is not null and state = 'submitted')
          or (approved_hash is null and approved_by is null
              and second_approved_hash is null and second_approved_by is null)),
        drop constraint draft_only_the_press_is_approved_twice,
        add constraint draft_only_two_sides_approve_twice check (
          second_side is not null or second_approved_by is null),
        drop constraint draft_press_has_both_approvals,
        add constraint draft_has_both_approvals check (
          second_side is null or state not in ('approved', 'released')
          or (second_approved_by is not null and approved_by is not null)) not valid;
      drop function keep_press_statement_honest();

      create function keep_two_sides_honest() returns trigger language plpgsql as $$
      begin
        if (new.audience, new.second_side) is distinct from (old.audience, old.second_side) then
          raise exception 'a text stays for its readers' using errcode = 'check_violation';
        end if;
        if new.second_side is not null and exists (
            select from (values (old.approved_by, new.approved_by),
                                (old.second_approved_by, new.second_approved_by)) side (was, is_now)
             where is_now is not null and is_now is distinct from was
               and is_now::text is distinct from current_setting('app.person', true)) then
          raise exception 'an approval is given by the one who approves' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger two_sides_stay_honest before update on draft
        for each row execute function keep_two_sides_honest();
      alter table draft add constraint draft_nobody_stands_in_for_a_solicitor check (
        second_side is distinct from 'solicitor' or second_approved_for is null);
      create index person_of_law on person (organisation_id, id)
        where is_active and 'worksheet:sign-legal' = any (extra_rights);
    `);
    await reword(runner, 'approval_for_another', 'press_approved', 'second_approved');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index person_of_law;
      drop trigger two_sides_stay_honest on draft;
      alter table draft
        drop constraint draft_has_both_approvals,
        drop constraint draft_only_two_sides_approve_twice,
        drop constraint draft_press_is_the_second_side,
        drop constraint draft_nobody_stands_in_for_a_solicitor;
      alter table draft no force row level security;
      update draft set second_approved_by = null, second_approved_hash = null, second_approved_at = null
       where second_side = 'solicitor';
      update draft set approved_by = null, approved_hash = null, approved_at = null
       where second_side = 'solicitor' and state = 'submitted';
      alter table draft force row level security;
      alter table draft drop column second_side cascade;
      alter table draft rename column second_approved_by to press_approved_by;
      alter table draft rename column second_approved_for to press_approved_for;
      alter table draft rename column second_approved_hash to press_approved_hash;
      alter table draft rename column second_approved_at to press_approved_at;
      alter table draft rename constraint draft_second_approval_is_whole to draft_press_approval_is_whole;
      alter table draft rename constraint draft_second_approver_is_not_author to draft_press_approver_is_not_author;
      alter table draft rename constraint draft_second_approver_is_another to draft_press_approver_is_another;
      alter table draft
        add constraint draft_unapproved_has_no_approval check (
          state in ('approved', 'released') or (audience = 'press' and state = 'submitted')
          or (approved_hash is null and approved_by is null
              and press_approved_hash is null and press_approved_by is null)),
        add constraint draft_only_the_press_is_approved_twice check (
          audience = 'press' or press_approved_by is null),
        add constraint draft_press_has_both_approvals check (
          audience <> 'press' or state not in ('approved', 'released')
          or (press_approved_by is not null and approved_by is not null)) not valid;
      drop function keep_two_sides_honest();

      create function keep_press_statement_honest() returns trigger language plpgsql as $$
      begin
        if new.audience is distinct from old.audience then
          raise exception 'a text stays for its readers' using errcode = 'check_violation';
        end if;
        if new.audience = 'press' and exists (
            select from (values (old.approved_by, new.approved_by),
                                (old.press_approved_by, new.press_approved_by)) side (was, is_now)
             where is_now is not null and is_now is distinct from was
               and is_now::text is distinct from current_setting('app.person', true)) then
          raise exception 'an approval is given by the one who approves' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger press_statement_stays_honest before update on draft
        for each row execute function keep_press_statement_honest();
    `);
    await reword(runner, 'approval_for_another', 'second_approved', 'press_approved');
  }
}

/** Writes a function of the database anew with other names of columns in it. */
async function reword(runner: QueryRunner, name: string, from: string, to: string): Promise<void> {
  const [written] = (await runner.query(`select pg_get_functiondef($1::regproc) as sql`, [
    name,
  ])) as { sql: string }[];
  await runner.query(written!.sql.replaceAll(from, to));
}
