import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a running clock rests on: its start as it was told and by whom, a date that a person entered, how it ended. */
export class RunningClocks1763781300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table case_deadline
        alter column started_at drop not null,
        add column start_told text check (length(start_told) <= 40),
        add column start_noticed_by text check (length(start_noticed_by) between 1 and 200),
        add column stated text check (length(stated) <= 40),
        add column assumed text[] not null default '{}',
        add column origin text not null default 'triage' check (origin in ('triage', 'person')),
        add column recorded_by uuid,
        add column recorded_at timestamptz,
        add column settled_by uuid,
        add column settled_reason text check (length(settled_reason) between 1 and 2000),
        add foreign key (organisation_id, recorded_by) references person (organisation_id, id),
        add foreign key (organisation_id, settled_by) references person (organisation_id, id)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table case_deadline no force row level security;
      update case_deadline set started_at = coalesce(recorded_at, now()) where started_at is null;
      alter table case_deadline force row level security;
      alter table case_deadline
        alter column started_at set not null,
        drop column start_told,
        drop column start_noticed_by,
        drop column stated,
        drop column assumed,
        drop column origin,
        drop column recorded_by,
        drop column recorded_at,
        drop column settled_by,
        drop column settled_reason
    `);
  }
}
