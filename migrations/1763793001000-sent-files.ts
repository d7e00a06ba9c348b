import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * What doctors send with their requests. It lies under the key of the organisation until the request is a case, and is
 * then evidence of that case; the row stays, so that the doctor sees what they sent. A wall covers it with its request.
 */
export class SentFiles1763793001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table request add constraint request_of_organisation unique (organisation_id, id);

      create table sent_file (
        id uuid primary key,
        organisation_id uuid not null,
        request_id uuid not null,
        sent_by uuid not null,
        sent_at timestamptz not null,
        seen_at timestamptz not null,
        details_sealed bytea not null,
        media_type text not null check (media_type in
          ('image/png', 'image/jpeg', 'image/webp', 'application/pdf', 'text/plain')),
        size int not null check (size between 1 and 10485760),
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        case_id uuid,
        evidence_id uuid unique,
        foreign key (organisation_id, request_id) references request (organisation_id, id),
        foreign key (organisation_id, sent_by) references person (organisation_id, id),
        foreign key (organisation_id, case_id, evidence_id)
          references evidence_item (organisation_id, case_id, id),
        check ((case_id is null) = (evidence_id is null))
      );
      create index sent_file_by_request on sent_file (organisation_id, request_id, sent_at, id);

      create function keep_sent_file() returns trigger language plpgsql as $$
      begin
        if old.evidence_id is not null then
          raise exception 'a file that is evidence of a case stays' using errcode = 'check_violation';
        end if;
        return case tg_op when 'DELETE' then old else new end;
      end $$;
      create trigger keep_sent_file before update or delete on sent_file
        for each row execute function keep_sent_file();
    `);
    const handOver = 'update (details_sealed, case_id, evidence_id)';
    await protect(runner, 'sent_file', `select, insert, delete, ${handOver}`);
    await runner.query(`
      create policy inside_wall on sent_file as restrictive
        using (exists (select from request r where r.id = sent_file.request_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table sent_file;
      drop function keep_sent_file();
      alter table request drop constraint request_of_organisation;
    `);
  }
}
