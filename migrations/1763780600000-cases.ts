import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** A walled case is there for the members of its wall and for background work only. */
const INSIDE_WALL = `
  not is_walled
  or current_setting('app.person', true) = 'system'
  or exists (select from wall_member w
              where w.case_id = case_record.id
                and w.person_id::text = current_setting('app.person', true))`;

/** Cases with what belongs to them; patient facts and parties are sealed with the case's own key. */
export class Cases1763780600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_record (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        reference text not null,
        title text not null check (length(title) between 1 and 200),
        state text not null default 'open' check (state in ('open', 'closed')),
        next_step text not null default 'triage' check (next_step in
          ('triage', 'decide', 'draft', 'approve', 'release', 'post', 'follow-up', 'none')),
        direction text not null check (direction in ('about_doctor', 'by_doctor', 'both')),
        kind text not null,
        platform text not null,
        url text not null default '' check (length(url) <= 2000),
        handle text not null default '' check (length(handle) <= 200),
        post_text text not null default '' check (length(post_text) <= 50000),
        posted_on date,
        seen_on date not null,
        visibility text not null check (visibility in ('public', 'closed_group', 'private_message')),
        jurisdiction text not null,
        setting text not null,
        doctor_id uuid,
        doctor_name text not null default '' check (length(doctor_name) <= 200),
        owner_id uuid,
        is_urgent boolean not null default false,
        is_walled boolean not null default false,
        primary_route text,
        also_routes text[] not null default '{}',
        next_due_at timestamptz not null default 'infinity',
        opened_at timestamptz not null,
        opened_by uuid not null,
        closed_at timestamptz,
        outcome text check (length(outcome) <= 2000),
        version int not null default 1,
        unique (organisation_id, reference),
        unique (organisation_id, id),
        foreign key (organisation_id, owner_id) references person (organisation_id, id),
        foreign key (organisation_id, doctor_id) references person (organisation_id, id),
        foreign key (organisation_id, opened_by) references person (organisation_id, id),
        check ((state = 'closed') = (closed_at is not null))
      );
      create index case_open_by_owner on case_record (organisation_id, owner_id, next_due_at, id)
        where state = 'open';
      create index case_open_by_due on case_record (organisation_id, next_due_at, id)
        where state = 'open';
      create index case_by_opened on case_record (organisation_id, opened_at desc, id desc);
      create index case_by_doctor on case_record (organisation_id, doctor_id) where doctor_id is not null;
      create index case_by_url on case_record (organisation_id, url) where url <> '';

      create table case_key (
        case_id uuid primary key,
        organisation_id uuid not null,
        wrapped_key bytea not null,
        foreign key (organisation_id, case_id) references case_record (organisation_id, id)
      );

      create table wall_member (
        case_id uuid not null,
        organisation_id uuid not null,
        person_id uuid not null,
        primary key (case_id, person_id),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, person_id) references person (organisation_id, id)
      );

      create table patient_fact (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        kind text not null check (kind in ('name', 'alias', 'dob', 'nhs', 'chi', 'hc', 'ihi', 'pps', 'mrn',
          'phone', 'email', 'address', 'postcode', 'handle', 'third_party', 'appointment', 'condition',
          'procedure', 'medication')),
        value_sealed bytea not null,
        added_by uuid not null,
        added_at timestamptz not null,
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, added_by) references person (organisation_id, id)
      );
      create index patient_fact_by_case on patient_fact (organisation_id, case_id);

      create table party (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        role text not null check (role in ('complainant', 'relative', 'colleague', 'journalist',
          'solicitor', 'manager', 'other')),
        details_sealed bytea not null,
        added_by uuid not null,
        added_at timestamptz not null,
        foreign key (organisation_id, case_id) references case_record (organisation_id, id)
      );
      create index party_by_case on party (organisation_id, case_id);

      create table case_note (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        text text not null check (length(text) between 1 and 50000),
        written_by uuid not null,
        written_at timestamptz not null,
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, written_by) references person (organisation_id, id)
      );
      create index case_note_by_case on case_note (organisation_id, case_id, written_at desc);

      create table triage_answers (
        case_id uuid primary key,
        organisation_id uuid not null,
        facts jsonb not null,
        unsure text[] not null default '{}',
        version int not null default 1,
        foreign key (organisation_id, case_id) references case_record (organisation_id, id)
      );

      create table assessment (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        facts jsonb not null,
        unsure text[] not null,
        pack_version text not null,
        assessed_for date not null,
        recommendation jsonb not null,
        assessed_by uuid not null,
        assessed_at timestamptz not null,
        unique (organisation_id, id, case_id),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, assessed_by) references person (organisation_id, id)
      );
      create index assessment_by_case on assessment (organisation_id, case_id, assessed_at desc);

      create table decision (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        assessment_id uuid not null,
        route text not null,
        also text[] not null,
        is_override boolean not null,
        reason text check (length(reason) between 1 and 5000),
        decided_by uuid not null,
        decided_at timestamptz not null,
        foreign key (organisation_id, assessment_id, case_id)
          references assessment (organisation_id, id, case_id),
        foreign key (organisation_id, decided_by) references person (organisation_id, id),
        check (not is_override or reason is not null)
      );
      create index decision_by_case on decision (organisation_id, case_id, decided_at desc);

      create table case_deadline (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        deadline text not null,
        title text not null,
        started_at timestamptz not null,
        due_on date,
        due_at timestamptz,
        explanation jsonb not null,
        state text not null default 'open' check (state in ('open', 'met', 'withdrawn')),
        settled_at timestamptz,
        version int not null default 1,
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        check ((state = 'open') = (settled_at is null))
      );
      create unique index case_deadline_running on case_deadline (case_id, deadline) where state = 'open';
      create index case_deadline_by_case on case_deadline (organisation_id, case_id, due_at);
    `);
    await protect(runner, 'wall_member', 'select, insert, delete');
    await protect(runner, 'case_record', 'select, insert, update', INSIDE_WALL);
    await protect(runner, 'case_key', 'select, insert, delete');
    await protect(runner, 'patient_fact', 'select, insert, delete');
    await protect(runner, 'party', 'select, insert, delete');
    await protect(runner, 'case_note', 'select, insert');
    await protect(runner, 'triage_answers', 'select, insert, update');
    await protect(runner, 'assessment', 'select, insert');
    await protect(runner, 'decision', 'select, insert');
    await protect(runner, 'case_deadline', 'select, insert, update');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table case_deadline, decision, assessment, triage_answers, case_note, party, patient_fact,
        case_key cascade;
      drop policy own_organisation on case_record;
      drop table wall_member, case_record;
    `);
  }
}
