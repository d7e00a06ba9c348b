import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { newId, newReference } from '#kernel';
import { columnsOf, type TableColumn } from './catalogue.js';

/** What an organisation has in each table: the id or reference of one row, by the name of the table. */
export interface PlantedRows {
  readonly ids: Readonly<Record<string, string>>;
  readonly references: Readonly<Record<string, string>>;
}

/** Whom a planted row belongs to, and the words that nobody else may ever see. */
export interface Owner {
  readonly organisationId: string;
  readonly personId: string;
  readonly canary: string;
}

/**
 * Plants one row of an organisation in each of the tables, the canary in every text, joined by their ids. Needs a
 * database without constraints on meaning.
 */
export async function plantRows(
  client: Client,
  owner: Owner,
  tables: readonly string[],
): Promise<PlantedRows> {
  const columns = await columnsOf(client);
  const ids = Object.fromEntries(tables.map((table) => [table, newId() as string]));
  const references = Object.fromEntries(
    tables
      .filter((table) => columns.some((c) => c.table === table && c.column === 'reference'))
      .map((table) => [table, newReference(table === 'request' ? 'REQ' : 'PAR', 2026)]),
  );
  await client.query(
    `select set_config('app.organisation', $1, false), set_config('app.person', 'system', false)`,
    [owner.organisationId],
  );
  // What belongs to a case or a request may stand only where that can be seen.
  const parents = ['case_record', 'request'].filter((one) => tables.includes(one));
  const others = tables.filter((one) => !parents.includes(one));
  for (const table of [...parents, ...others]) {
    const filled = columns.filter((column) => column.table === table && !column.isGenerated);
    const values = filled.map((column) => valueOf(column, owner, { ids, references }));
    const names = filled.map(({ column }) => `"${column}"`).join(', ');
    const places = values.map((_, index) => `$${index + 1}`).join(', ');
    await client.query(`insert into "${table}" (${names}) values (${places})`, values);
  }
  return { ids, references };
}

function valueOf({ table, column, type }: TableColumn, owner: Owner, rows: PlantedRows): unknown {
  if (column === 'organisation_id') return owner.organisationId;
  if (column === 'reference') return rows.references[table];
  if (type === 'uuid') return idFor(table, column, owner, rows);
  if (type === '_uuid') return [owner.personId];
  if (type.startsWith('_')) return [owner.canary];
  const plain: Record<string, unknown> = {
    bytea: randomBytes(32),
    bool: false,
    jsonb: JSON.stringify({ text: owner.canary }),
    date: '2026-01-05',
    timestamptz: '2026-01-05T09:00:00Z',
    int2: 1,
    int4: 1,
    int8: 1,
  };
  return plain[type] ?? owner.canary;
}

/** `case_id` and the subject of an event lead to the case, `draft_id` to the draft; all else is the person. */
function idFor(table: string, column: string, owner: Owner, { ids }: PlantedRows): string {
  if (column === 'id') return ids[table]!;
  const noun = column.replace(/_id$/, '');
  return ids[['case', 'subject'].includes(noun) ? 'case_record' : noun] ?? owner.personId;
}

/** The table that a noun of an address speaks of: `drafts` is `draft`, `deadlines` is `case_deadline`. */
export function tableOf(noun: string, tables: readonly string[]): string | undefined {
  const single = noun.replaceAll('-', '_').replace(/ies$/, 'y').replace(/s$/, '');
  if (/^(press_)?statement$/.test(single)) return 'draft';
  if (single === 'letter') return 'release';
  if (single === 'word') return 'acceptance';
  return (
    tables.find((table) => table === single) ??
    tables.find((table) => table.endsWith(`_${single}`)) ??
    tables.find((table) => table.startsWith(`${single}_`))
  );
}
