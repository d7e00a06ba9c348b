import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A press statement is approved twice, by an approver and by the press office, each the exact text. The first of the
 * two stands on the submitted draft until the second comes; nothing is released before it has both.
 */
export class PressApprovals1763784000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table draft
        add column press_approved_by uuid,
        add column press_approved_hash text,
        add column press_approved_at timestamptz,
        add foreign key (organisation_id, press_approved_by) references person (organisation_id, id),
        drop constraint draft_unapproved_has_no_approval,
        add constraint draft_unapproved_has_no_approval check (
          state in ('approved', 'released')
          or (audience = 'press' and state = 'submitted')
          or (approved_hash is null and approved_by is null
              and press_approved_hash is null and press_approved_by is null)),
        add constraint draft_half_approval_is_of_this_text check (
          (approved_hash is null or approved_hash = text_hash)
          and (press_approved_hash is null or press_approved_hash = text_hash)),
        add constraint draft_press_approval_is_whole check (
          (press_approved_by is null) = (press_approved_hash is null)
          and (press_approved_by is null) = (press_approved_at is null)),
        add constraint draft_press_approver_is_not_author check (
          press_approved_by is null or not press_approved_by = any (contributor_ids)),
        add constraint draft_press_approver_is_another check (
          press_approved_by is null or approved_by is null or press_approved_by <> approved_by),
        add constraint draft_only_the_press_is_approved_twice check (
          audience = 'press' or press_approved_by is null),
        add constraint draft_press_has_both_approvals check (
          audience <> 'press' or state not in ('approved', 'released')
          or (press_approved_by is not null and approved_by is not null)) not valid;

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

      create function require_approved_draft() returns trigger language plpgsql as $$
      begin
        if not exists (select from draft where id = new.draft_id and state = 'approved') then
          raise exception 'only an approved draft can be released' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger release_is_of_approved_draft before insert on release
        for each row execute function require_approved_draft();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger release_is_of_approved_draft on release;
      drop trigger press_statement_stays_honest on draft;
      drop function require_approved_draft(), keep_press_statement_honest();
      alter table draft
        drop constraint draft_press_has_both_approvals,
        drop constraint draft_only_the_press_is_approved_twice,
        drop constraint draft_press_approver_is_another,
        drop constraint draft_press_approver_is_not_author,
        drop constraint draft_press_approval_is_whole,
        drop constraint draft_half_approval_is_of_this_text,
        drop constraint draft_unapproved_has_no_approval,
        drop column press_approved_by,
        drop column press_approved_hash,
        drop column press_approved_at,
        add constraint draft_unapproved_has_no_approval check (
          state in ('approved', 'released') or (approved_hash is null and approved_by is null));
    `);
  }
}
