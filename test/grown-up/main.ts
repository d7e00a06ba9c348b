import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playJourneys } from '../browser/play-journeys.js';
import { writeAndBalance } from '../faults/try-faults.js';
import { Checklist } from '../support/checklist.js';
import { Installation, type InstallationPlan } from '../support/installation.js';
import { RedisServer } from '../support/redis-server.js';
import { DebianPostgres } from './debian-postgres.js';

// Parapet on servers that somebody else runs: Debian's PostgreSQL and Redis. `npm run test:grown-up`.
const PARAPET = join(import.meta.dirname, '../../../bin/parapet');
const list = new Checklist();
try {
  const redis = await RedisServer.start();
  try {
    await onServer(
      'separate logins for owner and processes, queue on Redis',
      async (server, dataDirectory) => {
        const plan = { ...server.makeTwoLogins(), dataDirectory, redisUrl: redis.url, workers: 2 };
        await onInstallation(plan, (installation) => playJourneys(installation, list));
      },
    );
    await onServer(
      'one login for everything, queue on PostgreSQL',
      async (server, dataDirectory) => {
        await onInstallation({ ...server.makeOneLogin(), dataDirectory });
      },
    );
  } finally {
    await redis.remove();
  }
} catch (error) {
  await list.check('the servers are there', () => Promise.reject(error as Error));
}
process.exit(list.finish());

async function onServer(
  name: string,
  work: (server: DebianPostgres, dataDirectory: string) => Promise<void>,
): Promise<void> {
  const server = await DebianPostgres.start();
  const dataDirectory = mkdtempSync(join(tmpdir(), 'parapet-grown-up-data-'));
  list.say(`${server.version}: ${name}`);
  try {
    await work(server, dataDirectory);
  } finally {
    server.remove();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

/** The same checks on every kind of installation, and what else is to be done there. */
async function onInstallation(
  plan: InstallationPlan,
  besides: (installation: Installation) => Promise<void> = async () => undefined,
): Promise<void> {
  let installation: Installation | undefined;
  await list.check('makes its tables and answers', async () => {
    installation = await Installation.start(plan);
  });
  if (!installation) return;
  const running = installation;
  try {
    await list.check('parapet migrate finds the tables up to date', async () => {
      requireWords(parapet(plan, 'migrate'), 'up to date');
    });
    // First the people, who look for their case on the first page of their work.
    await besides(running);
    await list.check('takes 200 cases by the API, does their jobs and counts them', () =>
      writeAndBalance(running, 200, list),
    );
    await list.check('parapet audit verify finds nothing wrong', async () => {
      parapet(plan, 'audit', 'verify');
    });
  } finally {
    await running.stop();
  }
}

/** @throws Error when it does not end with 0. */
function parapet(plan: InstallationPlan, ...command: string[]): string {
  return execFileSync(process.execPath, [PARAPET, ...command], {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: plan.runtimeUrl,
      PARAPET_MIGRATE_URL: plan.ownerUrl,
      PARAPET_DATA_DIR: plan.dataDirectory,
    },
  }).toString();
}

function requireWords(output: string, words: string): void {
  if (!output.includes(words)) throw new Error(`It said: ${output}`);
}
