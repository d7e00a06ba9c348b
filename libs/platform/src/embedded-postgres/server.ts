import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runAs } from './account.js';
import { program } from './binaries.js';
import { type Cluster, writeSettings } from './cluster.js';
import { databaseDirectory } from './data-directory.js';
import { type Postmaster, postmasterState, readPostmaster } from './postmaster.js';
import { StartError } from './start-error.js';

const PATIENCE_MS = 15_000;
const LOG_LIMIT_BYTES = 5_000_000;

/** Starts the server, or takes over the one that an earlier process left running on the directory. */
export async function startServer(cluster: Cluster, port?: number): Promise<Postmaster> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    const left = await runningServer(cluster);
    if (left) return left;
    const refusal = await tryToStart(cluster, port);
    const started = readPostmaster(databaseDirectory(cluster.dataDirectory));
    if (refusal === undefined && started) return started;
    if (!passesWithTime(refusal ?? '') || Date.now() > giveUpAt) {
      throw new StartError(`PostgreSQL did not start: ${refusal}`);
    }
    await pause(250);
  }
}

/** Stops the server and waits for it: orderly at first, at once when that takes over 30 seconds. */
export async function stopServer(cluster: Cluster): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    if (!(await runningServer(cluster))) return;
    await pgCtl(cluster, ['stop', '--mode', mode, '--wait', '--timeout=30']);
  }
}

async function runningServer(cluster: Cluster): Promise<Postmaster | undefined> {
  const directory = databaseDirectory(cluster.dataDirectory);
  const found = readPostmaster(directory);
  if (!found) return undefined;
  const state = postmasterState(found.pid, directory);
  if (state === 'running') return found.port ? found : undefined;
  if (state === 'gone') forgetProcess(directory);
  return undefined;
}

/**
 * Another program may have been given the dead server's number, and PostgreSQL would take it for a
 * server. The rest of the file stays: by it PostgreSQL sees whether old sessions are still about.
 */
function forgetProcess(directory: string): void {
  const file = join(directory, 'postmaster.pid');
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [NO_PROCESS, ...rest].join('\n'));
}

/** Above what any system gives out. */
const NO_PROCESS = '2147483646';

async function tryToStart(cluster: Cluster, port?: number): Promise<string | undefined> {
  writeSettings(cluster, port ?? (await keptOrFreePort(cluster.dataDirectory)));
  const log = join(databaseDirectory(cluster.dataDirectory), 'server.log');
  const logged = emptyWhenLarge(log);
  const finished = await pgCtl(cluster, [
    'start',
    '--wait',
    '--timeout=300',
    '--silent',
    '--log',
    log,
  ]);
  if (finished.code === 0) return undefined;
  return lastFault(log, logged) ?? finished.output.split('\n')[0] ?? '';
}

function pgCtl(cluster: Cluster, args: readonly string[]) {
  const directory = databaseDirectory(cluster.dataDirectory);
  return runAs(cluster.account, program(cluster.binaries, 'pg_ctl'), [
    ...args,
    '--pgdata',
    directory,
  ]);
}

/** A dead server that its parent has not yet buried, or whose sessions are still closing. */
function passesWithTime(refusal: string): boolean {
  const isLocked = refusal.includes('postmaster.pid') && refusal.includes(' already exists');
  return isLocked || /shared memory block|could not bind|could not create any TCP/.test(refusal);
}

function emptyWhenLarge(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LOG_LIMIT_BYTES) return size;
  truncateSync(log);
  return 0;
}

function lastFault(log: string, from: number): string | undefined {
  const faults = readFileSync(log)
    .subarray(from)
    .toString()
    .split('\n')
    .filter((line) => /FATAL|PANIC/.test(line));
  return faults.at(-1)?.replace(/^.*?(FATAL|PANIC):\s*/, '');
}

async function keptOrFreePort(dataDirectory: string): Promise<number> {
  const file = join(dataDirectory, 'database-port');
  const port = (await listenBriefly(keptPort(file))) ?? (await listenBriefly(0));
  if (port === undefined) throw new StartError('No port is free on 127.0.0.1 for PostgreSQL.');
  writeFileSync(file, `${port}\n`, { mode: 0o600 });
  return port;
}

function keptPort(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    return 0;
  }
}

/** @returns the port when it could be had; 0 asks for any. */
function listenBriefly(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : undefined));
    });
  });
}
