import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * How far a post has gone: how many are in its group, how it was shared, and where copies of it were seen. A closed
 * group is never private, and a copy outlives the post. What became of a copy is said once.
 */
export class SpreadOfPosts1763805100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table case_record
        add column group_size int check (group_size between 1 and 100000000),
        add column sharing text not null default 'unknown'
          check (sharing in ('unknown', 'none', 'few', 'many'));

      create table post_copy (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        form text not null check (form in ('screenshot', 'repost', 'quote', 'archive', 'search')),
        place text not null check (length(place) between 1 and 2000),
        seen_on date not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        outcome text check (outcome in ('gone', 'left')),
        outcome_reason text check (length(outcome_reason) between 1 and 2000),
        settled_by uuid,
        settled_at timestamptz,
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, recorded_by) references person (organisation_id, id),
        foreign key (organisation_id, settled_by) references person (organisation_id, id),
        constraint post_copy_is_settled_wholly check (
          (outcome is null) = (settled_at is null) and (outcome is null) = (settled_by is null)
          and (outcome is not null or outcome_reason is null)),
        constraint post_copy_is_left_with_a_reason check (outcome <> 'left' or outcome_reason is not null)
      );
      create index post_copy_by_case on post_copy (organisation_id, case_id, seen_on desc, id desc);
      create trigger keep_what_is_held before delete on post_copy
        for each row execute function keep_what_is_held();
    `);
    const settling = 'update (outcome, outcome_reason, settled_by, settled_at)';
    await protect(runner, 'post_copy', `select, insert, ${settling}`);
    await runner.query(`
      create policy inside_wall on post_copy as restrictive
        using (exists (select from case_record c where c.id = post_copy.case_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table post_copy;
      alter table case_record drop column group_size, drop column sharing;
    `);
  }
}
