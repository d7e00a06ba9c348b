import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** A place where something stands, and what stands there. */
export interface Written {
  readonly place: string;
  readonly text: string;
}

/**
 * Every row of every table as text, as a thief of the disk or of a backup would read it: past row-level
 * security, the queue's tables included.
 */
export async function readEverything(ownerUrl: string): Promise<Written[]> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    const { rows: tables } = await owner.query<{ name: string; forced: boolean }>(`
      select format('%I.%I', n.nspname, c.relname) as name, c.relforcerowsecurity as forced
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema')`);
    const found: Written[] = [];
    for (const { name, forced } of tables) {
      // The owner of a table may lift its own wall; the roll-back below puts it up again.
      if (forced) await owner.query(`alter table ${name} no force row level security`);
      const { rows } = await owner.query<{ text: string }>(`select t::text as text from ${name} t`);
      found.push(...rows.map(({ text }) => ({ place: name, text })));
    }
    return found;
  } finally {
    await owner.query('rollback');
    await owner.end();
  }
}

/** Every file under a folder, as far as it can be read as text. */
export function readFiles(folder: string): Written[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => ({ place: file, text: readFileSync(file, 'latin1') }));
}

/** Places where one of the words stands: as it is, in base64, or in the hexadecimal of a byte column. */
export function placesOf(words: readonly string[], written: readonly Written[]): string[] {
  const found = words.flatMap((word) => {
    const forms = formsOf(word);
    return written
      .filter(({ text }) => forms.some((form) => text.toLowerCase().includes(form)))
      .map(({ place }) => `${word} in ${place}`);
  });
  return [...new Set(found)];
}

function formsOf(word: string): string[] {
  const bytes = Buffer.from(word);
  const letters = bytes.toString('base64').replace(/=+$/, '').slice(0, -1);
  return [word, bytes.toString('hex'), letters].map((form) => form.toLowerCase());
}
