import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A referral to a regulator rests on a worksheet of its case that somebody signed with that decision: the database
 * refuses what the code forgets. Referrals made before are let be.
 */
export class ReferralsRestOnWorksheets1763788020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table referral
        add column worksheet_id uuid,
        add foreign key (organisation_id, case_id, worksheet_id)
          references worksheet (organisation_id, case_id, id);

      create function referral_needs_decision() returns trigger language plpgsql as $$
      begin
        if not exists (select from worksheet w
            where w.organisation_id = new.organisation_id and w.case_id = new.case_id
              and w.id = new.worksheet_id and w.kind = 'regulator-threshold' and w.signed_by is not null
              and w.state <> 'withdrawn' and w.decision in ('ask', 'self-report', 'refer')) then
          raise exception 'a referral to a regulator needs a signed worksheet' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger referral_needs_decision before insert on referral
        for each row when (new.route = 'regulator_advice') execute function referral_needs_decision();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger referral_needs_decision on referral;
      drop function referral_needs_decision();
      alter table referral drop column worksheet_id;
    `);
  }
}
