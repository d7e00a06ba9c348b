import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The order of each list that is shown, so that its pages cost the same however long it grows. */
const INDEXES = {
  request_by_doctor_begun: `request (organisation_id, doctor_id, begun_at desc, id desc)`,
  request_by_case: `request (organisation_id, case_id) where case_id is not null`,
  draft_waiting: `draft (organisation_id, risk, submitted_at, id) where state = 'submitted'`,
  case_note_newest: `case_note (organisation_id, case_id, written_at desc, id desc)`,
  outbox_given_up: `outbox (organisation_id, failed_at desc, id desc) where failed_at is not null`,
  outbox_waiting: `outbox (organisation_id, created_at) where done_at is null and failed_at is null`,
  outbox_done_lately: `outbox (organisation_id, done_at) where done_at is not null`,
  person_by_name: `person (organisation_id, name, id)`,
  person_by_role_and_name: `person (organisation_id, role, name, id)`,
  danger_alert_acknowledged: `danger_alert (organisation_id, acknowledged_at desc) where acknowledged_at is not null`,
  audit_event_by_area: `audit_event (organisation_id, area, at desc, id desc)`,
} as const;

/** Indexes whose place others take. */
const REPLACED = {
  request_by_doctor: `request (organisation_id, doctor_id, begun_at desc)`,
  draft_awaiting_approval: `draft (organisation_id, submitted_at, id) where state = 'submitted'`,
  case_note_by_case: `case_note (organisation_id, case_id, written_at desc)`,
  outbox_failed: `outbox (organisation_id, failed_at) where failed_at is not null`,
} as const;

/**
 * What the lists need at a hundred thousand cases. Events say in a column of their own what they are about: under
 * row-level security no index is used for a start of the action.
 */
export class LongLists1763783010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit_event
        add column area text not null generated always as (split_part(action, '.', 1)) stored`);
    await exchange(runner, REPLACED, INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await exchange(runner, INDEXES, REPLACED);
    await runner.query(`alter table audit_event drop column area`);
  }
}

async function exchange(
  runner: QueryRunner,
  old: Readonly<Record<string, string>>,
  made: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, on] of Object.entries(made)) {
    await runner.query(`create index ${name} on ${on}`);
  }
  await runner.query(`drop index ${Object.keys(old).join(', ')}`);
}
