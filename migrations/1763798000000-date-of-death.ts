import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'name', 'alias', 'dob', 'nhs', 'chi', 'hc', 'ihi', 'pps', 'mrn', 'phone', 'email', 'address',
  'postcode', 'handle', 'third_party', 'appointment', 'condition', 'procedure', 'medication'`;

/** The date of death of a patient, known of a case like all that is known of the living. */
export class DateOfDeath1763798000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kindsAre(`${KINDS}, 'died'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table patient_fact no force row level security;
      delete from patient_fact where kind = 'died';
      alter table patient_fact force row level security;
    `);
    await runner.query(kindsAre(KINDS));
  }
}

function kindsAre(kinds: string): string {
  return `alter table patient_fact drop constraint patient_fact_kind_check,
    add constraint patient_fact_kind_check check (kind in (${kinds}))`;
}
