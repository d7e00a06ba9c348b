import type { QueryRunner } from 'typeorm';

const ORGANISATION = `nullif(current_setting('app.organisation', true), '')::uuid`;

/**
 * Puts a table under row-level security, its owner included: only rows of the organisation that the
 * transaction is set to can be seen or written.
 *
 * @param rights what the running processes may do with the table.
 * @param besides a further condition for seeing a row.
 */
export async function protect(
  runner: QueryRunner,
  table: string,
  rights: string,
  besides = 'true',
): Promise<void> {
  const own = `organisation_id = (select ${ORGANISATION})`;
  await runner.query(`alter table ${table} enable row level security`);
  await runner.query(`alter table ${table} force row level security`);
  await runner.query(
    `create policy own_organisation on ${table} using (${own} and (${besides})) with check (${own})`,
  );
  await runner.query(`grant ${rights} on ${table} to parapet_runtime`);
}
