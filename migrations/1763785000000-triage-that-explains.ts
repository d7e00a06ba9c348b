import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How soon somebody must respond first, kept with the case; the answers that a change replaced, so that there is a way
 * back; and alerts that triage raises for a case, behind its wall.
 */
export class TriageThatExplains1763785000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table triage_answers add column replaced jsonb;

      alter table case_record
        add column urgency text not null default 'routine'
          check (urgency in ('now', 'two-hours', 'same-day', 'three-working-days', 'routine')),
        add column first_response_due_at timestamptz,
        add check (urgency <> 'routine' or first_response_due_at is null);

      alter table danger_alert
        alter column view_hash drop not null,
        add column case_id uuid,
        add foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        add constraint danger_alert_of_person_or_case check ((view_hash is null) = (case_id is not null));
      create unique index danger_alert_open_case on danger_alert (case_id)
        where case_id is not null and acknowledged_at is null;
      create policy inside_wall on danger_alert as restrictive using (
        case_id is null
        or current_setting('app.person', true) = 'system'
        or exists (select from case_record c where c.id = danger_alert.case_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy inside_wall on danger_alert;
      alter table danger_alert no force row level security;
      delete from danger_alert where case_id is not null;
      alter table danger_alert force row level security;
      alter table danger_alert drop column case_id, alter column view_hash set not null;
      alter table case_record drop column first_response_due_at, drop column urgency;
      alter table triage_answers drop column replaced
    `);
  }
}
