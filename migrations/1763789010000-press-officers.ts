import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the few who may approve for the press, among all the doctors, for each draft of a list. */
export class PressOfficers1763789010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index person_of_press on person (organisation_id, id)
        where is_active and (role = 'press' or 'draft:approve-press' = any (extra_rights))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index person_of_press`);
  }
}
