import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the file of an export lies, and its key; the key goes when the file's time is over. */
export class ExportFiles1763781600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table export add column file_id uuid, add column key_sealed bytea;
      drop index export_by_person;
      create index export_by_person on export (organisation_id, requested_by, created_at desc, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index export_by_person;
      create index export_by_person on export (organisation_id, requested_by, created_at desc);
      alter table export drop column file_id, drop column key_sealed;
    `);
  }
}
