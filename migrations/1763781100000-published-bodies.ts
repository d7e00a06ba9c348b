import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * The bodies in whose name texts go out, and the rules of drafts that the first tables did not hold yet:
 * a draft begins as one, is approved only after it was submitted, and whoever changes its words is on
 * the list of those who cannot approve it.
 */
export class PublishedBodies1763781100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table published_body (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        name text not null check (length(name) between 1 and 200),
        complaints_contact text not null default '' check (length(complaints_contact) <= 500),
        phone text not null default '' check (length(phone) <= 100),
        website text not null default '' check (length(website) <= 500),
        address text not null default '' check (length(address) <= 500),
        press_office text not null default '' check (length(press_office) <= 500),
        data_protection_contact text not null default '' check (length(data_protection_contact) <= 500),
        complaints_advocacy text not null default '' check (length(complaints_advocacy) <= 500),
        complaints_ombudsman text not null default '' check (length(complaints_ombudsman) <= 500),
        support_services text[] not null default '{}',
        advice_line text not null default '' check (length(advice_line) <= 200),
        safeguarding_lead text not null default '' check (length(safeguarding_lead) <= 200),
        version int not null default 1,
        unique (organisation_id, id)
      );
      create unique index published_body_name on published_body (organisation_id, lower(name));

      alter table draft add column body_id uuid,
        add foreign key (organisation_id, body_id) references published_body (organisation_id, id),
        add constraint draft_warnings_are_accepted check (
          state not in ('submitted', 'approved', 'released')
          or verdict = 'pass' or warnings_reason is not null);

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
      drop trigger draft_stays_honest on draft;
      create trigger draft_stays_honest before insert or update on draft
        for each row execute function keep_draft_honest();
    `);
    await protect(runner, 'published_body', 'select, insert, update');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function keep_draft_honest() returns trigger language plpgsql as $$
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
      drop trigger draft_stays_honest on draft;
      create trigger draft_stays_honest before update on draft
        for each row execute function keep_draft_honest();
      alter table draft drop constraint draft_warnings_are_accepted, drop column body_id;
      drop table published_body;
    `);
  }
}
