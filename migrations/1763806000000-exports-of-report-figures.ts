import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A file may also be of what became of reports to platforms, summed by platform and by rule. */
export class ExportsOfReportFigures1763806000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table export drop constraint export_kind_check,
        add constraint export_kind_check check (kind in ('cases', 'press-log', 'moderator-reports'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table export no force row level security;
      delete from export where kind = 'moderator-reports';
      alter table export force row level security;
      alter table export drop constraint export_kind_check,
        add constraint export_kind_check check (kind in ('cases', 'press-log'))`);
  }
}
