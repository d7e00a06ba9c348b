import { appendFileSync, chownSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, runAs } from './account.js';
import { program } from './binaries.js';
import { databaseDirectory } from './data-directory.js';
import { StartError } from './start-error.js';

/** What is needed to make or to set up the server's files. */
export interface Cluster {
  readonly account: Account;
  readonly binaries: string;
  readonly dataDirectory: string;
  /** false: for throw-away servers; what was written may be lost when the machine stops. */
  readonly fsync: boolean;
}

const OWN_SETTINGS = 'parapet.conf';

/** Makes the server's files. They get their name last, so a half-made set is never taken for one. */
export async function initialise(cluster: Cluster, superuserPassword: string): Promise<void> {
  const unfinished = join(cluster.dataDirectory, 'database.unfinished');
  const passwordFile = join(cluster.dataDirectory, 'superuser-password');
  rmSync(unfinished, { recursive: true, force: true });
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600 });
    giveTo(cluster.account, unfinished, passwordFile);
    await runInitdb(cluster, unfinished, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  appendFileSync(join(unfinished, 'postgresql.conf'), `\ninclude = '${OWN_SETTINGS}'\n`);
  renameSync(unfinished, databaseDirectory(cluster.dataDirectory));
}

/** Whether the server's files have been made. */
export function isInitialised(dataDirectory: string): boolean {
  return existsSync(join(databaseDirectory(dataDirectory), 'PG_VERSION'));
}

/** Writes the settings for the next start. @param port on 127.0.0.1, the only way in. */
export function writeSettings(cluster: Cluster, port: number): void {
  const file = join(databaseDirectory(cluster.dataDirectory), OWN_SETTINGS);
  const settings = { ...SETTINGS, ...(cluster.fsync ? {} : THROW_AWAY), port: String(port) };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
  writeFileSync(file, lines.join(''), { mode: 0o600 });
  giveTo(cluster.account, file);
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  // Parallel workers need /dev/shm, which is 64 MB in most containers.
  max_parallel_workers_per_gather: '0',
  // A log must not hold content: no statements, parameters or key values.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_checkpoints: 'off',
};

const THROW_AWAY = {
  fsync: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

async function runInitdb(cluster: Cluster, directory: string, passwordFile: string): Promise<void> {
  const finished = await runAs(cluster.account, program(cluster.binaries, 'initdb'), [
    `--pgdata=${directory}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    ...syncing(cluster.fsync),
  ]);
  if (finished.code === 0) return;
  const line = finished.output.split('\n').find((text) => /error|fatal|could not/i.test(text));
  throw new StartError(`PostgreSQL could not make its files: ${line ?? finished.output}`);
}

/** One syncfs call takes a fraction of the time of syncing a thousand small files. */
function syncing(fsync: boolean): string[] {
  if (!fsync) return ['--no-sync'];
  return process.platform === 'linux' ? ['--sync-method=syncfs'] : [];
}

function giveTo(account: Account, ...files: string[]): void {
  if (account) for (const file of files) chownSync(file, account.uid, account.gid);
}
