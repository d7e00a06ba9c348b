import { setTimeout as pause } from 'node:timers/promises';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { PoolConfig } from 'pg';

/** The database role that the running processes act as: it owns nothing and bypasses nothing. */
export const RUNTIME_ROLE = 'parapet_runtime';

/** Waits in milliseconds. A full pool or a stopped server is answered soon, never piled up. */
const WAITS = { connect: 2_000, statement: 10_000, idleInTransaction: 30_000 };

/** Connection settings shared by the pool of the application and that of the queue. */
export function poolSettings(databaseUrl: string): PoolConfig {
  return {
    connectionString: databaseUrl,
    connectionTimeoutMillis: WAITS.connect,
    keepAlive: true,
    options: [
      `-c role=${RUNTIME_ROLE}`,
      `-c statement_timeout=${WAITS.statement}`,
      `-c idle_in_transaction_session_timeout=${WAITS.idleInTransaction}`,
      '-c timezone=UTC',
      // Said once here, so that no transaction has to say it.
      '-c default_transaction_isolation=read\\ committed',
    ].join(' '),
  };
}

/**
 * The application's connections.
 *
 * @param onLost told when the server drops a resting connection; the pool replaces it.
 */
export function createDataSource(
  databaseUrl: string,
  entities: EntityTarget<ObjectLiteral>[],
  onLost: (error: Error) => void,
): DataSource {
  const settings = poolSettings(databaseUrl);
  return new DataSource({
    type: 'postgres',
    url: databaseUrl,
    entities: entities as never,
    poolSize: 20,
    connectTimeoutMS: WAITS.connect,
    poolErrorHandler: onLost,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    extra: { options: settings.options, keepAlive: true },
  });
}

/** What passes by itself: a busy machine, a server that is starting or that is not there yet. */
const PASSING = /connection timeout|ECONNREFUSED|ECONNRESET|starting up|shutting down/;
const PATIENCE_MS = 30_000;
const PAUSE_MS = 500;

/**
 * Opens the first connection. While a process starts, its own work may take longer than a connection
 * is waited for later, so half a minute is given; a person at a command line is answered sooner.
 *
 * @param patience milliseconds.
 * @throws Error of the server, when the login is wrong or the patience is over.
 */
export async function connect(
  create: () => DataSource,
  patience = PATIENCE_MS,
): Promise<DataSource> {
  const giveUpAt = Date.now() + patience;
  for (;;) {
    try {
      return await create().initialize();
    } catch (error) {
      if (!PASSING.test(String(error)) || Date.now() > giveUpAt) throw error;
      await pause(PAUSE_MS);
    }
  }
}
