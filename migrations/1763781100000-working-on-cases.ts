import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lies behind a wall together with its case. */
const BEHIND_WALLS = ['patient_fact', 'party', 'case_note', 'referral'] as const;

const ROUTES = ['press_office', 'data_protection'] as const;

/**
 * Why a case was closed; the lists of the press office and of data protection; and a second lock: what is
 * most sensitive of a case can be reached only where the case itself can be seen.
 */
export class WorkingOnCases1763781100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table case_record add column closing_reason text
        check (length(closing_reason) between 1 and 5000)`);
    for (const route of ROUTES) {
      await runner.query(`
        create index case_on_${route} on case_record (organisation_id, opened_at desc, id desc)
          where primary_route = '${route}' or '${route}' = any (also_routes)`);
    }
    for (const table of BEHIND_WALLS) {
      await runner.query(`
        create policy inside_wall on ${table} as restrictive
          using (exists (select from case_record c where c.id = ${table}.case_id))`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of BEHIND_WALLS) await runner.query(`drop policy inside_wall on ${table}`);
    for (const route of ROUTES) await runner.query(`drop index case_on_${route}`);
    await runner.query(`alter table case_record drop column closing_reason`);
  }
}
