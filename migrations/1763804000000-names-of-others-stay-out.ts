import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Findings that block and that no reason lets pass. */
const UNWAIVABLE = `'$[*] ? (@.severity >= 2 && !(@.category like_regex
  "^(clinical_disclosure|relationship_confirmation|encounter_detail|quasi_identifier|echo_of_post|over_disclosure)$"
  || (@.category == "third_party" && @.rule == "third-party.told")))'`;

const UNWAIVABLE_BEFORE = `'$[*] ? (@.severity >= 2 && !(@.category like_regex
  "^(clinical_disclosure|relationship_confirmation|encounter_detail|quasi_identifier|third_party|echo_of_post|over_disclosure)$"))'`;

const HOLDS = (unwaivable: string) => `
  create or replace function holds_unwaivable(findings jsonb) returns boolean
    language sql immutable parallel safe
    as $$ select jsonb_path_exists(findings, ${unwaivable}) $$`;

/**
 * Who names a relative or another patient gives a direct identifier of that person: nobody lets it pass, two approvers
 * no more than one person alone where a life is in danger. What was let pass of it before is void.
 */
export class NamesOfOthersStayOut1763804000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HOLDS(UNWAIVABLE));
    await runner.query(
      `create index finding_waiver_by_draft on finding_waiver (organisation_id, draft_id, text_hash)`,
    );
    await runner.query(`
      alter table finding_waiver no force row level security;
      alter table draft no force row level security;
      update finding_waiver w set is_void = true from draft d
       where d.id = w.draft_id and d.state <> 'released' and not w.is_void
         and w.category = 'third_party' and w.rule <> 'third-party.told';
      alter table draft force row level security;
      alter table finding_waiver force row level security`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index finding_waiver_by_draft`);
    await runner.query(HOLDS(UNWAIVABLE_BEFORE));
  }
}
