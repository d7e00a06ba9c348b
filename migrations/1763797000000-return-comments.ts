import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * With what a draft was returned: comments on words that stood in it. Only that one is done is added later, once. They
 * are of somebody who has written nothing of the draft, and lie behind the wall and the holds of its case.
 */
export class ReturnComments1763797000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table return_comment (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        draft_id uuid not null,
        draft_version int not null,
        text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
        starts int not null check (starts >= 0),
        ends int not null check (ends > starts),
        quote text not null check (length(quote) between 1 and 50000),
        comment text not null check (length(comment) between 1 and 2000),
        written_by uuid not null,
        written_at timestamptz not null,
        done_by uuid,
        done_at timestamptz,
        done_version int,
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, draft_id) references draft (organisation_id, id),
        foreign key (organisation_id, written_by) references person (organisation_id, id),
        foreign key (organisation_id, done_by) references person (organisation_id, id),
        constraint return_comment_is_done_wholly check (
          (done_by is null) = (done_at is null) and (done_by is null) = (done_version is null)),
        constraint return_comment_is_done_later check (done_version > draft_version)
      );
      create index return_comment_by_draft on return_comment (organisation_id, draft_id, written_at desc);

      create function comment_is_on_words_of_the_draft() returns trigger language plpgsql as $$
      begin
        if not exists (select from draft d
                        where d.id = new.draft_id and d.text_hash = new.text_hash
                          and position(new.quote in d.text) > 0
                          and not new.written_by = any (d.contributor_ids)) then
          raise exception 'a comment is about words of the draft, by somebody who has not written it'
            using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger comment_on_words before insert on return_comment
        for each row execute function comment_is_on_words_of_the_draft();

      create function comment_is_done_once() returns trigger language plpgsql as $$
      begin
        if old.done_at is not null then
          raise exception 'a comment is done once' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger comment_done_once before update on return_comment
        for each row execute function comment_is_done_once();
      create trigger keep_what_is_held before delete on return_comment
        for each row execute function keep_what_is_held();
    `);
    const rights = 'select, insert, update (done_by, done_at, done_version)';
    await protect(runner, 'return_comment', rights);
    await runner.query(`
      create policy inside_wall on return_comment as restrictive
        using (exists (select from case_record c where c.id = return_comment.case_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table return_comment;
      drop function comment_is_on_words_of_the_draft(), comment_is_done_once();
    `);
  }
}
