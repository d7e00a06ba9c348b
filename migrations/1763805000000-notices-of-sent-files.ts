import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A notice may be about a doctor's request: that a file came with it later. While a person has not read what they were
 * told of a request they are not told it again, so that several files of one sending are one notice.
 */
export class NoticesOfSentFiles1763805000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table notice
        add column request_id uuid,
        add constraint notice_request foreign key (organisation_id, request_id)
          references request (organisation_id, id);
      create unique index notice_once_while_unread on notice (person_id, kind, request_id)
        where request_id is not null and read_at is null;
      create policy inside_wall_of_request on notice as restrictive
        using (request_id is null or exists (select from request r where r.id = notice.request_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy inside_wall_of_request on notice;
      alter table notice no force row level security;
      delete from notice where request_id is not null;
      alter table notice force row level security;
      alter table notice drop column request_id;
    `);
  }
}
