import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** Doctors' requests, alerts that somebody is in danger, and who is on duty to answer them. */
export class Intake1763780700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table request (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        reference text not null,
        doctor_id uuid not null,
        state text not null default 'begun' check (state in ('begun', 'sent', 'accepted', 'declined')),
        answers jsonb not null default '{}',
        begun_at timestamptz not null,
        sent_at timestamptz,
        answer_by timestamptz,
        case_id uuid,
        decided_by uuid,
        decided_at timestamptz,
        decline_reason text check (length(decline_reason) between 1 and 2000),
        version int not null default 1,
        unique (organisation_id, reference),
        foreign key (organisation_id, doctor_id) references person (organisation_id, id),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        check ((state = 'begun') = (sent_at is null)),
        check ((state = 'accepted') = (case_id is not null)),
        check ((state = 'declined') = (decline_reason is not null))
      );
      create index request_waiting on request (organisation_id, answer_by, id) where state = 'sent';
      create index request_by_doctor on request (organisation_id, doctor_id, begun_at desc);

      create table danger_alert (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        view_hash bytea not null unique,
        contact_sealed bytea,
        raised_by uuid,
        raised_at timestamptz not null,
        on_duty uuid[] not null,
        acknowledged_by uuid,
        acknowledged_at timestamptz,
        check ((acknowledged_by is null) = (acknowledged_at is null)),
        foreign key (organisation_id, acknowledged_by) references person (organisation_id, id)
      );
      create index danger_alert_open on danger_alert (organisation_id, raised_at)
        where acknowledged_at is null;

      create table duty (
        person_id uuid primary key,
        organisation_id uuid not null,
        until timestamptz not null,
        foreign key (organisation_id, person_id) references person (organisation_id, id)
      );
    `);
    await protect(runner, 'request', 'select, insert, update');
    await protect(runner, 'danger_alert', 'select, insert, update');
    await protect(runner, 'duty', 'select, insert, update, delete');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table duty, danger_alert, request`);
  }
}
