import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** What has to be done on a case and by when; behind the case's wall. */
export class Tasks1763788000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_task (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        title text not null check (length(title) between 1 and 200),
        due_on date,
        assignee_id uuid,
        origin text not null check (origin in ('person', 'rule', 'route')),
        step_key text check (length(step_key) between 1 and 200),
        state text not null default 'open' check (state in ('open', 'done', 'cancelled')),
        made_by uuid,
        made_at timestamptz not null,
        ended_by uuid,
        ended_at timestamptz,
        ended_reason text check (length(ended_reason) between 1 and 5000),
        version int not null default 1,
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, assignee_id) references person (organisation_id, id),
        foreign key (organisation_id, made_by) references person (organisation_id, id),
        foreign key (organisation_id, ended_by) references person (organisation_id, id),
        check ((state = 'open') = (ended_at is null)),
        check (state <> 'cancelled' or ended_reason is not null),
        check (origin <> 'person' or made_by is not null)
      );
      create index case_task_by_case on case_task (organisation_id, case_id, state, due_on);
      create unique index case_task_of_step on case_task (organisation_id, case_id, step_key)
        where step_key is not null;
    `);
    await protect(runner, 'case_task', 'select, insert, update');
    await runner.query(`
      create policy inside_wall on case_task as restrictive
        using (exists (select from case_record c where c.id = case_task.case_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table case_task`);
  }
}
