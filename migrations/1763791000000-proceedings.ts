import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

const BEHIND_WALL = [
  'proceeding',
  'proceeding_stage',
  'given_account',
  'hearing_adjournment',
] as const;

/**
 * Proceedings that run beside each other about a case: their stages, their hearings, and what the doctor said in
 * each. All stand behind the wall of their case; the hearings are there for its doctor too.
 */
export class Proceedings1763791000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table proceeding (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        kind text not null check (kind in
          ('employer', 'training', 'regulator', 'claim', 'complaint', 'inquest', 'police')),
        body text not null check (length(body) between 1 and 200),
        their_reference text not null default '' check (length(their_reference) <= 200),
        stage text not null check (stage ~ '^[a-z][a-z-]{1,39}$'),
        stage_on date not null,
        representative text not null default '' check (length(representative) <= 200),
        added_by uuid not null,
        added_at timestamptz not null,
        version int not null default 1,
        unique (organisation_id, case_id, id),
        foreign key (organisation_id, case_id) references case_record (organisation_id, id),
        foreign key (organisation_id, added_by) references person (organisation_id, id)
      );
      create index proceeding_by_case on proceeding (organisation_id, case_id, added_at);

      create table proceeding_stage (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        proceeding_id uuid not null,
        stage text not null check (stage ~ '^[a-z][a-z-]{1,39}$'),
        happened_on date not null,
        note text not null default '' check (length(note) <= 5000),
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        foreign key (organisation_id, case_id, proceeding_id)
          references proceeding (organisation_id, case_id, id),
        foreign key (organisation_id, recorded_by) references person (organisation_id, id)
      );
      create index proceeding_stage_by_case on proceeding_stage (organisation_id, case_id, proceeding_id);

      create table given_account (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        proceeding_id uuid not null,
        given_to text not null check (length(given_to) between 1 and 200),
        text_sealed bytea not null,
        state text not null default 'written' check (state in ('written', 'given')),
        given_on date,
        is_earlier boolean not null default false,
        verdict text not null check (verdict in ('pass', 'warn', 'block')),
        differs boolean not null,
        reason text check (length(reason) between 1 and 2000),
        written_by uuid not null,
        written_at timestamptz not null,
        given_by uuid,
        given_at timestamptz,
        version int not null default 1,
        foreign key (organisation_id, case_id, proceeding_id)
          references proceeding (organisation_id, case_id, id),
        foreign key (organisation_id, written_by) references person (organisation_id, id),
        foreign key (organisation_id, given_by) references person (organisation_id, id),
        check ((state = 'given') = (given_on is not null)),
        constraint account_given_fits check (
          state = 'written' or is_earlier
          or (verdict <> 'block' and (reason is not null or (verdict = 'pass' and not differs))))
      );
      create index given_account_by_case on given_account (organisation_id, case_id, written_at);

      create table hearing (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        proceeding_id uuid not null,
        doctor_id uuid,
        kind text not null check (kind in ('interim-orders', 'tribunal', 'review', 'disciplinary', 'appeal',
          'panel', 'inquest', 'trial', 'court')),
        state text not null default 'listed' check (state in ('listed', 'adjourned', 'held', 'vacated')),
        begins_at timestamptz,
        ends_on date,
        venue text not null check (length(venue) between 1 and 300),
        is_public boolean not null,
        representative text not null default '' check (length(representative) <= 200),
        outcome text check (length(outcome) between 1 and 5000),
        listed_by uuid not null,
        listed_at timestamptz not null,
        version int not null default 1,
        unique (organisation_id, case_id, id),
        foreign key (organisation_id, case_id, proceeding_id)
          references proceeding (organisation_id, case_id, id),
        foreign key (organisation_id, doctor_id) references person (organisation_id, id),
        foreign key (organisation_id, listed_by) references person (organisation_id, id),
        check (state <> 'listed' or begins_at is not null),
        check ((state in ('held', 'vacated')) = (outcome is not null))
      );
      create index hearing_by_case on hearing (organisation_id, case_id, begins_at);

      create table hearing_adjournment (
        id uuid primary key,
        organisation_id uuid not null,
        case_id uuid not null,
        hearing_id uuid not null,
        from_at timestamptz,
        to_at timestamptz,
        reason text not null check (length(reason) between 1 and 2000),
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        foreign key (organisation_id, case_id, hearing_id) references hearing (organisation_id, case_id, id),
        foreign key (organisation_id, recorded_by) references person (organisation_id, id)
      );
      create index hearing_adjournment_by_case on hearing_adjournment (organisation_id, case_id, hearing_id);
    `);
    await protect(runner, 'proceeding', 'select, insert, update');
    await protect(runner, 'proceeding_stage', 'select, insert');
    await protect(runner, 'given_account', 'select, insert, update');
    await protect(runner, 'hearing', 'select, insert, update');
    await protect(runner, 'hearing_adjournment', 'select, insert');
    for (const table of BEHIND_WALL) {
      await runner.query(`
        create policy inside_wall on ${table} as restrictive
          using (exists (select from case_record c where c.id = ${table}.case_id))`);
    }
    await runner.query(`
      create policy inside_wall on hearing as restrictive using (
        doctor_id::text = current_setting('app.person', true)
        or exists (select from case_record c where c.id = hearing.case_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table hearing_adjournment, hearing, given_account, proceeding_stage, proceeding`,
    );
  }
}
