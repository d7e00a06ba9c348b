import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

const TABLES = ['evidence_item', 'evidence_sighting'] as const;

/**
 * Evidence of cases, behind the wall of its case: what was kept, with the hash of its content, and whether the
 * original was still up. An item never changes: its content may be destroyed, which leaves the row. The case knows
 * how many items it has whose content is there.
 */
export class Evidence1763790000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table case_record add column sealed_items int not null default 0 check (sealed_items >= 0);

      create table evidence_item (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        number int not null check (number between 1 and 9999),
        kind text not null check (kind in ('file', 'text', 'link')),
        altered_from uuid,
        seen_at timestamptz not null,
        details_sealed bytea not null,
        media_type text not null check (media_type in
          ('image/png', 'image/jpeg', 'image/webp', 'application/pdf', 'text/plain')),
        size int not null check (size between 1 and 10485760),
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        kept_by uuid not null,
        kept_at timestamptz not null,
        destroyed_by uuid,
        destroyed_at timestamptz,
        destroyed_reason text check (length(destroyed_reason) between 1 and 5000),
        unique (organisation_id, case_id, id),
        unique (organisation_id, case_id, number),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, case_id, altered_from)
          references evidence_item (organisation_id, case_id, id),
        foreign key (organisation_id, kept_by) references person (organisation_id, id),
        foreign key (organisation_id, destroyed_by) references person (organisation_id, id),
        check (altered_from <> id),
        check ((destroyed_at is null) = (destroyed_by is null)
           and (destroyed_at is null) = (destroyed_reason is null))
      );

      create table evidence_sighting (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        evidence_id uuid not null,
        looked_at timestamptz not null,
        state text not null check (state in ('up', 'altered', 'gone')),
        gone_by text check (gone_by in ('author', 'platform', 'unknown')),
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        foreign key (organisation_id, case_id, evidence_id)
          references evidence_item (organisation_id, case_id, id),
        foreign key (organisation_id, recorded_by) references person (organisation_id, id),
        check ((state = 'gone') = (gone_by is not null))
      );
      create index evidence_sighting_by_item on evidence_sighting
        (organisation_id, case_id, evidence_id, looked_at desc, id desc);

      create function keep_evidence() returns trigger language plpgsql as $$
      begin
        if old.destroyed_at is not null or new.destroyed_at is null
            or (to_jsonb(new) - array['destroyed_by', 'destroyed_at', 'destroyed_reason'])
              is distinct from (to_jsonb(old) - array['destroyed_by', 'destroyed_at', 'destroyed_reason']) then
          raise exception 'an item of evidence does not change' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger keep_evidence before update on evidence_item
        for each row execute function keep_evidence();

      create function count_sealed_items() returns trigger language plpgsql as $$
      begin
        update case_record c
           set sealed_items = c.sealed_items + case when tg_op = 'INSERT' then 1 else -1 end
         where c.organisation_id = new.organisation_id and c.id = new.case_id;
        return null;
      end $$;
      create trigger count_sealed_items after insert or update on evidence_item
        for each row execute function count_sealed_items();
    `);
    const destruction = 'update (destroyed_by, destroyed_at, destroyed_reason)';
    await protect(runner, 'evidence_item', `select, insert, ${destruction}`);
    await protect(runner, 'evidence_sighting', 'select, insert');
    for (const table of TABLES) {
      await runner.query(`
        create policy inside_wall on ${table} as restrictive
          using (exists (select from case_record c where c.id = ${table}.case_id))`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table evidence_sighting, evidence_item;
      drop function keep_evidence();
      drop function count_sealed_items();
      alter table case_record drop column sealed_items;
    `);
  }
}
