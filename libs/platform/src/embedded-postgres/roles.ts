import { realpathSync } from 'node:fs';
import { Client } from 'pg';
import { type DatabasePasswords, databaseDirectory } from './data-directory.js';
import { StartError, reasonOf } from './start-error.js';

/** The one database of an installation. */
export const DATABASE = 'parapet';

const EXTENSIONS = ['pg_trgm', 'btree_gin', 'unaccent'];

/** The address of a database for one of the server's roles. */
export function addressFor(
  role: keyof DatabasePasswords,
  passwords: DatabasePasswords,
  port: number,
  database = DATABASE,
): string {
  return `postgresql://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;
}

/** What the roles and their database are made from. */
export interface RolePlan {
  readonly dataDirectory: string;
  readonly passwords: DatabasePasswords;
  readonly port: number;
  /** Tests clone databases; an installation has one. */
  readonly ownerMakesDatabases: boolean;
}

/** Makes the two roles, the database and its extensions, each only where it is missing. */
export async function makeRolesAndDatabase(plan: RolePlan): Promise<void> {
  await asSuperuser(plan, 'postgres', async (client) => {
    await refuseForeignServer(client, plan.dataDirectory);
    const createDatabases = plan.ownerMakesDatabases ? 'CREATEDB' : 'NOCREATEDB';
    await makeRole(client, plan, 'parapet_owner', `CREATEROLE ${createDatabases}`);
    await makeRole(client, plan, 'parapet_runtime', 'NOCREATEROLE NOCREATEDB');
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      DATABASE,
    ]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE} OWNER parapet_owner`);
    await client.query(`REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${DATABASE} TO parapet_runtime`);
  });
  await asSuperuser(plan, DATABASE, async (client) => {
    await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    // As the owner, so that migrations may also drop them: all three are trusted extensions.
    await client.query('SET ROLE parapet_owner');
    for (const name of EXTENSIONS) await client.query(`CREATE EXTENSION IF NOT EXISTS ${name}`);
  });
}

async function makeRole(
  client: Client,
  plan: RolePlan,
  role: 'parapet_owner' | 'parapet_runtime',
  rights: string,
): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount) return;
  await client.query(
    `CREATE ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOREPLICATION ${rights} PASSWORD '${plan.passwords[role]}'`,
  );
}

async function refuseForeignServer(client: Client, dataDirectory: string): Promise<void> {
  const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
  const directory = databaseDirectory(dataDirectory);
  if (realpathSync(rows[0]?.data_directory ?? '/') === realpathSync(directory)) return;
  throw new StartError(
    `Port ${client.port} belongs to another PostgreSQL than that of ${directory}.`,
  );
}

async function asSuperuser(
  { passwords, port }: RolePlan,
  database: string,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const client = new Client({
    connectionString: addressFor('postgres', passwords, port, database),
    connectionTimeoutMillis: 30_000,
  });
  try {
    await client.connect();
    await work(client);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`Cannot prepare the database on port ${port}: ${explain(error)}.`);
  } finally {
    await client.end();
  }
}

function explain(error: unknown): string {
  return error instanceof Error && error.message ? error.message : reasonOf(error);
}
