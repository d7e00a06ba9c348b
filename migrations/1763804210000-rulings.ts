import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * What approvers decided about a draft, with the text that they had read: the comments of a return keep their words,
 * and whoever reads the draft again is shown what is new. Nothing of it changes, and it lies behind the wall of its case.
 */
export class Rulings1763804210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table draft_ruling (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        draft_id uuid not null,
        draft_version int not null check (draft_version >= 1),
        decision text not null check (decision in ('approved', 'returned')),
        text text not null check (length(text) between 1 and 50000),
        ruled_by uuid not null,
        ruled_at timestamptz not null,
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, draft_id) references draft (organisation_id, id),
        foreign key (organisation_id, ruled_by) references person (organisation_id, id)
      );
      create index draft_ruling_newest on draft_ruling (organisation_id, draft_id, ruled_at desc);

      create function ruling_is_of_the_waiting_text() returns trigger language plpgsql as $$
      begin
        if new.ruled_by::text is distinct from current_setting('app.person', true)
            or not exists (select from draft d
                            where d.id = new.draft_id and d.case_id = new.case_id and d.state = 'submitted'
                              and d.text = new.text and not new.ruled_by = any (d.contributor_ids)) then
          raise exception 'a text is ruled on as it waits, by one who does it and has not written it'
            using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger ruling_of_waiting_text before insert on draft_ruling
        for each row execute function ruling_is_of_the_waiting_text();
      create trigger keep_what_is_held before delete on draft_ruling
        for each row execute function keep_what_is_held();
    `);
    await protect(runner, 'draft_ruling', 'select, insert');
    await runner.query(`
      create policy inside_wall on draft_ruling as restrictive
        using (exists (select from case_record c where c.id = draft_ruling.case_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table draft_ruling;
      drop function ruling_is_of_the_waiting_text();
    `);
  }
}
