import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { newId } from '#kernel';

/** A column as the database knows it. */
export interface TableColumn {
  readonly table: string;
  readonly column: string;
  /** Name of the type inside the database: `uuid`, `_text` for a list of texts. */
  readonly type: string;
  readonly isNullable: boolean;
  readonly isGenerated: boolean;
}

/** Every column of our own tables. */
export async function columnsOf(client: Client): Promise<TableColumn[]> {
  const { rows } = await client.query<TableColumn>(`
    select c.table_name as "table", c.column_name as "column", c.udt_name as "type",
           c.is_nullable = 'YES' as "isNullable", c.is_generated <> 'NEVER' as "isGenerated"
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
     order by c.table_name, c.ordinal_position`);
  return rows;
}

/** Names of the tables whose rows belong to an organisation. */
export async function organisationTables(client: Client): Promise<string[]> {
  const columns = await columnsOf(client);
  return columns.filter(({ column }) => column === 'organisation_id').map(({ table }) => table);
}

/** Takes away what stops rows without meaning: a test of who sees a row needs no sense in it. */
export async function dropMeaning(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ command: string }>(`
    select format('alter table %s drop constraint if exists %I cascade', conrelid::regclass, conname)
        as command
      from pg_constraint
     where connamespace = 'public'::regnamespace and contype in ('f', 'c') and conrelid <> 0
    union all
    select format('alter table %s disable trigger user', oid::regclass)
      from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`);
  for (const { command } of rows) await owner.query(command);
}

/** A statement that puts a row of any sense into a table, for one organisation. */
export function insertInto(
  columns: readonly TableColumn[],
  table: string,
  organisationId: string,
): { text: string; values: unknown[] } {
  const filled = columns.filter(
    (column) => column.table === table && !column.isNullable && !column.isGenerated,
  );
  const values = filled.map(({ column, type }) =>
    column === 'organisation_id' ? organisationId : valueOf(type),
  );
  const names = filled.map(({ column }) => `"${column}"`).join(', ');
  const places = values.map((_, index) => `$${index + 1}`).join(', ');
  return { text: `insert into "${table}" (${names}) values (${places})`, values };
}

function valueOf(type: string): unknown {
  if (type.startsWith('_')) return [];
  switch (type) {
    case 'uuid':
      return newId();
    case 'bytea':
      return randomBytes(32);
    case 'bool':
      return false;
    case 'jsonb':
      return '{}';
    case 'date':
    case 'timestamptz':
      return '2026-01-05';
    case 'int2':
    case 'int4':
    case 'int8':
      return 1;
    default:
      return randomBytes(8).toString('hex');
  }
}

/** Runs work as one organisation, in a transaction that leaves nothing behind. */
export async function asOrganisation<T>(
  client: Client,
  organisationId: string | null,
  work: () => Promise<T>,
): Promise<T> {
  await client.query('begin');
  try {
    if (organisationId) {
      await client.query(`select set_config('app.organisation', $1, true)`, [organisationId]);
    }
    return await work();
  } finally {
    await client.query('rollback');
  }
}

/** The code of the database's refusal; undefined when it let the statement through. */
export async function refusalOf(
  client: Client,
  text: string,
  values: unknown[] = [],
): Promise<string | undefined> {
  await client.query('savepoint before_try');
  try {
    await client.query(text, values);
    await client.query('release savepoint before_try');
    return undefined;
  } catch (error) {
    await client.query('rollback to savepoint before_try');
    return (error as { code?: string }).code ?? String(error);
  }
}
