import { serverAccount } from './account.js';
import { runnableBinaries } from './binaries.js';
import { type Cluster, initialise, isInitialised } from './cluster.js';
import { databaseDirectory, databasePasswords, makeDataDirectory } from './data-directory.js';
import { addressFor, makeRolesAndDatabase } from './roles.js';
import { startServer, stopServer } from './server.js';

/** How to start the embedded server. */
export interface EmbeddedPostgresOptions {
  /** Holds the database, its passwords (0600) and its port; made when it is missing. */
  readonly dataDirectory: string;
  /** false only for throw-away servers: faster, but a crash of the machine may lose data. */
  readonly fsync: boolean;
  /** On 127.0.0.1; left out, a free one is chosen and kept in the data directory. */
  readonly port?: number;
  /** Whether `parapet_owner` may create databases, as tests do that clone one. Default false. */
  readonly ownerMakesDatabases?: boolean;
  /** Told what takes time, in words for the person at the terminal. */
  say(line: string): void;
}

/** A running server. It outlives this process unless it is stopped. */
export interface EmbeddedPostgres {
  /** Signs in as `parapet_owner`: owns the database, makes its tables; not a superuser. */
  readonly ownerUrl: string;
  /** Signs in as `parapet_runtime`: owns nothing, is held to row-level security. */
  readonly runtimeUrl: string;
  readonly port: number;
  /** Absolute; see {@link makeDataDirectory} for when it is not the one asked for. */
  readonly dataDirectory: string;
  /** Stops the server within about half a minute; may be called again. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with Parapet, after any kind of end of the last run; a server that
 * still runs on the data directory is taken over. One caller per data directory at a time.
 *
 * @throws StartError with one line that says what is wrong and what to do.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const dataDirectory = makeDataDirectory(options.dataDirectory);
  const account = serverAccount(databaseDirectory(dataDirectory));
  const binaries = await runnableBinaries(account, options.say);
  const cluster: Cluster = { account, binaries, dataDirectory, fsync: options.fsync };
  const passwords = databasePasswords(dataDirectory);
  if (!isInitialised(dataDirectory)) {
    options.say(`Making a new database in ${dataDirectory}.`);
    await initialise(cluster, passwords.postgres);
  }
  const { port } = await startServer(cluster, options.port);
  const ownerMakesDatabases = options.ownerMakesDatabases ?? false;
  await makeRolesAndDatabase({ dataDirectory, passwords, port, ownerMakesDatabases });
  return {
    ownerUrl: addressFor('parapet_owner', passwords, port),
    runtimeUrl: addressFor('parapet_runtime', passwords, port),
    port,
    dataDirectory,
    stop: stopOnce(cluster),
  };
}

function stopOnce(cluster: Cluster): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () => (stopping ??= stopServer(cluster));
}
