import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** Findings that block and that no reason lets pass, as the constraint of break-glass had them written out. */
const UNWAIVABLE = `'$[*] ? (@.severity >= 2 && !(@.category like_regex
  "^(clinical_disclosure|relationship_confirmation|encounter_detail|quasi_identifier|third_party|echo_of_post|over_disclosure)$"))'`;

const GLASS = (unwaivable: string) => `
  add constraint draft_glass_is_broken_by_release check (
    broken_glass_by is null
    or (state = 'released' and approved_by is null and approved_hash is not null
        and approved_hash = text_hash and audience <> 'press'
        and (verdict <> 'block' or audience <> 'public') and not ${unwaivable}))`;

const APPROVAL = (mayPass: string) => `
  add constraint draft_approval_is_of_this_text check (
    state not in ('approved', 'released') or broken_glass_by is not null
    or (approved_hash = text_hash and approved_by is not null and approved_at is not null
        and ${mayPass}))`;

/**
 * Findings that block and are let pass, by one approver with a reason and a second one who agrees. Each is bound to
 * one finding of one text and void when the text changes; it is never a direct identifier and of nobody who wrote the
 * text; and a text that blocks goes nowhere before all of its findings are let pass so.
 */
export class FindingWaivers1763799000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function holds_unwaivable(findings jsonb) returns boolean
        language sql immutable parallel safe
        as $$ select jsonb_path_exists(findings, ${UNWAIVABLE}) $$;

      alter table draft
        drop constraint draft_glass_is_broken_by_release, ${GLASS('holds_unwaivable(findings)')},
        drop constraint draft_approval_is_of_this_text,
        ${APPROVAL("(verdict <> 'block' or not holds_unwaivable(findings))")},
        drop constraint draft_blocked_is_not_submitted,
        add constraint draft_blocked_is_not_submitted check (
          state <> 'submitted' or verdict <> 'block' or not holds_unwaivable(findings)),
        drop constraint draft_warnings_are_accepted,
        add constraint draft_warnings_are_accepted check (
          state not in ('submitted', 'approved', 'released') or verdict = 'pass'
          or warnings_reason is not null
          or (verdict = 'block' and not jsonb_path_exists(findings, '$[*] ? (@.severity == 1)')));

      create table finding_waiver (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        draft_id uuid not null,
        text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
        rule text not null,
        starts int not null check (starts >= 0),
        ends int not null check (ends >= starts),
        category text not null,
        reason text not null check (length(reason) between 1 and 2000),
        waived_by uuid not null,
        waived_at timestamptz not null,
        seconded_by uuid,
        seconded_at timestamptz,
        is_void boolean not null default false,
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, draft_id) references draft (organisation_id, id),
        foreign key (organisation_id, waived_by) references person (organisation_id, id),
        foreign key (organisation_id, seconded_by) references person (organisation_id, id),
        constraint finding_waiver_has_two_people check (seconded_by <> waived_by),
        constraint finding_waiver_is_seconded_wholly check ((seconded_by is null) = (seconded_at is null))
      );
      create unique index finding_waiver_once on finding_waiver (draft_id, text_hash, rule, starts, ends)
        where not is_void;
      create index finding_waiver_waiting on finding_waiver (organisation_id, waived_at, id)
        where seconded_by is null and not is_void;

      create function waiver_is_of_a_finding() returns trigger language plpgsql as $$
      begin
        if new.seconded_by is not null or new.is_void
            or new.waived_by::text is distinct from current_setting('app.person', true) then
          raise exception 'a finding is let pass by the one who does it, and by a second one later'
            using errcode = 'check_violation';
        end if;
        if not exists (
            select from draft d, jsonb_array_elements(d.findings) f
             where d.id = new.draft_id and d.case_id = new.case_id and d.text_hash = new.text_hash
               and d.state in ('draft', 'returned') and not new.waived_by = any (d.contributor_ids)
               and f ->> 'rule' = new.rule and (f ->> 'start')::int = new.starts
               and (f ->> 'end')::int = new.ends and f ->> 'category' = new.category
               and (f ->> 'severity')::int >= 2 and not holds_unwaivable(jsonb_build_array(f))) then
          raise exception 'only a finding of this text that names nobody is let pass, by nobody who wrote it'
            using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger waiver_of_a_finding before insert on finding_waiver
        for each row execute function waiver_is_of_a_finding();

      create function waiver_is_seconded_once() returns trigger language plpgsql as $$
      begin
        if old.is_void then
          raise exception 'a void waiver stays as it is' using errcode = 'check_violation';
        end if;
        if new.seconded_by is distinct from old.seconded_by and (old.seconded_by is not null
            or new.is_void
            or new.seconded_by::text is distinct from current_setting('app.person', true)
            or not exists (select from draft d
                            where d.id = new.draft_id and d.text_hash = new.text_hash
                              and d.state in ('draft', 'returned')
                              and not new.seconded_by = any (d.contributor_ids))) then
          raise exception 'a waiver is seconded once, by the one who does it and did not write the text'
            using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger waiver_seconded_once before update on finding_waiver
        for each row execute function waiver_is_seconded_once();
      create trigger keep_what_is_held before delete on finding_waiver
        for each row execute function keep_what_is_held();

      create function changed_text_voids_waivers() returns trigger language plpgsql as $$
      begin
        update finding_waiver set is_void = true where draft_id = new.id and not is_void;
        return null;
      end $$;
      create trigger changed_text_voids_waivers after update on draft
        for each row when (old.text is distinct from new.text)
        execute function changed_text_voids_waivers();

      create function blocked_goes_on_waived() returns trigger language plpgsql as $$
      begin
        if new.verdict = 'block' and new.state in ('submitted', 'approved', 'released')
            and new.broken_glass_by is null
            and (not jsonb_path_exists(new.findings, '$[*] ? (@.severity >= 2)')
              or exists (
                select from jsonb_array_elements(new.findings) f
                 where (f ->> 'severity')::int >= 2 and not exists (
                   select from finding_waiver w
                    where w.draft_id = new.id and w.text_hash = text_sha256(new.text)
                      and not w.is_void and w.seconded_by is not null
                      and w.rule = f ->> 'rule' and w.starts = (f ->> 'start')::int
                      and w.ends = (f ->> 'end')::int
                      and not w.waived_by = any (new.contributor_ids)
                      and not w.seconded_by = any (new.contributor_ids)))) then
          raise exception 'what blocks is let pass by two approvers, or stops' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger draft_blocked_goes_on_waived before update on draft
        for each row execute function blocked_goes_on_waived();
    `);
    await protect(
      runner,
      'finding_waiver',
      'select, insert, update (seconded_by, seconded_at, is_void)',
    );
    await runner.query(`
      create policy inside_wall on finding_waiver as restrictive
        using (exists (select from case_record c where c.id = finding_waiver.case_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger draft_blocked_goes_on_waived on draft;
      drop trigger changed_text_voids_waivers on draft;
      drop table finding_waiver;
      drop function blocked_goes_on_waived(), changed_text_voids_waivers(), waiver_is_seconded_once(),
        waiver_is_of_a_finding();
      alter table draft
        drop constraint draft_warnings_are_accepted,
        add constraint draft_warnings_are_accepted check (
          state not in ('submitted', 'approved', 'released')
          or verdict = 'pass' or warnings_reason is not null),
        drop constraint draft_blocked_is_not_submitted,
        add constraint draft_blocked_is_not_submitted check (state <> 'submitted' or verdict <> 'block'),
        drop constraint draft_approval_is_of_this_text, ${APPROVAL("verdict <> 'block'")},
        drop constraint draft_glass_is_broken_by_release,
        ${GLASS(`jsonb_path_exists(findings, ${UNWAIVABLE})`)};
      drop function holds_unwaivable(jsonb);
    `);
  }
}
