import { Client } from 'pg';

/** The database that each test file gets a copy of. */
export const TEMPLATE_DATABASE = 'parapet_template';

/** The same server and role, another database. */
export function addressOf(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/** Makes the template, with the extensions, on a server of this run. @returns its owner's address. */
export async function prepareTemplate(ownerUrl: string): Promise<string> {
  // Not by way of the database that is copied: it must have no sessions.
  const client = new Client({ connectionString: addressOf(ownerUrl, 'postgres') });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${TEMPLATE_DATABASE} TEMPLATE parapet`);
  } finally {
    await client.end();
  }
  return addressOf(ownerUrl, TEMPLATE_DATABASE);
}
