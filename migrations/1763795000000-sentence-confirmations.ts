import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * Who has confirmed which sentence of a typed public text, in which version of it. It is never changed, it is nobody's
 * who has written words of the draft, and it lies behind the wall and the holds of its case.
 */
export class SentenceConfirmations1763795000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sentence_confirmation (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        draft_id uuid not null,
        draft_version int not null,
        sentence_hash text not null check (sentence_hash ~ '^[0-9a-f]{64}$'),
        confirmed_by uuid not null,
        confirmed_at timestamptz not null,
        unique (draft_id, confirmed_by, sentence_hash),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, draft_id) references draft (organisation_id, id),
        foreign key (organisation_id, confirmed_by) references person (organisation_id, id)
      );

      create function sentence_is_confirmed_by_another() returns trigger language plpgsql as $$
      begin
        if exists (select from draft d
                    where d.id = new.draft_id and new.confirmed_by = any (d.contributor_ids)) then
          raise exception 'whoever wrote words of a draft confirms none of its sentences'
            using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger confirmed_by_another before insert on sentence_confirmation
        for each row execute function sentence_is_confirmed_by_another();
      create trigger keep_what_is_held before delete on sentence_confirmation
        for each row execute function keep_what_is_held();
    `);
    await protect(runner, 'sentence_confirmation', 'select, insert');
    await runner.query(`
      create policy inside_wall on sentence_confirmation as restrictive
        using (exists (select from case_record c where c.id = sentence_confirmation.case_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table sentence_confirmation;
      drop function sentence_is_confirmed_by_another();
    `);
  }
}
