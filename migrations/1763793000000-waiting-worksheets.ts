import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Since when a worksheet waits for its sign-off, everything before it being answered; and when what a notice spoke of
 * was done.
 */
export class WaitingWorksheets1763793000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table worksheet add column waiting_since timestamptz,
        add constraint worksheet_waits_while_open check (waiting_since is null or state = 'open');
      create index worksheet_waiting on worksheet (organisation_id, kind) where waiting_since is not null;
      alter table notice add column settled_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table notice drop column settled_at;
      drop index worksheet_waiting;
      alter table worksheet drop constraint worksheet_waits_while_open, drop column waiting_since;
    `);
  }
}
