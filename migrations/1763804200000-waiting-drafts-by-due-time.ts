import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The queue of approvals stands in the order of risk, then of the next due time of the case, which a waiting draft
 * carries itself: sorted by a column of another table, every waiting draft of an organisation would be read.
 *
 * Both sides hold the case before the draft: who sends a draft has locked its case, and so has who moves its clock.
 */
export class WaitingDraftsByDueTime1763804200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table draft add column case_due_at timestamptz not null default 'infinity';
      alter table draft no force row level security;
      alter table case_record no force row level security;
      update draft d set case_due_at = c.next_due_at from case_record c
       where c.id = d.case_id and d.state = 'submitted' and not holds_unwaivable(d.findings);
      alter table case_record force row level security;
      alter table draft force row level security;

      create index draft_waiting_by_due_time on draft (organisation_id, risk, case_due_at, submitted_at, id)
        where state = 'submitted';
      drop index draft_waiting;

      create function waiting_draft_knows_due_time() returns trigger language plpgsql as $$
      begin
        select c.next_due_at into strict new.case_due_at from case_record c where c.id = new.case_id;
        return new;
      end $$;
      create trigger draft_waits_until_due before update on draft
        for each row when (new.state = 'submitted' and old.state <> 'submitted')
        execute function waiting_draft_knows_due_time();

      create function due_time_reaches_waiting_drafts() returns trigger language plpgsql as $$
      begin
        update draft set case_due_at = new.next_due_at
         where organisation_id = new.organisation_id and case_id = new.id and state = 'submitted'
           and not holds_unwaivable(findings);
        return null;
      end $$;
      create trigger case_due_time_reaches_drafts after update on case_record
        for each row when (old.next_due_at is distinct from new.next_due_at)
        execute function due_time_reaches_waiting_drafts();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger case_due_time_reaches_drafts on case_record;
      drop trigger draft_waits_until_due on draft;
      drop function due_time_reaches_waiting_drafts(), waiting_draft_knows_due_time();
      create index draft_waiting on draft (organisation_id, risk, submitted_at, id) where state = 'submitted';
      drop index draft_waiting_by_due_time;
      alter table draft drop column case_due_at;
    `);
  }
}
