import { Client } from 'pg';
import { migrate } from '#platform';
import { MIGRATIONS } from '../../migrations/index.js';

/** The database that each test file gets a copy of. */
export const TEMPLATE_DATABASE = 'parapet_template';

/** The same server and role, another database. */
export function addressOf(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/** Makes the template, with all tables, on a server of this run. @returns its owner's address. */
export async function prepareTemplate(ownerUrl: string): Promise<string> {
  const address = addressOf(ownerUrl, TEMPLATE_DATABASE);
  // Not by way of the database that is copied: it must have no sessions.
  await onServer(ownerUrl, `CREATE DATABASE ${TEMPLATE_DATABASE} TEMPLATE parapet`);
  await migrate(address, MIGRATIONS);
  return address;
}

const MAY_NOT = '42501';

/** Drops a database that nobody needs; whoever is still in it is sent away. */
export async function dropDatabase(ownerUrl: string, name: string): Promise<void> {
  try {
    await onServer(ownerUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  } catch (error) {
    if ((error as { code?: string }).code !== MAY_NOT) throw error;
    // The server's own vacuuming is in it, which an owner may not end but which gives way to this.
    await onServer(ownerUrl, `DROP DATABASE IF EXISTS ${name}`);
  }
}

/** Runs one command of the server's own, such as making or dropping a database. */
export async function onServer(ownerUrl: string, command: string): Promise<void> {
  const client = new Client({ connectionString: addressOf(ownerUrl, 'postgres') });
  await client.connect();
  try {
    await client.query(command);
  } finally {
    await client.end();
  }
}
