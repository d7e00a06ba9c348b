import type { TestRun } from './global-setup.js';
import { removeThrowAwayServer } from './throw-away-server.js';

/** Stops the server of the run, whether the tests passed or not. */
export default async function stopTestServer(): Promise<void> {
  const { parapetTestServer } = globalThis as TestRun;
  if (parapetTestServer) await removeThrowAwayServer(parapetTestServer);
}
