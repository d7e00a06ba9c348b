import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The open cases that nobody owns, due first: the index by owner cannot give these in order. */
export class UnownedCases1763781610000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index case_open_unowned on case_record (organisation_id, next_due_at, id)
        where state = 'open' and owner_id is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index case_open_unowned`);
  }
}
