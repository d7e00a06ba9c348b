import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A wall covers the request that its case came from, too: it tells the same story in the doctor's own words. The
 * doctor who sent it goes on seeing it.
 */
export class WallsCoverRequests1763782000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy inside_wall on request as restrictive using (
        case_id is null
        or current_setting('app.person', true) = 'system'
        or doctor_id::text = current_setting('app.person', true)
        or exists (select from case_record c where c.id = request.case_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop policy inside_wall on request`);
  }
}
