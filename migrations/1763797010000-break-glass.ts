import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** Findings that block and that no reason lets pass: all kinds but these. */
const UNWAIVABLE = `'$[*] ? (@.severity >= 2 && !(@.category like_regex
  "^(clinical_disclosure|relationship_confirmation|encounter_detail|quasi_identifier|third_party|echo_of_post|over_disclosure)$"))'`;

/**
 * A text that one person lets out alone because a life is in danger. It carries no direct identifier and nothing that
 * blocks where everybody reads it; it is no statement to the press; and who let it out does not review it.
 */
export class BreakGlass1763797010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table draft
        add column broken_glass_by uuid,
        add foreign key (organisation_id, broken_glass_by) references person (organisation_id, id),
        drop constraint draft_approval_is_of_this_text,
        add constraint draft_approval_is_of_this_text check (
          state not in ('approved', 'released') or broken_glass_by is not null
          or (approved_hash = text_hash and approved_by is not null and approved_at is not null
              and verdict <> 'block')),
        add constraint draft_glass_is_broken_by_release check (
          broken_glass_by is null
          or (state = 'released' and approved_by is null and approved_hash is not null
              and approved_hash = text_hash and audience <> 'press'
              and (verdict <> 'block' or audience <> 'public')
              and not jsonb_path_exists(findings, ${UNWAIVABLE})));

      create or replace function keep_draft_honest() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          if new.state <> 'draft' then
            raise exception 'a draft begins as a draft' using errcode = 'check_violation';
          end if;
          return new;
        end if;
        if old.state = 'released' then
          raise exception 'a released draft cannot be changed' using errcode = 'check_violation';
        end if;
        if not new.contributor_ids @> old.contributor_ids then
          raise exception 'a contributor cannot be removed' using errcode = 'check_violation';
        end if;
        if new.text is distinct from old.text then
          if new.state <> 'draft' then
            raise exception 'a changed text needs a new approval' using errcode = 'check_violation';
          end if;
          if not current_setting('app.person', true) = any (new.contributor_ids::text[]) then
            raise exception 'who changes the text is a contributor' using errcode = 'check_violation';
          end if;
        end if;
        if new.state = 'approved' and old.state not in ('submitted', 'approved') then
          raise exception 'only a submitted draft can be approved' using errcode = 'check_violation';
        end if;
        if new.broken_glass_by is not null
            and (old.state = 'approved'
              or new.broken_glass_by::text is distinct from current_setting('app.person', true)) then
          raise exception 'a text is let out alone by the one who does it' using errcode = 'check_violation';
        end if;
        if new.state = 'released' and new.broken_glass_by is null and (old.state <> 'approved'
            or old.approved_by is distinct from new.approved_by
            or old.approved_hash is distinct from new.approved_hash) then
          raise exception 'only an approved draft can be released' using errcode = 'check_violation';
        end if;
        return new;
      end $$;

      create or replace function require_approved_draft() returns trigger language plpgsql as $$
      begin
        if not exists (select from draft where id = new.draft_id
                        and (state = 'approved'
                             or (state = 'released' and broken_glass_by = new.released_by))) then
          raise exception 'only an approved draft can be released' using errcode = 'check_violation';
        end if;
        return new;
      end $$;

      create table break_glass (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        draft_id uuid not null unique,
        reason text not null check (length(reason) between 1 and 2000),
        broken_by uuid not null,
        broken_at timestamptz not null,
        waived_rules text[] not null,
        review_due_on date not null,
        reviewed_by uuid,
        reviewed_at timestamptz,
        verdict text check (verdict in ('right', 'wrong')),
        review_note text check (length(review_note) between 1 and 5000),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, draft_id) references draft (organisation_id, id),
        foreign key (organisation_id, broken_by) references person (organisation_id, id),
        foreign key (organisation_id, reviewed_by) references person (organisation_id, id),
        constraint break_glass_is_reviewed_by_another check (reviewed_by <> broken_by),
        constraint break_glass_is_reviewed_wholly check (
          (reviewed_by is null) = (reviewed_at is null) and (reviewed_by is null) = (verdict is null)
          and (reviewed_by is null) = (review_note is null))
      );
      create index break_glass_newest on break_glass (organisation_id, broken_at desc, id desc);

      create function break_glass_is_reviewed_once() returns trigger language plpgsql as $$
      begin
        if old.reviewed_at is not null then
          raise exception 'a release is reviewed once' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger break_glass_reviewed_once before update on break_glass
        for each row execute function break_glass_is_reviewed_once();
      create trigger keep_what_is_held before delete on break_glass
        for each row execute function keep_what_is_held();
    `);
    const rights = 'select, insert, update (reviewed_by, reviewed_at, verdict, review_note)';
    await protect(runner, 'break_glass', rights);
    await runner.query(`
      create policy inside_wall on break_glass as restrictive
        using (exists (select from case_record c where c.id = break_glass.case_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table break_glass;
      drop function break_glass_is_reviewed_once();

      create or replace function require_approved_draft() returns trigger language plpgsql as $$
      begin
        if not exists (select from draft where id = new.draft_id and state = 'approved') then
          raise exception 'only an approved draft can be released' using errcode = 'check_violation';
        end if;
        return new;
      end $$;

      create or replace function keep_draft_honest() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          if new.state <> 'draft' then
            raise exception 'a draft begins as a draft' using errcode = 'check_violation';
          end if;
          return new;
        end if;
        if old.state = 'released' then
          raise exception 'a released draft cannot be changed' using errcode = 'check_violation';
        end if;
        if not new.contributor_ids @> old.contributor_ids then
          raise exception 'a contributor cannot be removed' using errcode = 'check_violation';
        end if;
        if new.text is distinct from old.text then
          if new.state <> 'draft' then
            raise exception 'a changed text needs a new approval' using errcode = 'check_violation';
          end if;
          if not current_setting('app.person', true) = any (new.contributor_ids::text[]) then
            raise exception 'who changes the text is a contributor' using errcode = 'check_violation';
          end if;
        end if;
        if new.state = 'approved' and old.state not in ('submitted', 'approved') then
          raise exception 'only a submitted draft can be approved' using errcode = 'check_violation';
        end if;
        if new.state = 'released' and (old.state <> 'approved'
            or old.approved_by is distinct from new.approved_by
            or old.approved_hash is distinct from new.approved_hash) then
          raise exception 'only an approved draft can be released' using errcode = 'check_violation';
        end if;
        return new;
      end $$;

      alter table draft
        drop constraint draft_glass_is_broken_by_release,
        drop constraint draft_approval_is_of_this_text,
        drop column broken_glass_by,
        add constraint draft_approval_is_of_this_text check (
          state not in ('approved', 'released')
          or (approved_hash = text_hash and approved_by is not null and approved_at is not null
              and verdict <> 'block'));
    `);
  }
}
