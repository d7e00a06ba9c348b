import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the clock that ends first on a case counts hours: lists tell such a one in hours, the others in working days. */
export class DueByHour1763783000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table case_record add column is_due_by_hour boolean not null default false;
      alter table case_record no force row level security;
      alter table case_deadline no force row level security;
      update case_record c set is_due_by_hour = true
       where exists (select from case_deadline d
                      where d.case_id = c.id and d.state = 'open' and d.due_at = c.next_due_at
                        and d.due_on is null);
      alter table case_deadline force row level security;
      alter table case_record force row level security;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table case_record drop column is_due_by_hour`);
  }
}
