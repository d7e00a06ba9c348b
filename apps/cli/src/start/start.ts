import { once } from 'node:events';
import { type OpenDatabase, openDatabase } from './database.js';
import { requireFreePort } from './port.js';
import { addressFor, untilReady } from './ready.js';
import type { StartSettings } from './settings.js';
import { START_STEPS, runSteps } from './steps.js';
import { demoSignInLines } from './demo-sign-ins.js';
import { loadConfig } from '#platform';
import { type StopRequest, ToldToStop } from './stop-request.js';
import { SupervisedProcess } from './supervised-process.js';

/** What a start works with besides its settings. */
export interface StartMeans {
  /** Compiled scripts of the two processes. */
  readonly scripts: { readonly web: string; readonly worker: string };
  readonly stop: StopRequest;
  say(line: string): void;
}

/**
 * Starts everything, and stops it again when asked: first web and worker, then the database.
 *
 * @throws StartError, ToldToStop
 */
export async function start(settings: StartSettings, means: StartMeans): Promise<void> {
  const { say, stop } = means;
  await requireFreePort(settings.host, settings.port);
  const database = await openDatabase(settings, say);
  try {
    requireNotStopped(stop);
    const environment = childEnvironment(settings, database);
    await runSteps(START_STEPS, loadConfig(environment), say);
    requireNotStopped(stop);
    await superviseUntilStopped(settings, means, environment);
  } finally {
    if (database.isEmbedded) say('Stopping the database.');
    await database.close();
  }
  say('Parapet has stopped.');
}

async function superviseUntilStopped(
  settings: StartSettings,
  { scripts, stop, say }: StartMeans,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const children = [
    new SupervisedProcess({ name: 'Web', script: scripts.web, environment, say }),
    new SupervisedProcess({ name: 'Worker', script: scripts.worker, environment, say }),
  ];
  for (const child of children) child.start();
  try {
    const address = addressFor(settings.host, settings.port);
    if (await untilReady(address, stop.asked, say)) {
      say(`Parapet is ready: ${address}  (Ctrl-C stops it)`);
      for (const line of demoSignInLines(environment['PARAPET_DATA_DIR']!)) say(line);
    }
    if (!stop.asked.aborted) await once(stop.asked, 'abort');
  } finally {
    say('Stopping web and worker.');
    await Promise.all(children.map((child) => child.stop(stop.urgent)));
  }
}

function childEnvironment(settings: StartSettings, database: OpenDatabase): NodeJS.ProcessEnv {
  const { environment, host, port } = settings;
  return {
    ...environment,
    PORT: String(port),
    PARAPET_HOST: host,
    PARAPET_DATA_DIR: database.dataDirectory,
    DATABASE_URL: database.runtimeUrl,
    PARAPET_MIGRATE_URL: database.ownerUrl,
    // The children see a DATABASE_URL either way; this tells them that it is the embedded one.
    ...(database.isEmbedded ? { PARAPET_DEMO: environment['PARAPET_DEMO'] ?? '1' } : {}),
  };
}

function requireNotStopped({ asked }: StopRequest): void {
  if (asked.aborted) throw new ToldToStop();
}
