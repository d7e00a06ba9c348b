import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Config, ensureRootKey, loadConfig, migrate } from '#platform';
import { MIGRATIONS } from '../../migrations/index.js';
import { removeThrowAwayServer, startThrowAwayServer } from '../support/throw-away-server.js';

/** A whole installation that nobody needs afterwards: database, web and worker. */
export interface Installation {
  readonly base: string;
  readonly config: Config;
  remove(): Promise<void>;
}

const APPS = join(import.meta.dirname, '../../apps');
const READY_WITHIN_MS = 30_000;

/** Starts one on a free port. */
export async function startInstallation(): Promise<Installation> {
  const server = await startThrowAwayServer();
  await migrate(server.ownerUrl, MIGRATIONS);
  const dataDirectory = mkdtempSync(join(tmpdir(), 'parapet-redteam-'));
  const environment = {
    PATH: process.env['PATH'],
    PORT: String(await freePort()),
    DATABASE_URL: server.runtimeUrl,
    PARAPET_DATA_DIR: dataDirectory,
    PARAPET_LOG_LEVEL: 'error',
  };
  const config = loadConfig(environment);
  ensureRootKey(config);
  const children = ['web', 'worker'].map((app) => startProcess(app, environment));
  const remove = async () => {
    await Promise.all(children.map(stopProcess));
    await removeThrowAwayServer(server);
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  try {
    await untilReady(config.baseUrl);
  } catch (error) {
    await remove();
    throw error;
  }
  return { base: config.baseUrl, config, remove };
}

function startProcess(app: string, environment: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, [join(APPS, app, 'src/main.js')], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

async function untilReady(base: string): Promise<void> {
  const end = Date.now() + READY_WITHIN_MS;
  while (Date.now() < end) {
    const answer = await fetch(`${base}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await wait(200);
  }
  throw new Error(`no answer from ${base}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
