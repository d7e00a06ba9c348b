import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The task of a review stands until the review is signed, whoever would rather have it done: it is not finished, cancelled,
 * put off or called otherwise by hand. A text that one person let out is kept as such or not at all, and is
 * reviewed by whoever signs, who wrote no word of it.
 */
export class ReviewsThatStand1763803000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table case_task add column ends_with_step boolean not null default false;
      alter table case_task no force row level security;
      update case_task set ends_with_step = true where state = 'open' and step_key like 'break-glass:%';
      alter table case_task force row level security;
      alter table case_task add constraint case_task_ends_with_step_of_a_step
        check (not ends_with_step or step_key is not null);

      create function case_task_stands_until_its_step() returns trigger language plpgsql as $$
      begin
        if (old.title, old.due_on, old.step_key, old.ends_with_step, old.case_id)
            is distinct from (new.title, new.due_on, new.step_key, new.ends_with_step, new.case_id) then
          raise exception 'a task that ends with its step stays as it is' using errcode = 'check_violation';
        end if;
        if new.state <> 'open' and not exists (
            select from break_glass g
             where 'break-glass:' || g.id = new.step_key and g.reviewed_at is not null) then
          raise exception 'a review ends its task' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger case_task_stands before update on case_task
        for each row when (old.ends_with_step and old.state = 'open')
        execute function case_task_stands_until_its_step();

      create function broken_glass_is_kept() returns trigger language plpgsql as $$
      begin
        if not exists (select from break_glass where draft_id = new.id) then
          raise exception 'a text that one person lets out is kept as such' using errcode = 'check_violation';
        end if;
        return null;
      end $$;
      create constraint trigger draft_broken_glass_is_kept after update on draft
        deferrable initially deferred
        for each row when (new.broken_glass_by is not null) execute function broken_glass_is_kept();

      create function break_glass_is_signed_by_another() returns trigger language plpgsql as $$
      begin
        if new.reviewed_by::text is distinct from current_setting('app.person', true)
            or exists (select from draft d
                        where d.id = new.draft_id and new.reviewed_by = any (d.contributor_ids)) then
          raise exception 'who reviews signs, and wrote no word of it' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger break_glass_signed_by_another before update on break_glass
        for each row when (new.reviewed_by is not null)
        execute function break_glass_is_signed_by_another();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger break_glass_signed_by_another on break_glass;
      drop function break_glass_is_signed_by_another();
      drop trigger draft_broken_glass_is_kept on draft;
      drop function broken_glass_is_kept();
      drop trigger case_task_stands on case_task;
      drop function case_task_stands_until_its_step();
      alter table case_task drop column ends_with_step;
    `);
  }
}
