import type { EmbeddedPostgres } from '#platform';
import { prepareTemplate } from './template-database.js';
import {
  removeLeftovers,
  removeThrowAwayServer,
  startThrowAwayServer,
} from './throw-away-server.js';

/** What the set-up leaves for the teardown; they share one process. */
export interface TestRun {
  parapetTestServer?: EmbeddedPostgres;
}

/**
 * One database server for the run. Tests find it at `PARAPET_TEST_OWNER_URL` and
 * `PARAPET_TEST_RUNTIME_URL`, and copy `parapet_template`.
 */
export default async function startTestServer(): Promise<void> {
  await removeLeftovers();
  const server = await startThrowAwayServer();
  try {
    await prepareTemplate(server.ownerUrl);
  } catch (error) {
    await removeThrowAwayServer(server);
    throw error;
  }
  (globalThis as TestRun).parapetTestServer = server;
  process.env['PARAPET_TEST_OWNER_URL'] = server.ownerUrl;
  process.env['PARAPET_TEST_RUNTIME_URL'] = server.runtimeUrl;
  // Jest ends at once by a signal, without its teardown.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void removeThrowAwayServer(server).finally(() => process.exit(130));
    });
  }
}
