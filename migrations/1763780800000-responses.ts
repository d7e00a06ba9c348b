import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * Drafts, releases, postings and referrals. What the code must never forget stands here as well: nobody
 * approves what they have written, what is released is what was approved, and what is out stays as it was.
 */
export class Responses1763780800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function text_sha256(text) returns text language sql immutable strict parallel safe
        as $$ select encode(sha256(convert_to($1, 'UTF8')), 'hex') $$;

      create table draft (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        template_id text not null,
        template_version int not null,
        title text not null,
        channel text not null,
        audience text not null,
        risk text not null check (risk in ('low', 'high')),
        inputs jsonb not null,
        text text not null check (length(text) between 1 and 50000),
        text_hash text not null generated always as (text_sha256(text)) stored,
        is_typed boolean not null default false,
        state text not null default 'draft' check (state in
          ('draft', 'submitted', 'returned', 'approved', 'released')),
        author_id uuid not null,
        contributor_ids uuid[] not null,
        checked_hash text not null,
        verdict text not null check (verdict in ('pass', 'warn', 'block')),
        findings jsonb not null,
        guard_version text not null,
        warnings_reason text check (length(warnings_reason) between 1 and 2000),
        submitted_at timestamptz,
        approved_by uuid,
        approved_hash text,
        approved_at timestamptz,
        return_reason text check (length(return_reason) between 1 and 5000),
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version int not null default 1,
        unique (organisation_id, id),
        unique (id, approved_hash),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, author_id) references person (organisation_id, id),
        foreign key (organisation_id, approved_by) references person (organisation_id, id),
        constraint draft_check_is_of_this_text check (checked_hash = text_hash),
        constraint draft_author_is_contributor check (author_id = any (contributor_ids)),
        constraint draft_approver_is_not_author check (
          approved_by is null or not approved_by = any (contributor_ids)),
        constraint draft_approval_is_of_this_text check (
          state not in ('approved', 'released')
          or (approved_hash = text_hash and approved_by is not null and approved_at is not null
              and verdict <> 'block')),
        constraint draft_unapproved_has_no_approval check (
          state in ('approved', 'released') or (approved_hash is null and approved_by is null)),
        constraint draft_blocked_is_not_submitted check (state <> 'submitted' or verdict <> 'block')
      );
      create index draft_by_case on draft (organisation_id, case_id, created_at desc);
      create index draft_awaiting_approval on draft (organisation_id, submitted_at, id)
        where state = 'submitted';

      create function keep_draft_honest() returns trigger language plpgsql as $$
      begin
        if old.state = 'released' then
          raise exception 'a released draft cannot be changed' using errcode = 'check_violation';
        end if;
        if not new.contributor_ids @> old.contributor_ids then
          raise exception 'a contributor cannot be removed' using errcode = 'check_violation';
        end if;
        if new.text is distinct from old.text and new.state in ('approved', 'released') then
          raise exception 'a changed text needs a new approval' using errcode = 'check_violation';
        end if;
        if new.state = 'released' and old.state <> 'approved' then
          raise exception 'only an approved draft can be released' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger draft_stays_honest before update on draft
        for each row execute function keep_draft_honest();

      create table release (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        draft_id uuid not null unique,
        text text not null,
        text_hash text not null,
        released_by uuid not null,
        released_at timestamptz not null,
        unique (organisation_id, id),
        foreign key (draft_id, text_hash) references draft (id, approved_hash),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, released_by) references person (organisation_id, id),
        constraint release_hash_is_of_this_text check (text_hash = text_sha256(text))
      );
      create index release_by_case on release (organisation_id, case_id);

      create table posting (
        id uuid primary key,
        organisation_id uuid not null,
        release_id uuid not null unique,
        way text not null check (way in ('posted', 'sent')),
        happened_on date not null,
        place text not null check (length(place) <= 2000),
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        foreign key (organisation_id, release_id) references release (organisation_id, id),
        foreign key (organisation_id, recorded_by) references person (organisation_id, id)
      );

      create table referral (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        route text not null,
        recipient text not null check (length(recipient) between 1 and 200),
        reason text not null check (length(reason) between 1 and 5000),
        state text not null default 'decided' check (state in ('decided', 'sent', 'answered', 'withdrawn')),
        their_reference text check (length(their_reference) <= 200),
        sent_on date,
        answered_on date,
        outcome text check (length(outcome) <= 5000),
        decided_by uuid not null,
        decided_at timestamptz not null,
        version int not null default 1,
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, decided_by) references person (organisation_id, id),
        check (state <> 'sent' or sent_on is not null)
      );
      create index referral_by_case on referral (organisation_id, case_id, decided_at desc);
    `);
    await protect(runner, 'draft', 'select, insert, update');
    await protect(runner, 'release', 'select, insert');
    await protect(runner, 'posting', 'select, insert');
    await protect(runner, 'referral', 'select, insert, update');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table referral, posting, release, draft;
      drop function keep_draft_honest(), text_sha256(text);
    `);
  }
}
