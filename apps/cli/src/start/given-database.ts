import { Client } from 'pg';
import { StartError, codeOf, reasonOf } from '#platform';

const PATIENCE_MS = 6000;
const OLDEST_VERSION = 150_000;

/** @throws StartError when the server at DATABASE_URL cannot be used; the line holds no password. */
export async function requireUsableDatabase(databaseUrl: string): Promise<void> {
  const address = parse(databaseUrl);
  const client = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS / 3,
  });
  // A server that hangs up later is told by the next query, not by an event that ends the process.
  client.on('error', () => undefined);
  let version: number;
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    version = Number(rows[0]?.server_version_num);
  } catch (error) {
    throw new StartError(`DATABASE_URL: ${inWords(error, address)}.`);
  } finally {
    void client.end().catch(() => undefined);
  }
  if (version < OLDEST_VERSION) {
    throw new StartError('DATABASE_URL: the server is older than PostgreSQL 15.');
  }
}

function parse(databaseUrl: string): URL {
  const address = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  if (address && /^postgres(ql)?:$/.test(address.protocol)) return address;
  throw new StartError(
    'DATABASE_URL is not the address of a PostgreSQL database; its form is postgresql://user:password@host:5432/database.',
  );
}

function inWords(error: unknown, address: URL): string {
  const server = address.host || 'the default host';
  const database = decodeURIComponent(address.pathname.slice(1));
  const code = codeOf(error) || codeOf(firstOf(error));
  switch (code) {
    case 'ECONNREFUSED':
      return `nothing answers at ${server} (connection refused)`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `there is no host called ${address.hostname}`;
    case '28P01':
    case '28000':
      return `${server} does not accept the user "${decodeURIComponent(address.username)}" with that password`;
    case '3D000':
      return `there is no database "${database}" at ${server}`;
    default:
      return `cannot connect to ${server}: ${code && !/^\d/.test(code) ? reasonOf(error) : messageOf(error)}`;
  }
}

/** Node tries each address of a host and bundles the faults. */
function firstOf(error: unknown): unknown {
  return error instanceof AggregateError ? error.errors[0] : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error && error.message ? error.message : 'no reason was given';
}
