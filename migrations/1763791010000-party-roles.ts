import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = `'complainant', 'relative', 'colleague', 'journalist', 'solicitor', 'manager', 'other'`;

/** Those who stand beside the doctor, or decide about them, as parties of a case. */
export class PartyRoles1763791010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table party drop constraint party_role_check;
      alter table party add constraint party_role_check check (role in (${BEFORE}, 'counsel',
        'responsible_officer', 'liaison_adviser', 'union_representative', 'supervisor'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // The owner of the table changes rows of every organisation, which its policy would hide.
    await runner.query(`
      alter table party no force row level security;
      update party set role = 'other' where role not in (${BEFORE});
      alter table party force row level security;
      alter table party drop constraint party_role_check;
      alter table party add constraint party_role_check check (role in (${BEFORE}))`);
  }
}
