import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { PoolConfig } from 'pg';

/** The database role that the running processes act as: it owns nothing and bypasses nothing. */
export const RUNTIME_ROLE = 'parapet_runtime';

/** Waits in milliseconds. A full pool or a stopped server is answered soon, never piled up. */
const WAITS = { connect: 5_000, statement: 10_000, idleInTransaction: 30_000 };

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
