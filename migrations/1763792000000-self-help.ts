import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What doctors have done for themselves: the key of each step, with the instant at which they ticked it. */
export class SelfHelp1763792000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table request add column self_help jsonb not null default '{}'
         check (jsonb_typeof(self_help) = 'object')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table request drop column self_help`);
  }
}
