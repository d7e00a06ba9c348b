import type { Transactions } from '#platform';

/** Writes many rows in one statement; the keys of the first row name the columns. */
export async function insertRows(
  tx: Transactions,
  table: string,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).join(', ');
  await tx.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** Bytes as they stand in the JSON of {@link insertRows}. */
export function bytes(value: Buffer): string {
  return `\\x${value.toString('hex')}`;
}
