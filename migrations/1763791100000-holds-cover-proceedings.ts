import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came to belong to cases after holds. */
const HELD = [
  'proceeding',
  'proceeding_stage',
  'given_account',
  'hearing',
  'hearing_adjournment',
  'privilege_mark',
  'case_membership',
  'case_conflict',
] as const;

/** Proceedings with their hearings and accounts, marks of privilege and memberships stay while their case is on hold. */
export class HoldsCoverProceedings1763791100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of HELD) {
      await runner.query(`
        create trigger keep_what_is_held before delete on ${table}
          for each row execute function keep_what_is_held()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of HELD) await runner.query(`drop trigger keep_what_is_held on ${table}`);
  }
}
