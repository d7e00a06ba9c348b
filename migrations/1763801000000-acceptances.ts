import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * What goes out in the doctor's own name waits for the doctor's word on exactly that text. A doctor is asked once about
 * the same words and answers once; only the doctor of the case answers on their own page; any other text voids the word.
 */
export class Acceptances1763801000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table acceptance (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        draft_id uuid not null,
        text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
        asked_at timestamptz not null,
        answer text check (answer in ('agreed', 'change')),
        answered_at timestamptz,
        answered_by uuid,
        way text check (way in ('own-page', 'telephone', 'in-person', 'e-mail', 'letter')),
        agreed_on date,
        proof text check (length(proof) between 1 and 2000),
        comment text check (length(comment) between 1 and 5000),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, draft_id) references draft (organisation_id, id),
        foreign key (organisation_id, answered_by) references person (organisation_id, id),
        constraint acceptance_is_answered_wholly check (
          (answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)
          and (answer is null) = (way is null)),
        constraint acceptance_asks_for_words check ((answer is not distinct from 'change') = (comment is not null)),
        constraint acceptance_is_recorded_with_proof check (
          (coalesce(way, 'own-page') = 'own-page') = (proof is null)
          and (proof is null) = (agreed_on is null))
      );
      create unique index acceptance_asked_once on acceptance (draft_id, text_hash) where answer is null;
      create index acceptance_by_draft on acceptance (organisation_id, draft_id, asked_at desc);
      create index acceptance_by_case on acceptance (organisation_id, case_id);

      create function acceptance_is_answered_once() returns trigger language plpgsql as $$
      begin
        if old.answer is not null then
          raise exception 'a doctor answers once about the same words' using errcode = 'check_violation';
        end if;
        if new.way = 'own-page' and (new.answered_by::text is distinct from current_setting('app.person', true)
            or not exists (select from case_record c where c.id = new.case_id and c.doctor_id = new.answered_by)) then
          raise exception 'only the doctor of the case answers on their own page' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger acceptance_answered_once before update on acceptance
        for each row execute function acceptance_is_answered_once();
      create trigger keep_what_is_held before delete on acceptance
        for each row execute function keep_what_is_held();

      alter table draft
        add column is_doctors_words boolean not null default false,
        add column accepted_hash text,
        add column accepted_at timestamptz,
        add constraint draft_acceptance_is_of_this_text check (
          (accepted_hash is null) = (accepted_at is null)
          and (accepted_hash is null or accepted_hash = text_hash)),
        add constraint draft_released_with_the_doctors_word check (
          state <> 'released' or not is_doctors_words or accepted_hash is not null
          or broken_glass_by is not null);

      create function keep_the_doctors_word() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.is_doctors_words and not new.is_doctors_words then
          raise exception 'words of the doctor stay words of the doctor' using errcode = 'check_violation';
        end if;
        if new.accepted_hash is not null and not exists (
            select from acceptance a where a.draft_id = new.id and a.text_hash = new.accepted_hash
                                       and a.answer = 'agreed') then
          raise exception 'the doctor has not agreed to these words' using errcode = 'check_violation';
        end if;
        if tg_op = 'UPDATE' and new.text is distinct from old.text and new.accepted_hash is not null then
          raise exception 'changed words need another word of the doctor' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger draft_keeps_the_doctors_word before insert or update on draft
        for each row execute function keep_the_doctors_word();

      create function require_the_doctors_word() returns trigger language plpgsql as $$
      begin
        if exists (select from draft d where d.id = new.draft_id and d.is_doctors_words
                      and d.broken_glass_by is null and d.accepted_hash is distinct from new.text_hash) then
          raise exception 'the doctor has not agreed to these words' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger release_has_the_doctors_word before insert on release
        for each row execute function require_the_doctors_word();

      alter table case_record drop constraint case_record_next_step_check,
        add constraint case_record_next_step_check check (next_step in
          ('triage', 'decide', 'draft', 'approve', 'accept', 'release', 'post', 'follow-up', 'none'));
    `);
    const rights =
      'select, insert, update (answer, answered_at, answered_by, way, agreed_on, proof, comment)';
    await protect(runner, 'acceptance', rights);
    await runner.query(`
      create policy inside_wall on acceptance as restrictive
        using (exists (select from case_record c where c.id = acceptance.case_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table case_record no force row level security;
      update case_record set next_step = 'release' where next_step = 'accept';
      alter table case_record force row level security;
      alter table case_record drop constraint case_record_next_step_check,
        add constraint case_record_next_step_check check (next_step in
          ('triage', 'decide', 'draft', 'approve', 'release', 'post', 'follow-up', 'none'));
      drop trigger release_has_the_doctors_word on release;
      drop trigger draft_keeps_the_doctors_word on draft;
      drop function require_the_doctors_word(), keep_the_doctors_word();
      alter table draft
        drop constraint draft_released_with_the_doctors_word,
        drop constraint draft_acceptance_is_of_this_text,
        drop column is_doctors_words, drop column accepted_hash, drop column accepted_at;
      drop table acceptance;
      drop function acceptance_is_answered_once();
    `);
  }
}
