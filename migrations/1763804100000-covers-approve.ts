import type { MigrationInterface, QueryRunner } from 'typeorm';

const TODAY = `(now() at time zone 'Europe/London')::date`;

/**
 * Who stands in for somebody away also approves for them where that was said, from the first day to the last. Such an
 * approval names both people, and neither of them gives the other one of a text that needs two.
 */
export class CoversApprove1763804100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person
        add column away_from date,
        add column cover_approves boolean not null default false;
      alter table person no force row level security;
      update person set away_from = least(away_until, ${TODAY}) where away_until is not null;
      alter table person force row level security;
      alter table person
        add constraint person_away_begins check (
          (away_from is null) = (away_until is null) and away_from <= away_until),
        add constraint person_cover_approves_while_away check (not cover_approves or away_until is not null);
      create index person_by_cover on person (organisation_id, cover_id) where cover_id is not null;

      alter table draft
        add column approved_for uuid,
        add column press_approved_for uuid,
        add foreign key (organisation_id, approved_for) references person (organisation_id, id),
        add foreign key (organisation_id, press_approved_for) references person (organisation_id, id),
        add constraint draft_is_approved_for_another check (
          (approved_for is null
            or (approved_by is not null and approved_for <> approved_by
                and not approved_for = any (contributor_ids)))
          and (press_approved_for is null
            or (press_approved_by is not null and press_approved_for <> press_approved_by
                and not press_approved_for = any (contributor_ids)))),
        add constraint draft_nobody_approves_in_two_names check (
          approved_for <> press_approved_by and press_approved_for <> approved_by
          and approved_for <> press_approved_for);

      create function approval_for_another() returns trigger language plpgsql as $$
      begin
        if old.state = 'approved' and new.state in ('approved', 'released')
            and (old.approved_for, old.press_approved_for)
                is distinct from (new.approved_for, new.press_approved_for) then
          raise exception 'an approval stays in the name in which it was given' using errcode = 'check_violation';
        end if;
        if exists (
            select from (values
                (old.approved_by, new.approved_by, old.approved_for, new.approved_for),
                (old.press_approved_by, new.press_approved_by, old.press_approved_for, new.press_approved_for)
              ) side (was_by, is_by, was_for, is_for)
             where is_for is not null and (is_by, is_for) is distinct from (was_by, was_for)
               and (is_by::text is distinct from current_setting('app.person', true)
                 or not exists (
                   select from person a
                     join person c on c.organisation_id = a.organisation_id and c.id = a.cover_id
                     join case_record r on r.organisation_id = a.organisation_id and r.id = new.case_id
                    where a.organisation_id = new.organisation_id and a.id = is_for and a.cover_id = is_by
                      and a.is_active and a.cover_approves and ${TODAY} between a.away_from and a.away_until
                      and c.is_active and c.role in ('adviser', 'approver')
                      and (not r.is_walled or exists (
                        select from wall_member m
                         where m.organisation_id = r.organisation_id and m.case_id = r.id
                           and m.person_id = is_for))))) then
          raise exception 'who approves for another stands in for them today' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger draft_approved_for_another before update on draft
        for each row when (new.approved_for is not null or new.press_approved_for is not null
                           or old.approved_for is not null or old.press_approved_for is not null)
        execute function approval_for_another();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger draft_approved_for_another on draft;
      drop function approval_for_another();
      alter table draft
        drop constraint draft_nobody_approves_in_two_names,
        drop constraint draft_is_approved_for_another,
        drop column press_approved_for,
        drop column approved_for;
      drop index person_by_cover;
      alter table person
        drop constraint person_cover_approves_while_away,
        drop constraint person_away_begins,
        drop column cover_approves,
        drop column away_from;
    `);
  }
}
