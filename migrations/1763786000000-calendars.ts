import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** Days that an organisation adds to the shipped calendars, or takes away again: asked for by one, published by another. */
export class Calendars1763786000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_change (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        calendar text not null check (calendar in
          ('england_wales', 'scotland', 'northern_ireland', 'ireland', 'office')),
        act text not null check (act in ('add', 'remove')),
        day_on date not null,
        name text not null check (length(name) between 1 and 100),
        source text not null check (length(source) between 1 and 500),
        removes uuid,
        state text not null default 'proposed' check (state in ('proposed', 'published', 'discarded')),
        in_force boolean not null default false,
        proposed_by uuid not null,
        proposed_at timestamptz not null,
        settled_by uuid,
        settled_at timestamptz,
        unique (organisation_id, id),
        foreign key (organisation_id, removes) references calendar_change (organisation_id, id),
        foreign key (organisation_id, proposed_by) references person (organisation_id, id),
        foreign key (organisation_id, settled_by) references person (organisation_id, id),
        check ((act = 'remove') = (removes is not null)),
        check ((state = 'proposed') = (settled_at is null)),
        check (not in_force or (act = 'add' and state = 'published')),
        constraint calendar_change_needs_two_people
          check (state <> 'published' or (settled_by is not null and settled_by <> proposed_by))
      );
      create unique index calendar_change_waiting
        on calendar_change (organisation_id, calendar, day_on) where state = 'proposed';
      create unique index calendar_change_in_force
        on calendar_change (organisation_id, calendar, day_on) where in_force;
    `);
    await protect(runner, 'calendar_change', 'select, insert, update');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table calendar_change`);
  }
}
