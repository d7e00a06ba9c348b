import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * Worksheets of routes, behind the wall of their case. Where a kind asks for it, nobody signs off what they wrote
 * themselves, and what was signed off does not change: the database refuses what the code forgets.
 */
export class Worksheets1763788010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table worksheet (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        kind text not null check (kind ~ '^[a-z][a-z0-9-]{1,59}$'),
        state text not null default 'open' check (state ~ '^[a-z][a-z0-9-]{1,39}$'),
        answers jsonb not null default '{}' check (jsonb_typeof(answers) = 'object'),
        answers_sealed bytea,
        needs_other boolean not null,
        authors uuid[] not null default '{}',
        opened_by uuid not null,
        opened_at timestamptz not null,
        changed_by uuid not null,
        changed_at timestamptz not null,
        signed_by uuid,
        signed_at timestamptz,
        decision text check (length(decision) between 1 and 60),
        decision_reason text check (length(decision_reason) between 1 and 5000),
        dissent text check (length(dissent) between 1 and 5000),
        withdrawn_reason text check (length(withdrawn_reason) between 1 and 5000),
        version int not null default 1,
        unique (organisation_id, case_id, id),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, opened_by) references person (organisation_id, id),
        foreign key (organisation_id, changed_by) references person (organisation_id, id),
        foreign key (organisation_id, signed_by) references person (organisation_id, id),
        check ((signed_by is null) = (signed_at is null)),
        check (signed_by is not null or state in ('open', 'withdrawn')),
        check (signed_by is null or state <> 'open'),
        check ((state = 'withdrawn') = (withdrawn_reason is not null)),
        check (decision is null or (decision_reason is not null and signed_by is not null)),
        constraint worksheet_signer_is_no_author
          check (not needs_other or signed_by is null or signed_by <> all (authors))
      );
      create index worksheet_by_case on worksheet (organisation_id, case_id, opened_at);
      create unique index worksheet_one_of_a_kind on worksheet (organisation_id, case_id, kind)
        where state <> 'withdrawn';

      create function keep_signed_worksheet() returns trigger language plpgsql as $$
      begin
        if old.signed_by is not null and (new.signed_by, new.signed_at, new.decision, new.decision_reason, new.dissent)
            is distinct from (old.signed_by, old.signed_at, old.decision, old.decision_reason, old.dissent) then
          raise exception 'a signed worksheet keeps its signature' using errcode = 'check_violation';
        end if;
        if old.state = 'withdrawn' then
          raise exception 'a withdrawn worksheet does not change' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger keep_signed_worksheet before update on worksheet
        for each row execute function keep_signed_worksheet();
    `);
    await protect(runner, 'worksheet', 'select, insert, update');
    await runner.query(`
      create policy inside_wall on worksheet as restrictive
        using (exists (select from case_record c where c.id = worksheet.case_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table worksheet; drop function keep_signed_worksheet()`);
  }
}
