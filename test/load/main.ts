import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { withServices } from '../../apps/cli/src/open-app.js';
import { seed } from '../../apps/cli/src/seed/seed.js';
import { Installation } from '../support/installation.js';
import { removeThrowAwayServer, startThrowAwayServer } from '../support/throw-away-server.js';
import { type Figures, faultsOf, told } from './goals.js';
import { targetOf } from './target.js';

/**
 * Fills a throw-away installation with 100,000 cases, or as many as the first argument says, reads lists and pages
 * as fast as they are answered, asks the database how it reads its lists, and ends with 1 when a goal is missed.
 * Other work on the machine shows in the figures: they are worth something on a quiet one.
 */

const DRIVER = join(import.meta.dirname, '../../../test/load/load.mjs');
const PLANS = join(import.meta.dirname, '../plans/main.js');
const ORGANISATION = 'mdo';
const CASES = 100_000;
/** Writing all of them may take so long. */
const SEED_SECONDS = 120;

const count = Number(process.argv[2] ?? CASES);
const server = await startThrowAwayServer();
const dataDirectory = mkdtempSync(join(tmpdir(), 'parapet-load-'));
try {
  const { ownerUrl, runtimeUrl } = server;
  const installation = await Installation.start({ ownerUrl, runtimeUrl, dataDirectory });
  try {
    const faults = [...(await fill(installation)), ...(await drive(installation))];
    if ((await run(PLANS, [ORGANISATION], environmentOf(installation))).code !== 0) {
      faults.push('a list is read in a way that grows with the cases (see above)');
    }
    for (const fault of faults) process.stdout.write(`FAULT ${fault}\n`);
    process.stdout.write(`${faults.length} goals missed\n`);
    process.exitCode = faults.length > 0 ? 1 : 0;
  } finally {
    await installation.stop();
  }
} finally {
  await removeThrowAwayServer(server);
  rmSync(dataDirectory, { recursive: true, force: true });
}

/** Writes the cases, and lets the database learn how they are spread, as it does by itself in an hour. */
async function fill({ config }: Installation): Promise<string[]> {
  const began = Date.now();
  const order = { cases: count, scenarios: false, organisation: ORGANISATION };
  await withServices((app) => seed(app, order, () => undefined), config);
  const seconds = (Date.now() - began) / 1000;
  process.stdout.write(`${count} cases written in ${seconds.toFixed(1)} s\n`);
  const owner = new Client({ connectionString: config.migrateUrl });
  await owner.connect();
  await owner.query('vacuum analyze');
  await owner.end();
  const limit = (SEED_SECONDS * count) / CASES;
  return seconds > limit ? [`writing the cases took ${seconds.toFixed(1)} s, not ${limit} s`] : [];
}

async function drive(installation: Installation): Promise<string[]> {
  const file = join(dataDirectory, 'target.json');
  const faults: string[] = [];
  for (const [connections, operations] of [
    [16, 'worklist'],
    [4, 'worklistPage,casePage'],
  ] as const) {
    writeFileSync(file, JSON.stringify(await targetOf(installation, ORGANISATION)));
    const args = [file, '--conns', String(connections), '--ops', operations];
    const { output } = await run(DRIVER, args, process.env);
    const figures = JSON.parse(output) as Figures;
    process.stdout.write(told(figures));
    faults.push(...faultsOf(figures));
  }
  return faults;
}

/** Runs a script of its own; what it prints is shown as well unless it is JSON. */
async function run(script: string, args: string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [script, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (part: Buffer) => {
    output += part.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (!output.startsWith('{')) process.stdout.write(output);
  return { code, output };
}

function environmentOf({ config }: Installation): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: config.databaseUrl,
    PARAPET_MIGRATE_URL: config.migrateUrl,
    PARAPET_DATA_DIR: config.dataDirectory,
  };
}
