import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** Events chained by subject, and the organisation's sealed log. Both only ever grow. */
export class Audit1763780500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_event (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        subject_type text not null,
        subject_id uuid not null,
        sequence int not null check (sequence > 0),
        action text not null check (action ~ '^[a-z-]+(\\.[a-z-]+)+$'),
        actor_id uuid,
        at timestamptz not null,
        detail jsonb not null,
        previous_hash bytea,
        hash bytea not null check (length(hash) = 32),
        unique (organisation_id, subject_id, sequence),
        check ((sequence = 1) = (previous_hash is null))
      );
      create index audit_event_recent on audit_event (organisation_id, at desc, id desc);

      create table audit_unsealed (
        event_id uuid primary key,
        organisation_id uuid not null references organisation
      );
      create index audit_unsealed_by_organisation on audit_unsealed (organisation_id, event_id);

      create table audit_seal (
        organisation_id uuid not null references organisation,
        sequence bigint not null check (sequence > 0),
        event_id uuid not null unique,
        event_hash bytea not null,
        seal_hash bytea not null,
        sealed_at timestamptz not null default now(),
        primary key (organisation_id, sequence)
      );
    `);
    await protect(runner, 'audit_event', 'select, insert');
    await protect(runner, 'audit_unsealed', 'select, insert, delete');
    await protect(runner, 'audit_seal', 'select, insert');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table audit_seal, audit_unsealed, audit_event`);
  }
}
