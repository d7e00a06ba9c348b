import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** What of a case goes with it: none of it can be deleted while the case is on hold. */
const HELD = [
  'case_key',
  'patient_fact',
  'party',
  'case_note',
  'case_task',
  'case_deadline',
  'triage_answers',
  'assessment',
  'decision',
  'draft',
  'release',
  'referral',
  'moderator_report',
  'moderator_report_step',
  'worksheet',
  'press_summary',
  'press_enquiry',
  'evidence_item',
  'evidence_sighting',
  'case_hold',
] as const;

/**
 * Holds on cases and on single items of evidence: from the moment of one nothing that it covers can be deleted,
 * whatever the code does. A hold ends by a second person. Whoever sets one waits for deletions that have begun, and
 * deletions wait for whoever sets one.
 */
export class Holds1763790010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_hold (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        evidence_id uuid,
        asked_by text not null check (asked_by in
          ('coroner', 'police', 'court', 'regulator', 'employer', 'papers', 'own')),
        their_reference text not null default '' check (length(their_reference) <= 200),
        reason text not null check (length(reason) between 1 and 5000),
        from_on date not null,
        review_on date not null,
        step_key text check (length(step_key) between 1 and 200),
        set_by uuid not null,
        set_at timestamptz not null,
        lift_asked_by uuid,
        lift_asked_at timestamptz,
        lift_reason text check (length(lift_reason) between 1 and 5000),
        kept_on_by uuid,
        kept_on_at timestamptz,
        kept_on_reason text check (length(kept_on_reason) between 1 and 5000),
        lifted_by uuid,
        lifted_at timestamptz,
        lifted_reason text check (length(lifted_reason) between 1 and 5000),
        version int not null default 1,
        unique (organisation_id, case_id, id),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, case_id, evidence_id)
          references evidence_item (organisation_id, case_id, id),
        foreign key (organisation_id, set_by) references person (organisation_id, id),
        foreign key (organisation_id, lift_asked_by) references person (organisation_id, id),
        foreign key (organisation_id, kept_on_by) references person (organisation_id, id),
        foreign key (organisation_id, lifted_by) references person (organisation_id, id),
        check (review_on >= from_on),
        check ((lift_asked_by is null) = (lift_asked_at is null)
           and (lift_asked_by is null) = (lift_reason is null)),
        check ((kept_on_by is null) = (kept_on_at is null)
           and (kept_on_by is null) = (kept_on_reason is null)),
        check ((lifted_by is null) = (lifted_at is null) and (lifted_by is null) = (lifted_reason is null)),
        check (lifted_by is null or lift_asked_by is not null),
        constraint hold_is_lifted_by_another check (lifted_by <> lift_asked_by)
      );
      create index case_hold_by_case on case_hold (organisation_id, case_id, set_at);
      create index case_hold_open on case_hold (organisation_id, case_id) where lifted_at is null;
      create unique index case_hold_once_a_step on case_hold (organisation_id, case_id, step_key)
        where step_key is not null;

      create function is_held(organisation uuid, of_case uuid, item uuid) returns boolean language plpgsql as $$
      begin
        perform from case_record c where c.organisation_id = organisation and c.id = of_case for share;
        return exists (select from case_hold h
          where h.organisation_id = organisation and h.case_id = of_case and h.lifted_at is null
            and (h.evidence_id is null or h.evidence_id = item));
      end $$;

      create function keep_what_is_held() returns trigger language plpgsql as $$
      declare
        held_case uuid := coalesce(to_jsonb(old) ->> 'case_id', to_jsonb(old) ->> 'id')::uuid;
        item uuid := (case tg_table_name
          when 'evidence_item' then to_jsonb(old) ->> 'id' else to_jsonb(old) ->> 'evidence_id' end)::uuid;
      begin
        if is_held(old.organisation_id, held_case, item) then
          raise exception 'nothing of a case on hold is deleted' using errcode = 'check_violation';
        end if;
        return case tg_op when 'DELETE' then old else new end;
      end $$;
      create trigger keep_what_is_held before delete on case_record
        for each row execute function keep_what_is_held();
      create trigger keep_held_content before update on evidence_item
        for each row execute function keep_what_is_held();
    `);
    for (const table of HELD) {
      await runner.query(`
        create trigger keep_what_is_held before delete on ${table}
          for each row execute function keep_what_is_held()`);
    }
    await protect(runner, 'case_hold', 'select, insert, update');
    await runner.query(`
      create policy inside_wall on case_hold as restrictive
        using (exists (select from case_record c where c.id = case_hold.case_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of HELD) await runner.query(`drop trigger keep_what_is_held on ${table}`);
    await runner.query(`
      drop trigger keep_what_is_held on case_record;
      drop trigger keep_held_content on evidence_item;
      drop function keep_what_is_held();
      drop table case_hold;
      drop function is_held(uuid, uuid, uuid);
    `);
  }
}
