import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '#platform';
import { Installation } from '../support/installation.js';
import { removeThrowAwayServer, startThrowAwayServer } from '../support/throw-away-server.js';

/** A whole installation to attack, which nobody needs afterwards. */
export interface Target {
  readonly base: string;
  readonly config: Config;
  remove(): Promise<void>;
}

/** Starts one on a free port, with a server of its own. */
export async function startTarget(): Promise<Target> {
  const server = await startThrowAwayServer();
  const dataDirectory = mkdtempSync(join(tmpdir(), 'parapet-redteam-'));
  const clear = async () => {
    await removeThrowAwayServer(server);
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  const { ownerUrl, runtimeUrl } = server;
  const settings = { PARAPET_DEMO: '0', PARAPET_LOG_LEVEL: 'error' };
  const plan = { ownerUrl, runtimeUrl, dataDirectory, settings };
  const started = await Installation.start(plan).catch(async (error: unknown) => {
    await clear();
    throw error;
  });
  const remove = async () => {
    await started.stop();
    await clear();
  };
  return { base: started.address, config: started.config, remove };
}
