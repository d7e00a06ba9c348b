import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * Versions of the rules of an organisation. Whoever worked on one or proposed it does not publish it; one is in
 * force at a time; what is proposed is not changed. And the open cases that a proposal would send another way.
 */
export class RulePacks1763789000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rule_pack (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        number int not null check (number > 0),
        based_on text not null check (length(based_on) between 1 and 100),
        content jsonb not null,
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
        acknowledged jsonb not null default '[]',
        compared int not null default 0,
        to_compare int,
        compared_at timestamptz,
        version int not null default 1,
        unique (organisation_id, id),
        unique (organisation_id, number),
        foreign key (organisation_id, proposed_by) references person (organisation_id, id),
        foreign key (organisation_id, published_by) references person (organisation_id, id),
        foreign key (organisation_id, ended_by) references person (organisation_id, id),
        constraint rule_pack_publisher_is_not_proposer check (
          published_by is null
          or (published_by is distinct from proposed_by and published_by <> all (contributor_ids))),
        constraint rule_pack_proposer_is_contributor check (
          proposed_by is null or proposed_by = any (contributor_ids)),
        constraint rule_pack_has_contributor check (cardinality(contributor_ids) > 0),
        constraint rule_pack_proposed_is_complete check (
          (proposed_by is null) = (proposed_at is null)
          and (state in ('preparing', 'withdrawn') or proposed_by is not null)
          and (state <> 'preparing' or proposed_by is null)),
        constraint rule_pack_published_is_complete check (
          (published_by is null) = (published_at is null)
          and (state in ('published', 'superseded')) = (published_by is not null)),
        constraint rule_pack_ended_is_complete check (
          (ended_by is null) = (ended_at is null)
          and (state in ('superseded', 'withdrawn')) = (ended_by is not null)),
        constraint rule_pack_published_was_compared check (
          published_by is null or compared_at is not null)
      );
      create unique index rule_pack_one_in_force on rule_pack (organisation_id)
        where state = 'published';
      create unique index rule_pack_one_in_preparation on rule_pack (organisation_id)
        where state = 'preparing';

      create function keep_rule_pack_honest() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          if new.state not in ('preparing', 'proposed') then
            raise exception 'a version is prepared or proposed first' using errcode = 'check_violation';
          end if;
          return new;
        end if;
        if new.number <> old.number or new.created_at <> old.created_at then
          raise exception 'a version keeps its number' using errcode = 'check_violation';
        end if;
        if not new.contributor_ids @> old.contributor_ids then
          raise exception 'a contributor cannot be removed' using errcode = 'check_violation';
        end if;
        if old.state <> 'preparing' and (
             new.content is distinct from old.content or new.note is distinct from old.note
             or new.based_on is distinct from old.based_on
             or new.contributor_ids is distinct from old.contributor_ids
             or new.proposed_by is distinct from old.proposed_by
             or new.proposed_at is distinct from old.proposed_at) then
          raise exception 'what is proposed cannot be changed' using errcode = 'check_violation';
        end if;
        if old.published_by is not null and (
             new.published_by is distinct from old.published_by
             or new.published_at is distinct from old.published_at
             or new.acknowledged is distinct from old.acknowledged) then
          raise exception 'what is published cannot be changed' using errcode = 'check_violation';
        end if;
        if new.content is distinct from old.content
           and not current_setting('app.person', true) = any (new.contributor_ids::text[]) then
          raise exception 'who changes the rules is a contributor' using errcode = 'check_violation';
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
      create trigger rule_pack_stays_honest before insert or update on rule_pack
        for each row execute function keep_rule_pack_honest();

      create table rule_pack_moved_case (
        rule_pack_id uuid not null,
        case_id uuid not null,
        organisation_id uuid not null,
        from_route text not null,
        to_route text not null,
        primary key (rule_pack_id, case_id),
        foreign key (organisation_id, rule_pack_id) references rule_pack (organisation_id, id),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id)
      );
      create index rule_pack_moved_case_of_case on rule_pack_moved_case (organisation_id, case_id);
    `);
    await protect(runner, 'rule_pack', 'select, insert, update');
    await protect(runner, 'rule_pack_moved_case', 'select, insert, delete');
    await runner.query(`
      create policy inside_wall on rule_pack_moved_case as restrictive
        using (exists (select from case_record c where c.id = rule_pack_moved_case.case_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table rule_pack_moved_case, rule_pack;
      drop function keep_rule_pack_honest();
    `);
  }
}
