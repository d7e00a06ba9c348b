import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

const TABLES = ['press_summary', 'press_enquiry'] as const;

/**
 * What the press office works with: the safe summary of a case, in versions that never change, and the log of what
 * journalists asked. Both stand behind the wall of their case.
 */
export class PressDesk1763784010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table press_summary (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        version int not null check (version >= 1),
        text text not null check (length(text) between 1 and 2000),
        verdict text not null check (verdict in ('pass', 'warn')),
        guard_version text not null,
        written_by uuid not null,
        written_at timestamptz not null,
        unique (case_id, version),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, written_by) references person (organisation_id, id)
      );
      create index press_summary_by_case on press_summary (organisation_id, case_id, version desc);

      create table press_enquiry (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        outlet text not null check (length(outlet) between 1 and 200),
        asked_sealed bytea not null,
        received_at timestamptz not null,
        deadline_at timestamptz,
        state text not null default 'open' check (state in ('open', 'answered', 'closed')),
        answered_at timestamptz,
        ending_sealed bytea,
        ended_by uuid,
        ended_at timestamptz,
        logged_by uuid not null,
        logged_at timestamptz not null,
        version int not null default 1,
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, logged_by) references person (organisation_id, id),
        foreign key (organisation_id, ended_by) references person (organisation_id, id),
        check ((state = 'open') = (ended_at is null)),
        check ((ended_at is null) = (ending_sealed is null) and (ended_at is null) = (ended_by is null)),
        check ((state = 'answered') = (answered_at is not null)),
        check (deadline_at is null or deadline_at >= received_at)
      );
      create index press_enquiry_by_case on press_enquiry (organisation_id, case_id, received_at desc);
      create index press_enquiry_by_received on press_enquiry (organisation_id, received_at, id);
    `);
    await protect(runner, 'press_summary', 'select, insert');
    await protect(runner, 'press_enquiry', 'select, insert, update');
    for (const table of TABLES) {
      await runner.query(`
        create policy inside_wall on ${table} as restrictive
          using (exists (select from case_record c where c.id = ${table}.case_id))`);
    }
    await runner.query(`
      alter table export add column kind text not null default 'cases'
        check (kind in ('cases', 'press-log'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table export drop column kind;
      drop table press_enquiry, press_summary;
    `);
  }
}
