import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * An organisation's own wordings of response templates, in versions. Whoever worked on one or proposed it does not
 * publish it; one is in force for each template; what is proposed is not changed. And of each draft, the wording that
 * it was made from.
 */
export class TemplateVersions1763794000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table template_version (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        template_id text not null check (template_id ~ '^T(-[A-Z0-9]+)+$'),
        number int not null check (number > 0),
        based_on text not null check (length(based_on) between 1 and 100),
        source text not null check (length(source) between 1 and 20000),
        content_hash text not null generated always as (text_sha256(source)) stored,
        note text not null default '' check (length(note) <= 5000),
        state text not null
          check (state in ('preparing', 'proposed', 'published', 'superseded', 'withdrawn')),
        contributor_ids uuid[] not null,
        created_at timestamptz not null,
        proposed_by uuid,
        proposed_at timestamptz,
        published_by uuid,
        published_at timestamptz,
        ended_by uuid,
        ended_at timestamptz,
        version int not null default 1,
        unique (organisation_id, id),
        unique (organisation_id, template_id, number),
        foreign key (organisation_id, proposed_by) references person (organisation_id, id),
        foreign key (organisation_id, published_by) references person (organisation_id, id),
        foreign key (organisation_id, ended_by) references person (organisation_id, id),
        constraint template_version_publisher_is_not_proposer check (
          published_by is null
          or (published_by is distinct from proposed_by and published_by <> all (contributor_ids))),
        constraint template_version_proposer_is_contributor check (
          proposed_by is null or proposed_by = any (contributor_ids)),
        constraint template_version_has_contributor check (cardinality(contributor_ids) > 0),
        constraint template_version_proposed_is_complete check (
          (proposed_by is null) = (proposed_at is null)
          and (state in ('preparing', 'withdrawn') or proposed_by is not null)
          and (state <> 'preparing' or proposed_by is null)),
        constraint template_version_published_is_complete check (
          (published_by is null) = (published_at is null)
          and (state in ('published', 'superseded')) = (published_by is not null)),
        constraint template_version_ended_is_complete check (
          (ended_by is null) = (ended_at is null)
          and (state in ('superseded', 'withdrawn')) = (ended_by is not null))
      );
      create unique index template_version_one_in_force on template_version (organisation_id, template_id)
        where state = 'published';
      create unique index template_version_one_in_preparation on template_version (organisation_id, template_id)
        where state = 'preparing';

      create function keep_template_version_honest() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          if new.state not in ('preparing', 'proposed') then
            raise exception 'a version is prepared or proposed first' using errcode = 'check_violation';
          end if;
          return new;
        end if;
        if new.number <> old.number or new.template_id <> old.template_id
           or new.created_at <> old.created_at then
          raise exception 'a version keeps its template and number' using errcode = 'check_violation';
        end if;
        if not new.contributor_ids @> old.contributor_ids then
          raise exception 'a contributor cannot be removed' using errcode = 'check_violation';
        end if;
        if old.state <> 'preparing' and (
             new.source is distinct from old.source or new.note is distinct from old.note
             or new.based_on is distinct from old.based_on
             or new.contributor_ids is distinct from old.contributor_ids
             or new.proposed_by is distinct from old.proposed_by
             or new.proposed_at is distinct from old.proposed_at) then
          raise exception 'what is proposed cannot be changed' using errcode = 'check_violation';
        end if;
        if old.published_by is not null and (
             new.published_by is distinct from old.published_by
             or new.published_at is distinct from old.published_at) then
          raise exception 'what is published cannot be changed' using errcode = 'check_violation';
        end if;
        if new.source is distinct from old.source
           and not current_setting('app.person', true) = any (new.contributor_ids::text[]) then
          raise exception 'who changes the words is a contributor' using errcode = 'check_violation';
        end if;
        if new.published_by is distinct from old.published_by
           and new.published_by::text is distinct from current_setting('app.person', true) then
          raise exception 'a person publishes for themselves' using errcode = 'check_violation';
        end if;
        if new.state is distinct from old.state and not (
             (old.state = 'preparing' and new.state in ('proposed', 'withdrawn'))
             or (old.state = 'proposed' and new.state in ('published', 'withdrawn'))
             or (old.state = 'published' and new.state = 'superseded')) then
          raise exception 'a version does not go from % to %', old.state, new.state
            using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger template_version_stays_honest before insert or update on template_version
        for each row execute function keep_template_version_honest();

      alter table draft
        add column template_number int,
        add column template_hash text
          constraint draft_template_hash_is_sha256 check (template_hash ~ '^[0-9a-f]{64}$'),
        add constraint draft_template_version_is_there
          foreign key (organisation_id, template_id, template_number)
          references template_version (organisation_id, template_id, number);

      create function keep_template_of_draft() returns trigger language plpgsql as $$
      begin
        raise exception 'a draft keeps the template it was made from' using errcode = 'check_violation';
      end $$;
      create trigger draft_keeps_template before update on draft
        for each row when (
          new.template_id is distinct from old.template_id
          or new.template_version is distinct from old.template_version
          or new.template_number is distinct from old.template_number
          or new.template_hash is distinct from old.template_hash)
        execute function keep_template_of_draft();
    `);
    await protect(runner, 'template_version', 'select, insert, update');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger draft_keeps_template on draft;
      drop function keep_template_of_draft();
      alter table draft
        drop constraint draft_template_version_is_there,
        drop column template_number,
        drop column template_hash;
      drop table template_version;
      drop function keep_template_version_honest();
    `);
  }
}
