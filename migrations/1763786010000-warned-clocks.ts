import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

const RUNS = `state = 'open' and started_at is not null and due_at is not null`;

/**
 * Goals of one's own that may stand still, warnings before a clock runs out, and who stands in for somebody who is
 * away. The clocks that run already are not warned of for steps that they have passed.
 */
export class WarnedClocks1763786010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table case_deadline
        add column may_pause boolean not null default false,
        add column pauses jsonb not null default '[]',
        add column paused_at timestamptz,
        add column paused_by uuid,
        add column paused_reason text check (length(paused_reason) between 1 and 2000),
        add column warned_percent int not null default 0 check (warned_percent in (0, 50, 80, 100)),
        add column next_warning_at timestamptz,
        add foreign key (organisation_id, paused_by) references person (organisation_id, id),
        add constraint case_deadline_set_by_law_runs_on check (may_pause or paused_at is null),
        add constraint case_deadline_paused_with_reason
          check ((paused_at is null) = (paused_reason is null) and (paused_at is null) = (paused_by is null));
      alter table case_deadline no force row level security;
      update case_deadline set
          warned_percent = case when now() >= due_at then 100
            when now() >= started_at + (due_at - started_at) * 0.8 then 80
            when now() >= started_at + (due_at - started_at) * 0.5 then 50 else 0 end,
          next_warning_at = case when now() >= due_at then null
            when now() >= started_at + (due_at - started_at) * 0.8 then due_at
            when now() >= started_at + (due_at - started_at) * 0.5
              then started_at + (due_at - started_at) * 0.8
            else started_at + (due_at - started_at) * 0.5 end
        where ${RUNS};
      alter table case_deadline force row level security;
      create index case_deadline_to_warn on case_deadline (organisation_id, next_warning_at)
        where state = 'open' and next_warning_at is not null;
      create index case_deadline_open_by_due on case_deadline (organisation_id, due_at, id)
        where state = 'open';

      create table deadline_warning (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        deadline_id uuid not null references case_deadline,
        percent int not null check (percent in (50, 80, 100)),
        warned_at timestamptz not null,
        unique (deadline_id, percent),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id)
      );

      alter table person
        add column away_until date,
        add column cover_id uuid,
        add foreign key (organisation_id, cover_id) references person (organisation_id, id),
        add constraint person_away_has_cover check ((away_until is null) = (cover_id is null)),
        add constraint person_is_not_own_cover check (cover_id is null or cover_id <> id);
    `);
    await protect(runner, 'deadline_warning', 'select, insert');
    await runner.query(`
      create policy inside_wall on deadline_warning as restrictive
        using (exists (select from case_record c where c.id = deadline_warning.case_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person drop column away_until, drop column cover_id;
      drop table deadline_warning;
      drop index case_deadline_to_warn, case_deadline_open_by_due;
      alter table case_deadline
        drop column may_pause,
        drop column pauses,
        drop column paused_at,
        drop column paused_by,
        drop column paused_reason,
        drop column warned_percent,
        drop column next_warning_at;
    `);
  }
}
