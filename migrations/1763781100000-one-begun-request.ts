import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A doctor has one request in the making at a time; requests on the same address are found quickly. */
export class OneBegunRequest1763781100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unique index request_begun_once on request (organisation_id, doctor_id)
        where state = 'begun';
      create index request_by_url on request (organisation_id, md5(answers ->> 'url'))
        where state <> 'begun' and answers ->> 'url' <> '';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index request_by_url, request_begun_once`);
  }
}
